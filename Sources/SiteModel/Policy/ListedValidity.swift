public import AuditModel
import PageModel
import WebAddress

/// What the site's lists say about which documents are in force: a table column 有效性, or a mark
/// such as 【已失效】 in an entry's title.
public struct ListedValidity: Sendable {
  /// One document's label and where it stands.
  public struct Label: Sendable, Hashable {
    /// The words, such as `有效` or `已废止`.
    public let text: String
    /// The list page.
    public let page: PageReference
  }

  private var labels: [String: Label] = [:]
  private static let limit = 50_000
  private static let headers = ["有效性", "是否有效", "效力状态", "时效性", "效力", "有效状态", "文件状态", "状态"]

  /// The label a list gives the document; nil when no list does.
  public func label(number: String?, title: String) -> Label? {
    if let number, let label = labels[number] { return label }
    return labels[Naming.fold(title)]
  }

  mutating func collect(_ page: Page, title: String) {
    let reference = PageReference(url: page.url.href, title: title)
    for table in page.tables { collect(table, reference) }
    for item in page.listItems where labels.count < ListedValidity.limit {
      if let (name, mark) = ListedValidity.mark(in: item.title) {
        labels[Naming.fold(name)] = Label(text: mark, page: reference)
      }
    }
  }

  private mutating func collect(_ table: PageTable, _ page: PageReference) {
    guard let header = table.rows.first,
      let column = header.firstIndex(where: { cell in
        let name = cell.filter { !$0.isWhitespace }
        return ListedValidity.headers.contains(name)
      })
    else { return }
    for row in table.rows.dropFirst() where row.indices.contains(column) {
      let text = row[column].trimmingSpaces()
      guard ValidityState(text) != nil, labels.count < ListedValidity.limit else { continue }
      for cell in row where cell.count >= 6 {
        labels[Naming.fold(cell)] = Label(text: text, page: page)
        if let number = DocumentMention.numbers(in: cell).first {
          labels[number] = Label(text: text, page: page)
        }
      }
    }
  }

  /// The mark in a title (`【已废止】某某办法`); nil when it bears none.
  public static func mark(inTitle title: String) -> String? { mark(in: title)?.mark }

  /// `【已废止】某某办法` → the name and the mark.
  static func mark(in title: String) -> (name: String, mark: String)? {
    for (open, close) in [("【", "】"), ("[", "]"), ("（", "）"), ("(", ")"), ("〔", "〕")] {
      guard let start = title.lastRange(of: open), let end = title.lastRange(of: close),
        start.upperBound <= end.lowerBound
      else { continue }
      let mark = String(title[start.upperBound..<end.lowerBound])
      guard mark.count <= 8, ValidityState(mark) != nil else { continue }
      return (String(title[..<start.lowerBound]) + String(title[end.upperBound...]), mark)
    }
    return nil
  }
}

/// What a validity label says.
public enum ValidityState: Sendable, Hashable {
  case inForce, repealed, amended

  /// Nil when the words are no validity label (`长期`, `5年`, `/`).
  public init?(_ text: String) {
    let text = text.filter { !$0.isWhitespace }
    if ["失效", "废止", "无效", "作废", "否"].contains(where: { text.contains($0) }) {
      self = .repealed
    } else if text.contains("修改") || text.contains("修订") {
      self = .amended
    } else if text.contains("有效") || text == "是" {
      self = .inForce
    } else {
      return nil
    }
  }
}

extension String {
  /// The last place where `other` stands.
  fileprivate func lastRange(of other: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    while let range = firstBytes(of: other, from: found?.upperBound) { found = range }
    return found
  }
}
