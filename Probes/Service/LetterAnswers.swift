public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether published letters of citizens were answered, and how long it took.
public struct LetterAnswers: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "interaction.letters", title: "公开留言的答复", family: .service,
    citations: [
      Citation(
        document: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标的通知(国办秘函〔2019〕19号)",
        place: "单项否决:政务咨询类栏目超过3个月未回应有效留言", confidence: .verified),
      Citation(document: "随州市2020年政务公开第三方评估指标", place: "回应关切 公开反馈", confidence: .observed),
      Citation(document: "2023年政务公开考核评估指标", place: "政民互动 留言办理", confidence: .observed),
    ],
    checks: "公开的来信、留言、咨询页面和列表中,写明的来信(留言、提交)时间和答复(回复、办结)时间,按工作日计算间隔。只看最近一年的。",
    passes: "已经答复,间隔不超过15个工作日。", fails: "来信超过三个月,页面写明尚未答复(未回复、待办理等)。",
    cannotDecide: "答复间隔超过15个工作日、未答复但不满三个月的,规定期限由当地确定,提请人工判断;没有写明时间的不计。",
    codes: [
      "interaction.letters.answered", "interaction.letters.late", "interaction.letters.open",
      "interaction.letters.unanswered", "interaction.letters.none",
    ])

  static let limit = 15
  private static let places = ["信箱", "留言", "咨询", "来信", "问政", "互动", "投诉", "建议"]
  private static let asked = [
    "来信时间", "来信日期", "留言时间", "留言日期", "提交时间", "提问时间", "咨询时间", "写信时间", "提交日期", "投诉时间",
    "咨询日期", "写信日期", "信件日期",
  ]
  private static let answered = [
    "答复时间", "答复日期", "回复时间", "回复日期", "办结时间", "办结日期", "处理时间", "反馈时间", "受理答复时间",
  ]
  private static let state = ["状态", "办理情况", "处理情况", "是否回复", "回复情况"]
  private static let open = ["未回复", "未答复", "待回复", "待答复", "待办理", "未办理", "办理中", "处理中", "未处理", "待处理"]
  private static let subjects = ["标题", "主题", "事项名称", "信件名称", "留言内容", "来信内容"]

  private let calendar: WorkingCalendar

  /// Makes the value from its parts.
  public init(calendar: WorkingCalendar = .national) { self.calendar = calendar }

  private struct Letter {
    let subject: String
    let title: String
    let asked: Day
    let answered: Day?
    let isOpen: Bool
    let page: PageReference
  }

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    var letters: [String: Letter] = [:]
    for summary in site.pages where Self.isPlace(summary) {
      guard let page = site.landing(at: summary.url) else { continue }
      for letter in Self.letters(on: page, summary) where letter.asked <= site.asOf {
        // The letter's own page says more than a list that only names it.
        if letters[letter.subject].map({ $0.answered == nil && letter.answered != nil }) ?? true {
          letters[letter.subject] = letter
        }
      }
    }
    let recent = letters.values.filter { $0.asked >= site.asOf.adding(months: -12) }
    guard !recent.isEmpty else { return [observation("none", .notChecked, subject: "letters")] }
    return recent.compactMap { judge($0, asOf: site.asOf) }.sorted { $0.subject < $1.subject }
  }

  private static func isPlace(_ page: PageSummary) -> Bool {
    guard page.kind != .stub else { return false }
    return (page.trail + [page.title]).contains { name in places.contains { name.contains($0) } }
  }

  private static func letters(on page: Page, _ summary: PageSummary) -> [Letter] {
    let tables = page.tables.compactMap { HeadedTable($0, needed: [asked, subjects]) }
    if !tables.isEmpty {
      return tables.flatMap { table in
        table.rows.prefix(500).compactMap { letter(in: $0, of: table, summary) }
      }
    }
    let rows = page.tables.flatMap(\.rows).map { $0.joined(separator: "：") }
    let text = LabelledText(
      page.mainText.split(whereSeparator: \.isNewline).map(String.init) + rows)
    guard let day = LabelledDates.day(after: asked, in: text) else { return [] }
    let status = text.values(after: state).map(\.text)
    return [
      Letter(
        subject: "\(Naming.fold(summary.title))@\(day)", title: summary.title, asked: day,
        answered: LabelledDates.day(after: answered, in: text),
        isOpen: status.contains { text in open.contains { text.contains($0) } },
        page: summary.reference)
    ]
  }

  private static func letter(
    in row: [String], of table: HeadedTable, _ summary: PageSummary
  ) -> Letter? {
    guard let title = table.cell(row, under: subjects), let cell = table.cell(row, under: asked),
      let day = LabelledDates.day(in: cell), !Naming.fold(title).isEmpty
    else { return nil }
    let reply = table.cell(row, under: answered)
    let status = (table.cell(row, under: state) ?? "") + (reply ?? "")
    return Letter(
      subject: "\(Naming.fold(title))@\(day)", title: title, asked: day,
      answered: reply.flatMap { LabelledDates.day(in: $0) },
      isOpen: open.contains { status.contains($0) }, page: summary.reference)
  }

  /// Nil for one that is neither answered nor said to be open: nothing is known of it.
  private func judge(_ letter: Letter, asOf: Day) -> Observation? {
    let end = letter.answered ?? asOf
    guard letter.answered != nil || letter.isOpen else { return nil }
    let days = calendar.workingDays(from: letter.asked, to: end)
    var values = [
      "letter": letter.title, "since": letter.asked.description, "limit": "\(Self.limit)",
    ]
    values["published"] = letter.answered?.description
    values["workdays"] = days.map(String.init)
    let isLate = (days ?? end.days(since: letter.asked)) > Self.limit
    let (code, outcome): (String, Outcome) =
      if letter.answered != nil {
        isLate ? ("late", .review) : ("answered", .pass)
      } else if letter.asked.adding(months: 3) < asOf {
        ("unanswered", .fail)
      } else {
        ("open", isLate ? .review : .notChecked)
      }
    return observation(
      code, outcome, reason: outcome == .review ? .ambiguous : nil, subject: letter.subject,
      values: values, page: letter.page, quote: letter.title)
  }
}
