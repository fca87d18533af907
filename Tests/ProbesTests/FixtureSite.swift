import AuditModel
import Foundation
import PageModel
import SiteModel
import WebAddress

/// A fixture folder read as a site: `zfxxgk__zn__index.html` stands at `/zfxxgk/zn/index.html` and
/// `/zfxxgk/zn/`. Comments in the pages say what is expected and what the network said:
///
///     <!-- expect: CODE SUBJECT OUTCOME -->   a finding that must be seen on this very page
///     <!-- as-of: 2026-11-21 -->              the day to judge by
///     <!-- unit: department no-own-site -->    kind and shape of the unit
///     <!-- name: 示例市人民政府 -->             its name
///     <!-- scope: http://… -->                an address prefix of the unit
///     <!-- without-duty: ID 原因 -->
///     <!-- verdict: URL STATE CAUSE -->       what link checking concluded
///     <!-- fetch: URL CAUSE -->               how fetching ended
///     <!-- availability: DAYS OPENED FAILED BLOCKED OWN -->   tries of the home page on each of the last days
///     <!-- named-column: ID 名称 用词,用词 duty -->   a column that a scheme names; `duty` may lack
///     <!-- named-document: ID 名称 KEY=VALUE … -->    a document that a scheme names; see `NamedMarks`
///     <!-- file: URL FORM -->                what came of an attachment; see ``FixtureFile``
///     <!-- outside: URL 标题 | 文字 -->        a page of another site
///     <!-- base: https -->                    the page is served over https
///     <!-- lexicon: 错误写法 正确写法 例外 级别 -->   a word of the operator's list; `-` for none
struct FixtureSite {
  struct Expectation: Hashable, CustomStringConvertible {
    var code: String
    var subject: String
    var outcome: String
    /// Where it is marked; nil for findings that no page shows.
    var page: String?
    var description: String { "\(code) \(subject) \(outcome) @ \(page ?? "-")" }
  }

  private static let authority = "www.example.gov.cn"
  static let host = "http://\(authority)"
  let name: String
  let probe: String
  private(set) var expectations: Set<Expectation> = []
  private(set) var site: Site

  static var root: URL {
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("Fixtures")
  }

  /// Every case, as `probe-id/case`.
  static func all() -> [String] {
    let files = FileManager.default
    let probes = (try? files.contentsOfDirectory(atPath: root.path)) ?? []
    return probes.sorted().flatMap { probe in
      ((try? files.contentsOfDirectory(atPath: root.appendingPathComponent(probe).path)) ?? [])
        .sorted().map { "\(probe)/\($0)" }
    }
  }

  /// - Parameter layout: writes a page's bytes in another way; see `Layout`.
  init(_ path: String, layout: ([UInt8]) -> [UInt8] = { $0 }) throws {
    name = path
    probe = path.split(separator: "/").first.map(String.init) ?? ""
    let folder = FixtureSite.root.appendingPathComponent(path)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".html") }.sorted {
        ($0 != "index.html" ? 1 : 0, $0) < ($1 != "index.html" ? 1 : 0, $1)
      }
    var bodies: [(WebURL, [UInt8])] = []
    var marks: [(String, WebURL)] = []
    for file in files {
      let data = try Data(contentsOf: folder.appendingPathComponent(file))
      let isSecure = FixtureSite.comments(in: String(decoding: data, as: UTF8.self))
        .contains("base: https")
      let path = file.replacingOccurrences(of: "__", with: "/")
      let url = try WebURL(
        required: "\(isSecure ? "https" : "http")://\(FixtureSite.authority)/\(path)")
      bodies.append((url, layout([UInt8](data))))
      for mark in FixtureSite.comments(in: String(decoding: data, as: UTF8.self)) {
        marks.append((mark, url))
      }
    }
    let setting = try FixtureSetting(marks)
    var source = setting.source
    for (url, body) in bodies {
      let page = PageReader().read(body: body, url: url, status: 200, contentType: "text/html")
      source.add(page, at: url, on: setting.asOf)
      if let twin = FixtureSite.folderAddress(url) { source.alias(twin, of: url, page: page) }
    }
    expectations = setting.expectations
    site = Site(
      unit: setting.unit, source: source, asOf: setting.asOf, lexicon: Lexicon(setting.words),
      named: setting.named)
  }

  private static func folderAddress(_ url: WebURL) -> WebURL? {
    url.href.hasSuffix("/index.html") ? WebURL(String(url.href.dropLast(10))) : nil
  }

  static func comments(in html: String) -> [String] {
    html.components(separatedBy: "<!--").dropFirst().compactMap { piece in
      piece.range(of: "-->").map {
        piece[..<$0.lowerBound].trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }
  }
}

extension MemorySource {
  /// The folder address answers with the same page, as servers do.
  mutating func alias(_ twin: WebURL, of url: WebURL, page: Page) {
    pages[twin] = page
    statuses[twin] = statuses[url]
  }
}

