public import AuditModel
public import SiteModel

/// Whether a report has the six parts of the form.
public struct AnnualReportSections: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "annual-report.sections", title: "年度报告六个部分齐全", family: .annualReport,
    citations: [
      Citation(document: "政府信息公开条例(国务院令第711号)", place: "第五十条", confidence: .verified),
      Citation(
        document: "政府信息公开工作年度报告格式(国办公开办函〔2021〕30号)", place: "报告的六个部分",
        confidence: .verified),
    ],
    checks: "打开2019年度以来本单位的年度报告,逐段找六个部分的标题:总体情况,主动公开政府信息情况,收到和处理政府信息公开申请情况,"
      + "政府信息公开行政复议、行政诉讼情况,存在的主要问题及改进情况,其他需要报告的事项。2019年格式的标题同样算数。",
    passes: "六个部分都有各自的标题。", fails: "报告在网页上能完整读取,缺少其中某一部分。",
    cannotDecide: "报告只有图片、扫描件或读不了的附件、没有读全的不作结论;标题与格式不一致、次序颠倒的提请人工判断。",
    codes: [
      "annual-report.sections.present", "annual-report.sections.missing",
      "annual-report.sections.renamed", "annual-report.sections.order",
      "annual-report.sections.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let latest = ReportDuty(.disclosure, of: site).latestYear(asOf: site.asOf)
    return ReportReading.all(of: site).flatMap { observe($0, latest: latest) }
      .sorted { $0.subject < $1.subject }
  }

  private func observe(_ reading: ReportReading, latest: Int) -> [Observation] {
    let year = reading.record.year
    let values = reading.record.values(latest: latest)
    if let doubt = reading.doubt, !reading.isWhole {
      return [
        observation(
          "undecided", .inconclusive, reason: doubt, subject: "\(year)", values: values,
          page: reading.page)
      ]
    }
    var result = ReportSections.Part.allCases.map { part in
      observe(part, reading, values: values.merging(["item": "\(year)#part-\(part)"]) { $1 })
    }
    if let order = outOfOrder(reading.sections) {
      result.append(
        observation(
          "order", .review, reason: .ambiguous, subject: "\(year)#order", values: values,
          page: reading.page, quote: order))
    }
    return result
  }

  private func observe(
    _ part: ReportSections.Part, _ reading: ReportReading, values: [String: String]
  ) -> Observation {
    let subject = "\(reading.record.year)#\(part)"
    let values = values.merging([
      "section": part.title, "number": ReportWords.numeral(part.rawValue),
    ]) { $1 }
    guard let heading = reading.sections.headings[part] else {
      return observation("missing", .fail, subject: subject, values: values, page: reading.page)
    }
    return observation(
      heading.isNamed ? "present" : "renamed", heading.isNamed ? .pass : .review,
      reason: heading.isNamed ? nil : .ambiguous, subject: subject, values: values,
      page: reading.page, quote: heading.line)
  }

  private func outOfOrder(_ sections: ReportSections) -> String? {
    let found = sections.headings.sorted { $0.value.position < $1.value.position }
    guard found.map(\.key) != found.map(\.key).sorted() else { return nil }
    return found.map(\.value.line).map { String($0.prefix(24)) }.joined(separator: " → ")
  }
}

/// Words by which the form numbers its parts.
enum ReportWords {
  static func numeral(_ number: Int) -> String {
    let signs = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    return signs.indices.contains(number - 1) ? signs[number - 1] : String(number)
  }
}
