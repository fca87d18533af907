public import AuditModel
public import SiteModel

/// Decisions on applications that were corrected by review or court, as the report itself says.
public struct AnnualReportCorrections: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "annual-report.corrections", title: "年度报告所载复议、诉讼纠正件数", family: .annualReport,
    citations: [
      Citation(
        document: "政府信息公开工作年度报告格式(国办公开办函〔2021〕30号)", place: "第四部分 结果纠正",
        confidence: .single),
      Citation(document: "2023年政务公开考核评估指标", place: "无纠错、撤销情况", confidence: .observed),
    ],
    checks: "读最近一个已到期年度的报告第四部分表格中行政复议、未经复议直接起诉、复议后起诉三组的“结果纠正”数。",
    passes: "三组“结果纠正”都是零或者空白。", fails: "本检查不作不符合的结论:纠正的是不是本单位的答复,由人核定。",
    cannotDecide: "有纠正件数的逐件提请人工判断;没有报告、表格在附件或图片中读不到的不作结论。",
    codes: [
      "annual-report.corrections.none", "annual-report.corrections.corrected",
      "annual-report.corrections.undecided",
    ])

  /// A report that names more has a table that was misread.
  private static let most = 50

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let latest = ReportDuty(.disclosure, of: site).latestYear(asOf: site.asOf)
    guard let reading = ReportReading.all(of: site).first(where: { $0.record.year == latest })
    else { return [] }
    let values = reading.record.values(latest: latest)
    guard let table = reading.disputes, table.isWhole else {
      return [
        observation(
          "undecided", .inconclusive, reason: reading.doubt ?? .notExamined, subject: "\(latest)",
          values: values, page: reading.page)
      ]
    }
    let found = table.groups.flatMap { group -> [Observation] in
      let count = group.cells[1].value ?? 0
      guard count > 0 else { return [] }
      return (1...min(Int(count), Self.most)).map { number in
        observation(
          "corrected", .review, reason: .ambiguous, subject: "\(latest)#\(group.title)#\(number)",
          values: values.merging(["group": group.title, "number": "\(number)", "count": "\(count)"])
          {
            $1
          }, page: reading.page, locator: Locator(table: table.xpath))
      }
    }
    guard found.isEmpty else { return found.sorted { $0.subject < $1.subject } }
    return [
      observation("none", .pass, subject: "\(latest)", values: values, page: reading.page)
    ]
  }
}