/// What the comments of a case say.
struct FixtureSetting {
  var asOf: Day
  var unit: AuditedUnit
  var source = MemorySource()
  var expectations: Set<FixtureSite.Expectation> = []
  var words: [Lexicon.Entry] = []
  var named = NamedList.empty

  init(_ marks: [(String, WebURL)]) throws {
    var kind = AuditedUnit.Kind.department
    var hasOwnSite = true
    var scopes: [String] = []
    var home = FixtureSite.host + "/"
    var platform: String?
    var name = "示例市住房和城乡建设局"
    var duties: [String: String] = [:]
    asOf = Day(number: 20_778)  // 2026-11-21
    for (mark, _) in marks {
      let words = mark.split(separator: " ").map(String.init)
      guard words.count >= 2 else { continue }
      switch words[0] {
      case "as-of:": asOf = Day(words[1]) ?? asOf
      case "unit:":
        kind = AuditedUnit.Kind(rawValue: words[1]) ?? kind
        hasOwnSite = !words.contains("no-own-site")
      case "scope:": scopes.append(words[1])
      case "home:": home = words[1]
      case "platform:": platform = words[1]
      case "name:": name = words[1]
      case "without-duty:": duties[words[1]] = words.dropFirst(2).joined(separator: " ")
      default: continue
      }
    }
    unit = AuditedUnit(
      id: "unit", name: name, kind: kind, homePage: home, platformPage: platform,
      scopes: scopes, hasOwnSite: hasOwnSite, withoutDuty: duties)
    for (mark, page) in marks {
      let words = mark.split(separator: " ").map(String.init)
      guard words.count >= 3 else { continue }
      if words[0] == "expect:" { expect(words, page: page) }
      named.add(NamedMarks.list(words))
      if words[0] == "lexicon:", words.count == 5 { self.words.append(entry(words)) }
      if words[0] == "availability:" { sample(words.dropFirst().compactMap { Int($0) }) }
      if words[0] == "file:" {
        source.files[try WebURL(required: words[1])] = try FixtureFile.sample(words[2])
      }
      if words[0] == "outside:" { try addOutside(words) }
      if words[0] == "verdict:" || words[0] == "fetch:" { try answer(words) }
    }
  }

  /// So many tries of each kind on each of the last days.
  private mutating func sample(_ numbers: [Int]) {
    guard numbers.count == 5 else { return }
    let kinds: [AvailabilitySample.Result] = [.opened, .failed, .blocked, .ownFault]
    for day in 0..<numbers[0] {
      var at = Instant(startOf: asOf.adding(days: -day))
      for (kind, count) in zip(kinds, numbers.dropFirst()) {
        for _ in 0..<count {
          at = at.adding(seconds: 60)
          source.samples.append(
            AvailabilitySample(
              at: at, result: kind, status: kind == .opened ? 200 : 0, duration: 100,
              cause: kind == .failed ? .timeout : nil))
        }
      }
    }
  }

  private mutating func addOutside(_ words: [String]) throws {
    let url = try WebURL(required: words[1])
    let parts = words.dropFirst(2).joined(separator: " ").components(separatedBy: " | ")
    let html =
      "<html><head><meta charset=utf-8><title>\(parts[0])</title></head><body><p>"
      + "\(parts.dropFirst().joined(separator: "</p><p>"))</p></body></html>"
    let page = PageReader().read(
      body: Array(html.utf8), url: url, status: 200, contentType: "text/html")
    source.add(page, at: url, on: asOf)
  }

  private func entry(_ words: [String]) -> Lexicon.Entry {
    let fields = words.dropFirst().map { $0 == "-" ? "" : $0 }
    return Lexicon.Entry(
      wrong: fields[0], right: fields[1], exceptions: fields[2].isEmpty ? [] : [fields[2]],
      isCertain: fields[3] == "确定")
  }

  private mutating func expect(_ words: [String], page: WebURL) {
    guard words.count >= 4 else { return }
    // A subject may hold spaces; the outcome is the last word, but for `anywhere`.
    let rest = words.dropFirst(2).filter { $0 != "anywhere" }
    let subject = rest.dropLast().joined(separator: " ")
    let outcome = rest.last ?? ""
    expectations.insert(
      FixtureSite.Expectation(
        code: words[1], subject: subject, outcome: outcome,
        page: words.contains("anywhere") ? nil : page.href))
  }

  private mutating func answer(_ words: [String]) throws {
    let url = try WebURL(required: words[1])
    if words[0] == "fetch:", let cause = LinkVerdict.Cause(rawValue: words[2]) {
      source.add(failure: cause, at: url, on: asOf)
    } else if let state = LinkVerdict.State(rawValue: words[2]) {
      let cause = words.count > 3 ? LinkVerdict.Cause(rawValue: words[3]) : nil
      let sighting = LinkSighting(
        method: "GET", at: Instant(startOf: asOf), status: 404, cause: cause, finalURL: url.href)
      source.verdicts[url] = LinkVerdict(
        state: state, cause: cause, sightings: state == .alive ? [] : [sighting, sighting],
        confirmAfter: 600)
    }
  }
}
