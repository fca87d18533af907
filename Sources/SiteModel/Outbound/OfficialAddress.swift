import WebAddress

/// Which addresses are official, and which words promise an official page.
enum OfficialAddress {
  /// Whether only a public body can have registered the domain.
  static func isGovernment(_ url: WebURL) -> Bool {
    let suffixes = [
      ".gov.cn", ".政务", ".xn--zfr164b", ".公益", ".xn--55qw42g", ".edu.cn", ".mil.cn", ".ac.cn",
    ]
    return url.host == "gov.cn" || suffixes.contains { url.host.hasSuffix($0) }
  }

  /// Government addresses, and the outlets and platforms official pages send visitors to.
  static func isOfficial(_ url: WebURL) -> Bool {
    isGovernment(url) || url.host.hasSuffix(".org.cn")
      || outlets.contains(url.registrableDomain ?? url.host)
  }

  /// The mark every registered public body must show in its footer leads here.
  static func isPublicBodyMark(_ url: WebURL) -> Bool { url.registrableDomain == "conac.cn" }

  /// Reporting centres, party media and the marks of registered public bodies.
  private static let outlets: Set<String> = [
    "12377.cn", "12388.cn", "12380.cn", "12371.cn", "conac.cn", "xinhuanet.com", "news.cn",
    "people.com.cn",
    "people.cn", "cctv.com", "cctv.cn", "china.com.cn", "chinadaily.com.cn", "gmw.cn", "ce.cn",
    "youth.cn",
    "cnr.cn", "xuexi.cn", "weibo.com", "weibo.cn", "qq.com", "douyin.com", "toutiao.com", "wjx.cn",
    "wjx.top",
    "12348.net", "12315.cn", "12333.cn",
  ]

  /// Whether the words are nothing but the name of an official site: `某某市人民政府`, `省财政厅网站`.
  static func isOfficialName(_ text: String) -> Bool {
    var name = Naming.fold(text)
    for ending in ["门户网站", "官方网站", "官网", "网站", "网"] where name.hasSuffix(ending) {
      name.removeLast(ending.count)
      break
    }
    guard (4...18).contains(name.count) else { return false }
    return [
      "人民政府", "省政府", "市政府", "县政府", "区政府", "委员会", "财政厅", "教育厅", "民政厅", "水利厅", "公安厅", "公安局", "财政局",
      "教育局", "民政局", "税务局", "统计局", "审计局", "司法局", "国务院",
    ]
    .contains { name.hasSuffix($0) }
  }
}
