public import AuditModel
public import Fetching
public import WebAddress

/// Cookies as a session needs them (RFC 6265 §5): some portals let nobody in who does not send
/// back what their firewall or application server set. Kept in memory for one run, never stored.
public struct CookieJar: Sendable {
  /// One cookie with where it may be sent.
  struct Cookie: Sendable {
    var name: String
    var value: String
    var path: String
    /// Sent to this host alone; else to the domain and what lies below.
    var isHostOnly: Bool
    var isSecure: Bool
    var expires: Instant?
  }

  /// Bytes of one cookie.
  static let sizeLimit = 4096
  /// Cookies kept of one domain; the oldest gives way.
  static let domainLimit = 50
  /// Domains with cookies.
  static let domainsLimit = 20_000
  /// Bytes of a `Cookie` field.
  static let headerLimit = 8192

  private var byDomain: [String: [Cookie]] = [:]

  /// An empty jar.
  public init() {}

  /// Takes the `Set-Cookie` fields of an answer in; what breaks the rules is passed over.
  public mutating func take(_ fields: [HeaderField], from url: WebURL, at now: Instant) {
    for field in fields.prefix(500) where field.isNamed("Set-Cookie") {
      guard field.value.utf8.count <= CookieJar.sizeLimit,
        let line = SetCookieLine(field.value)
      else { continue }
      keep(line, from: url, at: now)
    }
  }

  /// The `Cookie` field for a request; nil when there is nothing to send.
  public func header(for url: WebURL, at now: Instant) -> HeaderField? {
    guard !byDomain.isEmpty else { return nil }
    var sent: [Cookie] = []
    for domain in CookieJar.domains(above: url.host) {
      for cookie in byDomain[domain] ?? [] where cookie.isSent(to: url, domain: domain, at: now) {
        sent.append(cookie)
      }
    }
    guard !sent.isEmpty else { return nil }
    sent.sort { $0.path.utf8.count > $1.path.utf8.count }
    let value = sent.map { "\($0.name)=\($0.value)" }.joined(separator: "; ")
    return value.utf8.count <= CookieJar.headerLimit ? HeaderField("Cookie", value) : nil
  }

  private mutating func keep(_ line: SetCookieLine, from url: WebURL, at now: Instant) {
    guard let domain = CookieJar.domain(named: line.domain, from: url) else { return }
    guard byDomain[domain] != nil || byDomain.count < CookieJar.domainsLimit else { return }
    let cookie = Cookie(
      name: line.name, value: line.value, path: line.path ?? CookieJar.defaultPath(of: url),
      isHostOnly: line.domain == nil, isSecure: line.isSecure, expires: line.expiry(from: now))
    var kept = (byDomain[domain] ?? []).filter { $0.name != cookie.name || $0.path != cookie.path }
    if cookie.expires.map({ $0 > now }) ?? true { kept.append(cookie) }
    byDomain[domain] = kept.isEmpty ? nil : Array(kept.suffix(CookieJar.domainLimit))
  }

  /// The domain a cookie belongs to; nil when the host may not set one for it. A public suffix
  /// (`gov.cn`) belongs to nobody.
  private static func domain(named text: String?, from url: WebURL) -> String? {
    guard let text, text != url.host else { return url.host }
    guard url.addressClass == nil, url.host.hasSuffix(".\(text)"),
      let site = url.registrableDomain, text == site || text.hasSuffix(".\(site)")
    else { return nil }
    return text
  }

  private static func defaultPath(of url: WebURL) -> String {
    let path = url.path
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// The host and every domain it lies in.
  private static func domains(above host: String) -> [String] {
    var domains = [host]
    var rest = host[...]
    while let dot = rest.firstIndex(of: "."), domains.count < 32 {
      rest = rest[rest.index(after: dot)...]
      domains.append(String(rest))
    }
    return domains
  }
}

extension CookieJar.Cookie {
  fileprivate func isSent(to url: WebURL, domain: String, at now: Instant) -> Bool {
    if isHostOnly, domain != url.host { return false }
    if isSecure, url.scheme != "https" { return false }
    if let expires, expires <= now { return false }
    let target = url.path
    guard target.hasPrefix(path) else { return false }
    return target == path || path.hasSuffix("/") || target.dropFirst(path.count).first == "/"
  }
}

/// A `Set-Cookie` value taken apart by RFC 6265 §5.2.
struct SetCookieLine {
  var name: String
  var value: String
  /// In lower case, without a leading dot; nil when not given.
  var domain: String?
  var path: String?
  var isSecure = false
  private var maximumAge: Double?
  private var expires: Instant?

  init?(_ text: String) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    guard let pair = parts.first, let equals = pair.firstIndex(of: "=") else { return nil }
    name = SetCookieLine.trimmed(pair[..<equals])
    value = SetCookieLine.trimmed(pair[pair.index(after: equals)...])
    guard !name.isEmpty, (name + value).utf8.allSatisfy({ $0 > 0x1F && $0 != 0x7F && $0 != 0x3B })
    else { return nil }
    for part in parts.dropFirst().prefix(20) { read(part) }
  }

  private mutating func read(_ part: Substring) {
    let equals = part.firstIndex(of: "=") ?? part.endIndex
    let argument = SetCookieLine.trimmed(part[equals...].dropFirst())
    switch SetCookieLine.trimmed(part[..<equals]).lowercased() {
    case "domain":
      let name = argument.hasPrefix(".") ? String(argument.dropFirst()) : argument
      if !name.isEmpty { domain = name.lowercased() }
    case "path": path = argument.hasPrefix("/") ? argument : nil
    case "secure": isSecure = true
    case "max-age": maximumAge = Int(argument).map { min(Double($0), 86_400 * 400) }
    case "expires": expires = HTTPDate.instant(argument)
    default: break
    }
  }

  /// When the cookie ends; nil for the end of the session. `Max-Age` wins.
  func expiry(from now: Instant) -> Instant? {
    maximumAge.map { now.adding(seconds: $0) } ?? expires
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return String(text)
  }
}
