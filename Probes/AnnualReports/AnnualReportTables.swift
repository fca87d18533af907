public import AuditModel
public import SiteModel

/// Whether a report has the three tables of the form, with all their rows.
public struct AnnualReportTables: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "annual-report.tables", title: "年度报告三张表格齐全", family: .annualReport,
    citations: [
      Citation(
        document: "政府信息公开工作年度报告格式(国办公开办函〔2021〕30号)", place: "第二、三、四部分表格",
        confidence: .verified)
    ],
    checks: "在2019年度以来本单位的年度报告网页(或其 PDF、Word 附件)中找三张表格:主动公开情况表、收到和处理申请情况表、行政复议和行政诉讼情况表,"
      + "按合并单元格展开后核对行列。",
    passes: "三张表格都以文字表格形式存在,行列完整。", fails: "报告在网页上能完整读取,没有图片和附件,缺少某张表格。",
    cannotDecide: "表格可能在图片、扫描件或读不了的附件中、没有读全的不作结论;表格缺少格式规定的行或者行的单元格数不齐的提请人工判断。",
    codes: [
      "annual-report.tables.present", "annual-report.tables.missing",
      "annual-report.tables.incomplete", "annual-report.tables.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let latest = ReportDuty(.disclosure, of: site).latestYear(asOf: site.asOf)
    return ReportReading.all(of: site).flatMap { reading in
      ReportTableSight.all(reading).map { observe($0, reading, latest: latest) }
    }.sorted { $0.subject < $1.subject }
  }

  private func observe(
    _ sight: ReportTableSight, _ reading: ReportReading, latest: Int
  ) -> Observation {
    let subject = "\(reading.record.year)#\(sight.id)"
    var values = reading.record.values(latest: latest)
      .merging(["table": sight.title, "item": subject]) { $1 }
    if !sight.lacking.isEmpty {
      values["rows"] = sight.lacking.prefix(6).joined(separator: "、")
      values["count"] = String(sight.lacking.count)
    }
    let locator = sight.xpath.flatMap { Locator(table: $0) }
    let (code, outcome, reason): (String, Outcome, InconclusiveReason?) =
      switch sight.state {
      case .whole: ("present", .pass, nil)
      case .lacking: ("incomplete", .review, .ambiguous)
      case .absent: ("missing", .fail, nil)
      case .unseen(let reason): ("undecided", .inconclusive, reason)
      }
    return observation(
      code, outcome, reason: reason, subject: subject, values: values, page: reading.page,
      locator: locator)
  }
}

/// One of the three tables, as far as it was seen.
struct ReportTableSight {
  enum State {
    case whole, lacking, absent
    case unseen(InconclusiveReason)
  }

  let id: String
  let title: String
  let state: State
  /// Rows of the form that are not there, or whose numbers could not be told apart.
  let lacking: [String]
  let xpath: String?

  static func all(_ reading: ReportReading) -> [ReportTableSight] {
    let applications = reading.applications.map { table in
      (lacking: table.missing + table.unreadable.map { "“\($0)”" }, xpath: table.xpath)
    }
    let disputes = reading.disputes.map { table in
      (lacking: lacking(table), xpath: table.xpath)
    }
    return [
      ReportTableSight(
        "disclosed", "主动公开政府信息情况表", reading, reading.disclosed.map { ($0.missing, $0.xpath) }),
      ReportTableSight("applications", "收到和处理政府信息公开申请情况表", reading, applications),
      ReportTableSight("disputes", "政府信息公开行政复议、行政诉讼情况表", reading, disputes),
    ]
  }

  /// In a laid-out document the words of a table without drawn lines stand among the text.
  private static func mayHideTable(_ reading: ReportReading) -> Bool {
    guard let body = reading.body, body.isLayout else { return false }
    let words = ["自然人", "结果维持", "现行有效", "处理决定数量", "商业企业", "尚未审结"]
    return body.lines.contains { line in
      line.count < 60 && words.contains { line.contains($0) }
    }
  }

  private static func lacking(_ table: DisputeTable) -> [String] {
    Array(DisputeTable.titles.dropFirst(table.groups.count))
      + table.groups.filter { !$0.cells.allSatisfy { $0.value != nil } }.map { "“\($0.title)”" }
  }

  private init(
    _ id: String, _ title: String, _ reading: ReportReading,
    _ found: (lacking: [String], xpath: String)?
  ) {
    self.id = id
    self.title = title
    lacking = found?.lacking ?? []
    xpath = found?.xpath
    if let found {
      state = found.lacking.isEmpty ? .whole : .lacking
    } else if !reading.isWhole {
      state = .unseen(reading.doubt ?? .ambiguous)
    } else if reading.body?.pictures ?? 0 > 0 || !(reading.body?.files.isEmpty ?? true) {
      state = .unseen(.notExamined)
    } else if ReportTableSight.mayHideTable(reading) {
      state = .unseen(.ambiguous)
    } else {
      state = .absent
    }
  }
}
