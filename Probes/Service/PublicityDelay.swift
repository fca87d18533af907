public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// How long after they were made decisions on licences and penalties were published (双公示).
public struct PublicityDelay: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "publicity.delay", title: "行政许可和处罚决定公示的间隔", family: .service,
    citations: [
      Citation(
        document: "山西省2022年度政务公开工作考核方案", place: "“双公示”数据报送情况:迟报", confidence: .observed),
      Citation(
        document: "国务院办公厅关于运用大数据加强对市场主体服务和监管的若干意见(国办发〔2015〕51号)",
        place: "行政许可、行政处罚信息自作出行政决定之日起7个工作日内上网公开", confidence: .memory),
    ],
    checks: "行政许可、行政处罚公示的列表和页面上写明的决定日期和公示(发布)日期,按工作日计算间隔。",
    passes: "间隔不超过7个工作日。", fails: "本检查不作不符合的结论。",
    cannotDecide: "间隔超过7个工作日的提请人工判断(期限以当地报送要求为准);只有一个日期的不计。",
    codes: ["publicity.delay.timely", "publicity.delay.late", "publicity.delay.none"])

  private static let limit = 7
  private static let places = ["行政许可", "行政处罚", "双公示", "许可结果", "处罚决定", "许可公示", "处罚公示"]
  private static let decided = ["决定日期", "决定时间", "许可日期", "处罚日期", "核准日期"]
  private static let shown = ["公示日期", "公示时间", "公开日期", "公开时间", "发布日期", "发布时间"]
  private static let names = ["文书号", "决定书", "名称", "案由", "事项", "相对人", "标题"]

  private let calendar: WorkingCalendar

  /// Makes the value from its parts.
  public init(calendar: WorkingCalendar = .national) { self.calendar = calendar }

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    var seen: [String: Observation] = [:]
    for summary in site.pages where Self.isPlace(summary) {
      guard let page = site.landing(at: summary.url) else { continue }
      for one in observations(on: page, summary) where seen[one.subject] == nil {
        seen[one.subject] = one
      }
      if seen.count > 20_000 { break }
    }
    guard !seen.isEmpty else { return [observation("none", .notChecked, subject: "decisions")] }
    return seen.values.sorted { $0.subject < $1.subject }
  }

  private static func isPlace(_ page: PageSummary) -> Bool {
    guard page.kind != .stub else { return false }
    return (page.trail + [page.title]).contains { name in places.contains { name.contains($0) } }
  }

  private func observations(on page: Page, _ summary: PageSummary) -> [Observation] {
    let tables = page.tables.compactMap { HeadedTable($0, needed: [Self.decided, Self.shown]) }
    if !tables.isEmpty {
      return tables.flatMap { table in
        table.rows.compactMap { row in
          judge(
            Self.names.lazy.compactMap { table.cell(row, under: [$0]) }.first ?? "",
            table.cell(row, under: Self.decided).flatMap { LabelledDates.day(in: $0) },
            table.cell(row, under: Self.shown).flatMap { LabelledDates.day(in: $0) }, summary)
        }
      }
    }
    guard summary.kind == .article else { return [] }
    let rows = page.tables.flatMap(\.rows).map { $0.joined(separator: "：") }
    let lines = page.mainText.split(whereSeparator: \.isNewline).map(String.init)
    let text = LabelledText(lines + rows)
    return [
      judge(
        summary.title, LabelledDates.day(after: Self.decided, in: text),
        summary.publication?.day, summary)
    ].compactMap { $0 }
  }

  private func judge(
    _ name: String, _ decided: Day?, _ shown: Day?, _ page: PageSummary
  ) -> Observation? {
    guard let decided, let shown, decided <= shown, !Naming.fold(name).isEmpty,
      let days = calendar.workingDays(from: decided, to: shown)
    else { return nil }
    let isLate = days > Self.limit
    return observation(
      isLate ? "late" : "timely", isLate ? .review : .pass, reason: isLate ? .ambiguous : nil,
      subject: "\(Naming.fold(name))@\(decided)",
      values: [
        "decision": name, "created": decided.description, "published": shown.description,
        "workdays": String(days), "limit": String(Self.limit),
      ], page: page.reference, quote: name)
  }
}
