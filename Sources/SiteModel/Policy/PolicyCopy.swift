public import AuditModel
public import PageModel
public import WebAddress

/// One page on which a policy document was published, and what its head says.
public struct PolicyCopy: Sendable {
  /// Its address.
  public let url: WebURL
  /// Its headline.
  public let title: String
  /// Entries of the document head by label (索引号, 文号, 有效性 …); a label without value is empty.
  public let head: [String: String]
  /// The day it says it was drawn up (成文日期), when exactly one day is named so.
  public let created: DatedText?
  /// The date under the document's signature (落款), as written; nil when none stands there.
  public let signature: String?
  /// The publication date a visitor can see; metas do not count.
  public let published: DatedText?
  /// The words that say to whom it is open (`此件公开发布`, `公开方式:主动公开`).
  public let disclosure: String?
  /// The words that say why nobody interprets it (`本文件无需解读`).
  public let waiver: String?
  /// True when head or title bear a document number, or a short line at the start is one: numbers
  /// further on may be those of documents it cites.
  public let isNumbered: Bool
  /// The words that limit its validity in time (`有效期5年`).
  public let term: String?
  /// True when the text is short and a file beside it holds the document itself.
  public let isAttachmentOnly: Bool
  /// Why the page may hold more than was read; nil when it was read whole.
  public let doubt: InconclusiveReason?

  /// How exports name the page.
  public var reference: PageReference { PageReference(url: url.href, title: title) }

  init(page: Page, title: String) {
    url = page.url
    self.title = title
    head = page.documentHead
    let created = page.dates.filter { $0.role == .created }
    signature = PolicySignature.date(in: page.mainText)
    self.created = Set(created.map(\.day)).count == 1 ? created.first : nil
    published = page.publication.flatMap { $0.source.hasPrefix("/") ? $0 : nil }
    disclosure = PolicyWords.disclosure(of: page)
    waiver = PolicyWords.waiver(in: page.text)
    isNumbered = PolicyWords.isNumbered(page, title: title)
    term = PolicyWords.term(in: page.text)
    isAttachmentOnly =
      page.links.contains(where: PolicyWords.isFile)
      && !Naming.isFoldedLength(of: page.mainText, atLeast: 400)
    if page.dynamicContent.contains(where: { $0.kind == .challenge }) {
      doubt = .wafBlock
    } else if !page.laterContent.isEmpty {
      doubt = .jsOnly
    } else {
      doubt = page.truncations.isEmpty ? nil : .captureIncomplete
    }
  }

  /// The value of a head entry; nil when it is not shown or empty.
  public func value(_ label: String) -> String? {
    guard let value = head[label]?.trimmingSpaces(), !value.isEmpty else { return nil }
    return value
  }
}

/// Phrases in a policy's text that say something about the document itself.
enum PolicyWords {
  /// `此件公开发布`, `信息公开选项:主动公开`, or the head's own entry.
  static func disclosure(of page: Page) -> String? {
    for label in ["公开属性", "公开方式", "公开范围"] {
      if let value = page.documentHead[label], value.contains("公开") || value.contains("社会") {
        return "\(label):\(value)"
      }
    }
    return openness(in: page.text)
  }

  private static let opennessStarts = [
    "此件", "信息公开选项", "信息公开属性", "公开属性", "公开选项", "公开方式",
  ]
  private static let opennessWords = WordSet(opennessStarts)

  /// The words from one of the starts to the end of its clause, when they speak of 公开.
  private static func openness(in text: String) -> String? {
    let matches = opennessWords.matches(in: text)
    for word in opennessStarts.indices {
      for match in matches where match.word == word {
        let line = text[text.range(of: match).lowerBound...].prefix(24)
          .prefix { !"。\n)）】]".contains($0) }
        if line.dropFirst(opennessStarts[word].count).contains("公开") {
          return line.trimmingSpaces()
        }
      }
    }
    return nil
  }

  /// A sentence that says the document needs no interpretation.
  static func waiver(in text: String) -> String? {
    waivers.firstMatches(in: text).first.map { sentence(around: text.range(of: $0), in: text) }
  }

  private static let waivers = WordSet([
    "不解读", "无需解读", "不需要解读", "不需解读", "不予解读", "不作解读", "不做解读", "不再解读", "不进行解读", "免予解读", "免于解读",
    "不组织解读", "毋须解读", "无须解读", "不再另行解读", "不另行解读", "不配套解读",
  ])

  /// A sentence that says how long the document is valid.
  static func term(in text: String) -> String? {
    var at = text.startIndex
    while let range = text.firstBytes(of: "有效期", from: at) {
      if text[range.upperBound...].prefix(12).contains(where: {
        $0.isNumber || "一二三五十年".contains($0)
      }) {
        return sentence(around: range, in: text)
      }
      at = range.upperBound
    }
    return nil
  }

  static func isNumbered(_ page: Page, title: String) -> Bool {
    let head = page.documentHead["文号"] ?? ""
    if !DocumentMention.numbers(in: head + "\n" + title).isEmpty { return true }
    return page.mainText.prefix(800).utf8.split(separator: UInt8(ascii: "\n")).prefix(20)
      .contains { line in
        !DocumentMention.numbers(in: Substring(line)).isEmpty && Substring(line).count <= 30
      }
  }

  static func isFile(_ link: Link) -> Bool {
    guard link.element == .anchor, let path = link.url?.path.lowercased() else { return false }
    return [".pdf", ".doc", ".docx", ".wps", ".ofd", ".zip", ".rar", ".xls", ".xlsx"]
      .contains { path.hasSuffix($0) }
  }

  static func sentence(around range: Range<String.Index>, in text: String) -> String {
    let ends: Set<Character> = ["。", "\n", "；", "!", "！"]
    let before = text[..<range.lowerBound].suffix(60)
    let start = before.lastIndex(where: { ends.contains($0) }).map { before.index(after: $0) }
    let after = text[range.upperBound...].prefix(40).prefix { !ends.contains($0) }
    return String(text[(start ?? before.startIndex)..<after.endIndex]).trimmingSpaces()
  }
}
