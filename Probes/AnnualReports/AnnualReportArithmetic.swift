public import AuditModel
public import SiteModel

/// Whether the numbers of a report's tables add up.
public struct AnnualReportArithmetic: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "annual-report.arithmetic", title: "年度报告表格数据平衡", family: .annualReport,
    citations: [
      Citation(
        document: "政府信息公开工作年度报告格式(国办公开办函〔2021〕30号)", place: "第三、四部分表格勾稽关系",
        confidence: .verified)
    ],
    checks: "逐列逐行核对:第三部分表格每列“一＋二＝三(七)＋四”,每列“三(七)总计＝各项办理结果之和”,每行“总计＝六类申请人之和”;"
      + "第四部分每组“总计＝维持＋纠正＋其他＋尚未审结”。空单元格按0计。",
    passes: "全部等式成立。", fails: "所涉单元格都是数字而等式不成立。一张表格算一处,列出每个不成立的等式和数字。",
    cannotDecide: "合计单元格空着、表格缺少格式规定的行,提请人工判断;单元格不是数字的不作结论;表格在附件或图片中的见“三张表格齐全”。",
    codes: [
      "annual-report.arithmetic.balanced", "annual-report.arithmetic.unbalanced",
      "annual-report.arithmetic.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let latest = ReportDuty(.disclosure, of: site).latestYear(asOf: site.asOf)
    return ReportReading.all(of: site).flatMap { reading in
      ReportBalance.all(reading).map { observe($0, reading, latest: latest) }
    }.sorted { $0.subject < $1.subject }
  }

  private func observe(
    _ balance: ReportBalance, _ reading: ReportReading, latest: Int
  ) -> Observation {
    let subject = "\(reading.record.year)#\(balance.id)"
    var values = reading.record.values(latest: latest)
      .merging(["table": balance.title, "item": subject]) { $1 }
    let broken = balance.broken
    if !broken.isEmpty {
      values["count"] = String(broken.count)
      values["detail"] = broken.prefix(8).map(\.line).joined(separator: "；")
    } else {
      values["count"] = String(balance.identities.count)
    }
    let (code, outcome, reason) = balance.verdict
    return observation(
      code, outcome, reason: reason, subject: subject, values: values, page: reading.page,
      locator: Locator(table: balance.xpath))
  }
}

/// A table's equations and what they say together.
struct ReportBalance {
  let id: String
  let title: String
  let identities: [ReportIdentity]
  /// Rows are lacking, so that a sum that does not hold may be a row that was not read.
  let isPartial: Bool
  let xpath: String

  static func all(_ reading: ReportReading) -> [ReportBalance] {
    var result: [ReportBalance] = []
    if let table = reading.applications {
      result.append(
        ReportBalance(
          id: "applications", title: "收到和处理政府信息公开申请情况表",
          identities: ReportIdentities.of(table),
          isPartial: !table.missing.isEmpty || !table.unreadable.isEmpty, xpath: table.xpath))
    }
    if let table = reading.disputes {
      result.append(
        ReportBalance(
          id: "disputes", title: "政府信息公开行政复议、行政诉讼情况表",
          identities: ReportIdentities.of(table), isPartial: false, xpath: table.xpath))
    }
    return result
  }

  var broken: [ReportIdentity] {
    identities.filter {
      switch $0.verdict {
      case .broken, .brokenByBlank: true
      case .holds, .unknown: false
      }
    }
  }

  var verdict: (code: String, Outcome, InconclusiveReason?) {
    let isProven = identities.contains {
      if case .broken = $0.verdict { return true }
      return false
    }
    if isProven, !isPartial { return ("unbalanced", .fail, nil) }
    if !broken.isEmpty { return ("unbalanced", .review, .ambiguous) }
    let isOpen =
      identities.isEmpty
      || identities.contains {
        if case .unknown = $0.verdict { return true }
        return false
      }
    return isOpen ? ("undecided", .inconclusive, .ambiguous) : ("balanced", .pass, nil)
  }
}
