import AuditModel
import PageModel
import WebAddress

/// What is kept of an article that may be a policy or an interpretation.
struct DocumentCandidate {
  enum Role { case policy, interpretation }

  let role: Role
  let url: WebURL
  let title: String
  let core: String
  let day: Day?
  /// Its own document number (a policy), or those in its title and head (an interpretation).
  let numbers: [String]
  /// Document numbers the text speaks of, with the name in 《》 that stands before each.
  let mentions: [DocumentMention]
  /// Targets of links in its text and related boxes, as fingerprints of their ``AddressKey``.
  let targets: [UInt64]
  let trail: [String]
  /// Whether the column or the title says so beyond doubt.
  let isMarked: Bool
  let isNormative: Bool
  let isRegistered: Bool
  let copy: PolicyCopy
  let forms: Set<InterpretationForm>

  /// - Parameter names: knows the types of names met before.
  init?(page: Page, summary: PageSummary, names: inout TypeMemo) {
    let types = Set(summary.trail.compactMap { names.type(ofName: $0) })
    let isInterpretationColumn =
      types.contains(.interpretation) || page.meta("ColumnType").map(Naming.fold) == "政策解读"
      || page.meta("ColumnName").flatMap { names.type(ofName: $0) } == .interpretation
      || (summary.trail.count <= 1
        && ColumnVocabulary.type(ofPath: folder(of: page.url)) == .interpretation)
    let isMarked = TitleMarks.isInterpretation(summary.title)
    let own = DocumentCandidate.ownNumbers(page, title: summary.title)
    let isPolicyColumn =
      !types.isDisjoint(with: [.policyFiles, .normativeDocuments])
      || (summary.trail.count <= 1
        && [.policyFiles, .normativeDocuments].contains(
          ColumnVocabulary.type(ofPath: folder(of: page.url)) ?? .home))
    if isMarked || (isInterpretationColumn && !TitleMarks.isPolicy(summary.title)) {
      role = .interpretation
    } else if TitleMarks.isPolicy(summary.title), !isInterpretationColumn,
      isPolicyColumn || !own.isEmpty
    {
      role = .policy
    } else {
      return nil
    }
    self.isMarked = role == .policy ? isPolicyColumn && !own.isEmpty : isMarked
    url = page.url
    title = summary.title
    core = Naming.titleCore(summary.title)
    day = page.publication?.day
    numbers = own
    mentions = role == .policy ? [] : DocumentMention.all(in: page.text.prefix(20_000))
    targets = DocumentCandidate.targets(of: page)
    trail = summary.trail
    isRegistered =
      types.contains(.normativeDocuments) || !(page.documentHead["统一编号"] ?? "").isEmpty
      || own.contains { $0.prefix { $0 != "〔" }.contains("规") }
    isNormative = TitleMarks.isNormative(summary.title) || isRegistered
    copy = PolicyCopy(page: page, title: summary.title)
    forms = role == .policy ? [] : InterpretationForm.forms(of: page, title: summary.title)
  }

  private static func ownNumbers(_ page: Page, title: String) -> [String] {
    var numbers: [String] = []
    for label in ["文号", "发文字号", "文件编号", "发文文号"] {
      if let value = page.documentHead[label] { numbers += DocumentMention.numbers(in: value) }
    }
    if numbers.isEmpty { numbers = DocumentMention.numbers(in: title) }
    if numbers.isEmpty { numbers = page.documentNumbers.prefix(1).map(DocumentMention.normalise) }
    return Array(numbers.prefix(3))
  }

  private static func targets(of page: Page) -> [UInt64] {
    let places: Set<Link.Place> = [.article, .related, .list, .other]
    return Array(
      page.links.lazy.filter { $0.element == .anchor && places.contains($0.place) && !$0.isHidden }
        .compactMap(\.url).filter(\.isHTTP).prefix(300).map { AddressKey($0).fingerprint })
  }
}

private func folder(of url: WebURL) -> String {
  let parts = url.path.split(separator: "/").dropLast()
  // Year folders (`202001`) stand between the column and the article.
  return "/" + parts.filter { !$0.allSatisfy(\.isNumber) }.joined(separator: "/")
}

/// The types that names of columns stand for, looked up once each: articles of one column all say
/// the same of where they stand.
struct TypeMemo {
  private static let limit = 20_000
  private var known: [String: ColumnType?] = [:]

  mutating func type(ofName name: String) -> ColumnType? {
    if let type = known[name] { return type }
    let type = ColumnVocabulary.type(ofName: name)
    if known.count < TypeMemo.limit { known[name] = .some(type) }
    return type
  }
}

/// Words in titles that tell interpretations and policies from news.
public enum TitleMarks {
  private static let interpretation = [
    "政策解读", "解读《", "》解读", "》的解读", "答记者问", "吹风会", "新闻发布会", "图解", "一图读懂", "划重点",
    "专家解读", "文件解读", "负责人就", "政策问答", "》问答", "图文解读", "一图看懂", "部门解读", "解读】", "【解读",
    "解读]", "[解读", "起草说明",
  ]
  private static let policy = [
    "通知", "意见", "办法", "规定", "细则", "方案", "决定", "通告", "规划", "条例", "措施", "预案", "批复", "规则",
    "规程", "标准", "公告",
  ]
  private static let normative = ["办法", "规定", "细则", "意见", "若干措施", "条例", "规划", "规则"]
  private static let notPolicy = [
    "公示", "招聘", "招标", "中标", "采购", "考试", "面试", "成绩", "名单", "征求意见", "征集", "听证", "会议召开",
    "召开", "拍卖", "决定书", "预算", "决算", "年度报告",
  ]

  /// Whether a title calls itself an interpretation.
  public static func isInterpretation(_ title: String) -> Bool {
    let text = title.replacing(" ", with: "").replacing("〉", with: "》").replacing("〈", with: "《")
    if interpretation.contains(where: { text.holdsFolded($0) }) { return true }
    return text.hasSuffix("解读") || text.hasPrefix("解读")
  }

  /// Whether a title is that of a document that sets rules.
  public static func isPolicy(_ title: String) -> Bool {
    policy.contains { title.holdsFolded($0) } && !notPolicy.contains { title.holdsFolded($0) }
  }

  static func isNormative(_ title: String) -> Bool { normative.contains { title.holdsFolded($0) } }
}
