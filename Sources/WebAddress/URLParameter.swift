/// One `name=value` of a query, judged by whether it chooses the page.
struct URLParameter {
  let name: String
  let value: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    let equals = text.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
    name = String(decoding: text[..<equals].map(ASCII.lowercased), as: UTF8.self)
    value = text[equals...].dropFirst()
  }

  /// The parameter says who visits, from where or when, not what is shown.
  var isNoise: Bool { isSession || isTracking || isCacheBuster }

  var isSession: Bool {
    if URLParameter.sessionNames.contains(name) || name.hasPrefix("aspsessionid") { return true }
    // `sid` may be a site's number: only a token-like value is a session.
    return URLParameter.ambiguousSessionNames.contains(name) && looksLikeToken
  }

  private var isTracking: Bool {
    if name.hasPrefix("utm_") || URLParameter.trackingNames.contains(name) { return true }
    return name == "from"
      && URLParameter.shareSources.contains(String(decoding: value, as: UTF8.self))
  }

  /// Milliseconds or a random fraction, put there to get past caches.
  private var isCacheBuster: Bool {
    guard URLParameter.cacheBusterNames.contains(name) else { return false }
    let digits = value.filter(ASCII.isDigit).count
    return digits >= 10 && digits + 1 >= value.count
  }

  private var looksLikeToken: Bool {
    value.count >= 16 && value.contains(where: ASCII.isDigit)
      && value.allSatisfy { ASCII.isDigit($0) || ASCII.isLetter($0) || $0 == UInt8(ascii: "-") }
  }

  private static let sessionNames: Set<String> = [
    "jsessionid", "phpsessid", "sessionid", "session_id", "cfid", "cftoken",
  ]
  private static let ambiguousSessionNames: Set<String> = ["sid", "session", "token", "ticket"]
  private static let trackingNames: Set<String> = [
    "spm", "isappinstalled", "nsukey", "gclid", "fbclid", "msclkid", "bd_vid", "share_token",
    "share_source", "share_medium", "wxfrom", "_wv", "vd_source",
  ]
  private static let shareSources: Set<String> = [
    "timeline", "singlemessage", "groupmessage", "appmessage", "weixin", "wechat", "qq", "weibo",
    "message", "feed",
  ]
  private static let cacheBusterNames: Set<String> = [
    "_", "t", "r", "ts", "time", "timestamp", "rnd", "rand", "random", "nocache", "_t",
  ]
}
