import Foundation

/// 云溪市, a city that does not exist: its portal, one department with a site of its own, one that
/// is a section of the portal, and the hosts they link to. Faults are planted with the findings
/// they have to cause, beside things that only look like faults.
///
/// The same day and seed give the same pages, byte for byte. Nothing reads a clock.
public struct SamplePortal: Sendable {
  /// The day the portal is meant to be judged as of.
  public let asOf: SampleDay
  /// Every address the portal answers with something of its own, in the order of writing.
  public let resources: [SampleResource]
  /// What an audit has to find.
  public let expectations: [Expectation]
  /// What an audit must not report.
  public let decoys: [Decoy]
  private let index: [String: Int]

  /// Written into links where the server puts a session id that changes with each request.
  static let sessionMark = "SESSIONMARK"

  /// Writes the whole portal as it would stand on the day.
  public init(asOf: SampleDay, seed: UInt64 = 2_026) {
    var draft = Draft(asOf: asOf, seed: seed)
    draft.placeCity()
    draft.placeCivilAffairs()
    draft.placeTransport()
    draft.placeOutsideHosts()
    draft.placeFurniture()
    draft.tolerateOverlap()
    self.asOf = asOf
    resources = draft.resources
    expectations = draft.expectations
    decoys = draft.decoys
    index = Dictionary(
      draft.resources.enumerated().map { ($0.element.host + $0.element.path, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Host names served, all on one port.
  public var hosts: [String] { SampleHosts.all }

  /// The HTML documents among ``resources``.
  public var pages: [SampleResource] { resources.filter(\.isPage) }

  /// What stands at the path (with query, when the address has one) of the host; nil for an
  /// address that does not exist.
  public func resource(host: String, path: String, query: String = "") -> SampleResource? {
    if host == SampleHosts.firewall { return blocked(path) }
    let plain = Self.withoutSession(path)
    if let known = stored(host, plain, query) { return known }
    if host == SampleHosts.former { return sentHome(plain) }
    guard host == City.host || host == Transport.host else { return nil }
    if plain == "/sousuo/" { return search(host, query) }
    guard host == City.host else { return nil }
    if plain == Calendar.path { return calendar(query) }
    if plain == DataProxy.path { return rows(query) }
    return nil
  }

  private static func withoutSession(_ path: String) -> String {
    guard let mark = path.range(of: ";jsessionid=") else { return path }
    return String(path[..<mark.lowerBound])
  }

  private func stored(_ host: String, _ path: String, _ query: String) -> SampleResource? {
    if !query.isEmpty, let found = index["\(host)\(path)?\(query)"] { return resources[found] }
    // A query no page knows is ignored, as static servers do; the calendar and lists are not static.
    if !query.isEmpty, path == Calendar.path || path == DataProxy.path { return nil }
    if let found = index[host + path] { return resources[found] }
    guard path.hasSuffix("/index.html") || path.hasSuffix("/index.htm") else { return nil }
    let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
    return index[host + folder].map { resources[$0] }
  }

  private func blocked(_ path: String) -> SampleResource {
    let status = Firewall.status(path: path)
    return SampleResource(
      host: SampleHosts.firewall, path: path, status: status,
      contentType: "text/html; charset=utf-8", content: .text(Firewall.body(status: status), .utf8),
      behaviour: .normal, title: "访问受限")
  }

  private func sentHome(_ path: String) -> SampleResource {
    SampleResource(
      host: SampleHosts.former, path: path, status: 302, contentType: "text/html",
      content: .redirect("http://\(SampleHosts.former)/"), behaviour: .normal, title: "")
  }

  private func calendar(_ query: String) -> SampleResource? {
    guard let (year, month) = Calendar.month(query: query) else { return nil }
    return page(City.frame, Calendar.path, Calendar.sheet(year: year, month: month))
  }

  /// Rows of the Hanweb column, from the group that holds the record asked for.
  private func rows(_ query: String) -> SampleResource? {
    let fields = query.split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
    let number = fields.first { $0.first == "startrecord" || $0.first == "page" }
      .flatMap { $0.last.flatMap { Int($0) } }
    let isPage = fields.contains { $0.first == "page" }
    guard let number, number >= (isPage ? 0 : 1), number < 1_000_000 else { return nil }
    let first = isPage ? number * DataProxy.group : number - 1
    let start = first / DataProxy.group * DataProxy.group + 1
    return index[City.host + DataProxy.key(start: start)].map { resources[$0] }
  }

  private func search(_ host: String, _ query: String) -> SampleResource {
    let words =
      query.split(separator: "&").first { $0.hasPrefix("q=") }
      .map { String($0.dropFirst(2)).replacingOccurrences(of: "+", with: " ") }?
      .removingPercentEncoding?.trimmingCharacters(in: .whitespaces) ?? ""
    let found = pages.filter { page in
      page.host == host && !words.isEmpty && page.title.contains(words) && page.path != "/neibu/"
    }.prefix(20)
    let items = found.map { "<li>\(Anchor($0.title, $0.path).html)</li>" }.lines
    let count = found.isEmpty ? "没有找到相关结果" : "找到\(found.count)条结果"
    let sheet = Sheet(
      title: "站内搜索", crumbs: [Anchor("站内搜索", "/sousuo/")],
      main: "<div class=\"content\"><p>\(count)</p><ul class=\"list\">\(items)</ul></div>")
    return page(host == City.host ? City.frame : Transport.frame, "/sousuo/", sheet)
  }

  private func page(_ frame: Frame, _ path: String, _ sheet: Sheet) -> SampleResource {
    SampleResource(
      host: frame.domain, path: path, status: 200,
      contentType: frame.charset == .utf8 ? "text/html; charset=utf-8" : "text/html",
      content: .text(frame.html(sheet, path: path), frame.charset), behaviour: .normal,
      title: sheet.title)
  }

  /// The page a host shows for an address that does not exist, with status 404.
  func notFound(host: String) -> SampleResource {
    let frame = host == Transport.host ? Transport.frame : City.frame
    var resource = page(
      frame, "/404.html",
      Sheet(
        title: "页面不存在",
        main: "<div class=\"notice\"><h2>404</h2><p>抱歉，您访问的页面不存在。</p></div>"))
    resource.status = 404
    return resource
  }
}
