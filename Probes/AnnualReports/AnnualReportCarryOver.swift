public import AuditModel
public import SiteModel

/// Whether a report begins where the one before it ended.
public struct AnnualReportCarryOver: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "annual-report.carry-over", title: "年度报告结转数与上年衔接", family: .annualReport,
    citations: [
      Citation(
        document: "政府信息公开工作年度报告格式(国办公开办函〔2021〕30号)", place: "第三部分表格第二项、第四项",
        confidence: .single)
    ],
    checks: "取相邻两个年度的报告,逐列比较上一年度表格第四项“结转下年度继续办理”与本年度第二项“上年结转”;"
      + "规范性文件现行有效件数与上年件数加制发减废止相比,不一致的只作提示。",
    passes: "七列数字都相同。", fails: "两份报告的表格都能完整读取,而有一列数字不同。",
    cannotDecide: "缺少其中一份报告、表格在附件或图片中、单元格空着或不是数字的不作结论。",
    codes: [
      "annual-report.carry-over.matches", "annual-report.carry-over.differs",
      "annual-report.carry-over.undecided", "annual-report.carry-over.documents-differ",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let latest = ReportDuty(.disclosure, of: site).latestYear(asOf: site.asOf)
    let readings = ReportReading.all(of: site)
    let byYear = Dictionary(
      readings.map { ($0.record.year, $0) }, uniquingKeysWith: { first, _ in first })
    return readings.flatMap { reading -> [Observation] in
      guard let before = byYear[reading.record.year - 1] else { return [] }
      return [carryOver(reading, after: before, latest: latest)]
        + documents(reading, after: before, latest: latest)
    }.sorted { $0.subject < $1.subject }
  }

  private func carryOver(
    _ reading: ReportReading, after before: ReportReading, latest: Int
  ) -> Observation {
    var values = reading.record.values(latest: latest)
    values["before"] = String(before.record.year)
    values["item"] = "\(reading.record.year)#carry-over"
    guard let left = before.applications?.row(.carriedOut),
      let right = reading.applications?.row(.carriedIn)
    else {
      return answer("undecided", .inconclusive, reading, values, reason: .notExamined)
    }
    var lines: [String] = []
    var isBlank = false
    for (index, name) in ApplicationTable.applicants.enumerated() {
      let (out, carried) = (left.cells[index], right.cells[index])
      guard out.value != carried.value else { continue }
      isBlank = isBlank || out.isBlank || carried.isBlank
      lines.append(
        "“\(name)”列：\(before.record.year)年结转下年度\(out.isBlank ? "（空）" : out.text)，"
          + "\(reading.record.year)年上年结转\(carried.isBlank ? "（空）" : carried.text)")
    }
    guard !lines.isEmpty else { return answer("matches", .pass, reading, values) }
    values["count"] = String(lines.count)
    values["detail"] = lines.joined(separator: "；")
    return isBlank
      ? answer("differs", .review, reading, values, reason: .ambiguous)
      : answer("differs", .fail, reading, values)
  }

  /// Documents in force may also change by lapse of time, so a difference is only a hint.
  private func documents(
    _ reading: ReportReading, after before: ReportReading, latest: Int
  ) -> [Observation] {
    guard let now = reading.disclosed?.documents, let then = before.disclosed?.documents else {
      return []
    }
    return now.compactMap { kind in
      guard let old = then.first(where: { $0.title == kind.title })?.inForce.value,
        let issued = kind.issued.value, let repealed = kind.repealed.value,
        let inForce = kind.inForce.value, old + issued - repealed != inForce
      else { return nil }
      var values = reading.record.values(latest: latest)
      values["before"] = String(before.record.year)
      values["kind"] = kind.title
      values["detail"] = "\(old)＋\(issued)－\(repealed)＝\(old + issued - repealed)，表中为\(inForce)"
      return observation(
        "documents-differ", .info, subject: "\(reading.record.year)#\(kind.title)", values: values,
        page: reading.page)
    }
  }

  private func answer(
    _ code: String, _ outcome: Outcome, _ reading: ReportReading, _ values: [String: String],
    reason: InconclusiveReason? = nil
  ) -> Observation {
    observation(
      code, outcome, reason: reason, subject: String(reading.record.year), values: values,
      page: reading.page,
      locator: reading.applications.flatMap { Locator(table: $0.xpath) })
  }
}
