public import AuditModel
import PageModel
import WebAddress

/// A published statement that a document is no longer in force.
public struct Repeal: Sendable, Hashable {
  /// The number of the repealed document.
  public let number: String
  /// The words that say so.
  public let quote: String
  /// Where they stand.
  public let page: PageReference
  /// From which day, when the statement names one (`自2026年3月1日起`).
  public let effective: Day?
  /// The day the statement was published.
  public let published: Day?

  /// Whether it means the document that bears `own`.
  public func means(_ own: String) -> Bool {
    number == own || (number.hasSuffix(own) && own.first.map { $0 != "〔" } == true)
  }
}

/// Reads 废止 and 失效 out of clean-up notices and closing clauses.
///
/// Notices also list what stays in force and cite the laws they rest on, so a number counts only
/// where its own clause, row or list says that it is repealed.
struct RepealReader {
  private let page: Page
  private let title: String
  private var isListOfRepealed: Bool?
  private(set) var repeals: [Repeal] = []
  private static let limit = 500
  private static let repealed = ["废止", "失效", "停止执行"]
  private static let repealedWords = WordSet(repealed)
  private static let kept = ["继续有效", "保留", "现行有效", "继续执行", "修改", "修订", "重新公布", "重新发布"]
  private static let grounds = ["根据", "按照", "依据", "依照", "贯彻", "落实", "遵照"]
  private static let partial = [
    "部分", "条款", "有关规定", "相关规定", "有关内容", "相关内容", "不一致", "不再废止", "未废止", "不予废止",
  ]

  /// Statements on a page that is a clean-up notice (`isNotice`) or a document with a closing clause.
  static func read(_ page: Page, title: String) -> [Repeal] {
    guard
      repealedWords.occurs(in: page.text),
      !["征求意见", "草案", "解读", "征求", "意见稿"].contains(where: { title.contains($0) })
    else { return [] }
    var reader = RepealReader(page: page, title: title)
    reader.run()
    return reader.repeals
  }

  private init(page: Page, title: String) {
    self.page = page
    self.title = title
    let isPlain =
      RepealReader.says(title, RepealReader.repealed)
      && !RepealReader.says(title, RepealReader.kept) && !title.contains("清理")
    isListOfRepealed = isPlain ? true : nil
  }

  private var isNotice: Bool { RepealReader.says(title, RepealReader.repealed + ["清理"]) }

  private mutating func run() {
    for line in page.text.utf8.split(separator: UInt8(ascii: "\n")).map(Substring.init)
    where repeals.count < RepealReader.limit {
      let mentions = DocumentMention.all(in: line)
      if mentions.isEmpty { heading(String(line)) } else { read(String(line), mentions) }
    }
    guard isNotice else { return }
    for table in page.tables { for row in table.rows { read(row: row) } }
  }

  /// `附件2 宣布失效的文件目录` opens a list.
  private mutating func heading(_ line: String) {
    guard isNotice, !line.hasCharacters(41) else { return }
    if RepealReader.says(line, RepealReader.kept) {
      isListOfRepealed = false
    } else if RepealReader.says(line, RepealReader.repealed) {
      isListOfRepealed = true
    }
  }

  private mutating func read(_ line: String, _ mentions: [DocumentMention]) {
    var effective: Day?
    for sentence in line.split(whereSeparator: { "。；;".contains($0) }).map(String.init) {
      effective = ChineseDay.after("自", in: sentence) ?? effective
      let numbers = DocumentMention.all(in: sentence)
      guard !numbers.isEmpty else { continue }
      for mention in numbers where isRepealed(mention, in: sentence) {
        add(mention.number, quote: sentence, effective: effective)
      }
    }
  }

  private func isRepealed(_ mention: DocumentMention, in sentence: String) -> Bool {
    guard let clause = RepealReader.clause(of: mention, in: sentence),
      !RepealReader.says(clause, RepealReader.grounds)
    else { return false }
    if RepealReader.says(sentence, RepealReader.partial) { return false }
    if RepealReader.says(sentence, RepealReader.repealed) {
      // `《甲》第五条同时废止` leaves the document in force.
      return !(sentence.contains("第") && sentence.contains("条") && !sentence.contains("自"))
        && !RepealReader.says(clause, RepealReader.kept)
    }
    return isNotice && isListOfRepealed == true && !RepealReader.says(sentence, RepealReader.kept)
  }

  /// The part between commas that holds the number.
  private static func clause(of mention: DocumentMention, in sentence: String) -> String? {
    sentence.split(whereSeparator: { "，,".contains($0) }).map(String.init)
      .first { DocumentMention.numbers(in: $0).contains(mention.number) }
  }

  private mutating func read(row: [String]) {
    let numbers = row.flatMap { DocumentMention.numbers(in: $0) }
    guard numbers.count == 1, let number = numbers.first else { return }
    let verdicts = row.filter { $0.count <= 12 }
    let isKept = verdicts.contains {
      RepealReader.says($0, RepealReader.kept + ["有效"]) && !$0.contains("失效")
    }
    let isGone = verdicts.contains { RepealReader.says($0, RepealReader.repealed) }
    guard !isKept, isGone || isListOfRepealed == true else { return }
    add(number, quote: row.filter { !$0.isEmpty }.joined(separator: " | "), effective: nil)
  }

  private mutating func add(_ number: String, quote: String, effective: Day?) {
    guard repeals.count < RepealReader.limit, !repeals.contains(where: { $0.number == number })
    else { return }
    repeals.append(
      Repeal(
        number: number, quote: String(quote.trimmingSpaces().prefix(200)),
        page: PageReference(url: page.url.href, title: title), effective: effective,
        published: page.publication?.day))
  }

  private static func says(_ text: String, _ words: [String]) -> Bool {
    words.contains { text.holdsBytes(of: $0) }
  }
}

/// `2026年3月1日` in running text.
enum ChineseDay {
  /// The first day written right after `mark`.
  static func after(_ mark: String, in text: String) -> Day? {
    var rest = text[...]
    while let range = rest.firstRange(of: mark) {
      rest = rest[range.upperBound...]
      let numbers = rest.prefix(14).split(whereSeparator: { "年月日".contains($0) })
        .prefix(3).compactMap { Int($0.trimmingSpaces()) }
      if numbers.count == 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) {
        return day
      }
    }
    return nil
  }
}
