import ArgumentParser
import AuditModel
import Auditing
import Foundation
import PageModel
import SiteModel
import WebAddress

/// What the reader makes of a stored HTML file: for finding out why a probe saw what it saw, and
/// for measuring the reader beside others.
struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "读一个存下来的 HTML、PDF 或 Word 文件,列出读懂了什么(标题、发布日期、来源、列表、表格……)。")

  @Argument(help: "HTML、PDF 或 Word 文件;用 --list 时不写。")
  var file: String?

  @Option(help: ArgumentHelp("页面原来的网址。", valueName: "address"))
  var url = "http://www.example.gov.cn/page.html"

  @Option(help: ArgumentHelp("一行一页的清单:文件、制表符、网址。每页输出一行 JSON。", valueName: "tsv"))
  var list: String?

  @Flag(help: "机器可读的结果。")
  var json = false

  @Flag(help: "同 --list 合用:读到的全部内容,用来比较改动前后。")
  var whole = false

  func run() throws {
    if let list {
      for (file, url) in try Self.pairs(list) {
        let page = try page(file, url)
        print(whole ? try line(page) : try line(PageFacts(page)))
      }
      return
    }
    guard let file else { throw ValidationError(Wording.pageNeedsFile) }
    if let document = DocumentText.read(try bytes(file)) {
      let facts = DocumentFacts(document)
      return print(json ? try machineText(facts) : facts.text)
    }
    let facts = PageFacts(try page(file, url))
    print(json ? try machineText(facts) : facts.text)
  }

  private func page(_ file: String, _ address: String) throws -> Page {
    guard let url = WebURL(address) else {
      complain(Wording.pageAddress(address))
      throw ExitCode.misconfigured
    }
    return PageReader().read(body: try bytes(file), url: url, status: 200, contentType: nil)
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: file) else {
      complain(Wording.pageUnreadable(file))
      throw ExitCode.misconfigured
    }
    return [UInt8](data)
  }

  private static func pairs(_ list: String) throws -> [(String, String)] {
    guard let text = try? String(contentsOfFile: list, encoding: .utf8) else {
      complain(Wording.pageUnreadable(list))
      throw ExitCode.misconfigured
    }
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t").map(String.init)
      return cells.count >= 2 ? (cells[0], cells[1]) : nil
    }
  }

  private func line(_ facts: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(facts), as: UTF8.self)
  }
}

/// A page as ``PageCommand`` shows it.
private struct PageFacts: Encodable {
  struct Item: Encodable {
    var title: String
    var date: String?
    var url: String?
    var pinned: Bool
  }

  var url: String
  var kind: String
  var title: String
  var published: String?
  var publishedQuote: String?
  var source: String?
  var breadcrumb: [String]
  var columnType: String?
  var items: [Item]
  var documentHead: [String: String]
  var documentNumbers: [String]
  var tables: [[[String]]]
  var body: String

  init(_ page: Page) {
    let summary = PageSummary(of: page)
    url = page.url.href
    kind = summary.kind.rawValue
    title = summary.title
    published = page.publication?.day.description
    publishedQuote = page.publication?.quote
    source = page.source
    breadcrumb = page.breadcrumb.map(\.text)
    columnType = page.breadcrumb.last.flatMap { ColumnType(named: $0.text)?.rawValue }
    items = page.listItems.map {
      Item(
        title: $0.title, date: $0.date?.day.description, url: $0.url?.href, pinned: $0.isPinned)
    }
    documentHead = page.documentHead
    documentNumbers = page.documentNumbers
    tables = page.tables.map(\.rows)
    body = page.mainText
  }

  var text: String {
    var lines = ["网址\t\(url)", "类别\t\(kind)", "标题\t\(title)"]
    lines.append("发布日期\t\(published ?? "-")\t\(publishedQuote ?? "")")
    lines.append("来源\t\(source ?? "-")")
    lines.append("位置\t\(breadcrumb.joined(separator: " > "))")
    lines += documentHead.sorted { $0.key < $1.key }.map { "文件信息\t\($0.key)\t\($0.value)" }
    lines.append("文号\t\(documentNumbers.joined(separator: " "))")
    lines += items.map { "条目\t\($0.date ?? "-")\t\($0.title)" }
    lines.append("表格\t\(tables.count)")
    lines.append("正文\t\(body.prefix(200))")
    return lines.joined(separator: "\n")
  }
}
