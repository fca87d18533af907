import AuditModel
import Foundation
import PageModel
import SiteModel
import Testing
import WebAddress

/// Pages written in the style of many content management systems, decoys included; each says in
/// a comment what a reader sees on it. `scripts/measure-pages` measures other readers on them.
struct MadePagesTests {
  static var root: URL {
    URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("MadePages")
  }

  static let names: [String] = ["tuning", "holdout"].flatMap { part in
    let folder = root.appendingPathComponent(part).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .map { "\(part)/\($0)" }
  }

  @Test("there are at least 60 of them")
  func count() { #expect(Self.names.count >= 60) }

  @Test("what a reader sees is what is read", arguments: names)
  func read(name: String) throws {
    let made = try MadePage(Self.root.appendingPathComponent(name))
    let page = try made.page()
    if let published = made.label["published"] {
      #expect((page.publication?.day.description ?? "-") == published)
    }
    if made.label["kind"] == "article", let title = made.label["title"] {
      #expect(Self.squeezed(PageSummary(of: page).title) == Self.squeezed(title))
    }
    if let source = made.label["source"] { #expect(page.source == source) }
    if let crumbs = made.label["crumbs"] {
      let shown = page.breadcrumb.map(\.text).filter { $0 != "正文" }
      #expect(shown.joined(separator: " > ") == crumbs)
    }
    if let number = made.label["number"] { #expect(page.documentNumbers.contains(number)) }
    if let type = made.label["type"], let last = page.breadcrumb.last {
      #expect(ColumnType(named: last.text)?.rawValue == type)
    }
    if made.label["kind"] == "column" {
      let shown = page.listItems.map { "\($0.date?.day.description ?? "-") | \($0.title)" }
      #expect(shown == made.items)
    }
  }

  static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

/// One made page and its label.
struct MadePage {
  private(set) var label: [String: String] = [:]
  private(set) var items: [String] = []
  private let bytes: [UInt8]

  init(_ file: URL) throws {
    let all = [UInt8](try Data(contentsOf: file))
    let mark = [UInt8]("<!-- label\n".utf8)
    let at = try #require(
      all.indices.first { all[$0...].starts(with: mark) }, "no label in \(file.lastPathComponent)")
    bytes = Array(all[..<at])
    let isGB = String(decoding: all.prefix(400), as: UTF8.self).contains("gb2312")
    let tail = Data(all[(at + mark.count)...])
    let gb18030 = String.Encoding(rawValue: 0x8000_0632)
    let text = try #require(String(data: tail, encoding: isGB ? gb18030 : .utf8))
    for line in text.components(separatedBy: "\n-->")[0].split(separator: "\n") {
      guard let colon = line.range(of: ": ") else { continue }
      let key = String(line[..<colon.lowerBound])
      let value = String(line[colon.upperBound...])
      if key == "item" { items.append(value) } else { label[key] = value }
    }
  }

  func page() throws -> Page {
    let url = try #require(label["url"].flatMap { WebURL($0) })
    return PageReader().read(body: bytes, url: url, status: 200, contentType: "text/html")
  }
}
