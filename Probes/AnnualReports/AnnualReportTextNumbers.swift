public import AuditModel
public import SiteModel

/// Whether the numbers a report names in its text are those of its tables.
public struct AnnualReportTextNumbers: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "annual-report.text-numbers", title: "年度报告正文与表格数字一致", family: .annualReport,
    citations: [
      Citation(
        document: "政府信息公开工作年度报告格式(国办公开办函〔2021〕30号)", place: "总体情况与第三、四部分表格",
        confidence: .single)
    ],
    checks: "在报告正文中找收到申请、行政复议、行政诉讼、结转下年的件数,与表格中的对应数字比较。",
    passes: "正文写明的件数在表格中都有对应的数字。", fails: "本检查不作不符合的结论:正文的统计口径可能与表格不同。",
    cannotDecide: "不一致的提请人工判断,列出正文原句和表格数字。",
    codes: ["annual-report.text-numbers.agree", "annual-report.text-numbers.differ"])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let latest = ReportDuty(.disclosure, of: site).latestYear(asOf: site.asOf)
    return ReportReading.all(of: site).compactMap { reading in
      let statements = ReportStatement.all(in: reading)
      guard !statements.isEmpty else { return nil }
      var values = reading.record.values(latest: latest)
      let wrong = statements.filter { !$0.allowed.contains($0.number) }
      values["count"] = String(wrong.isEmpty ? statements.count : wrong.count)
      values["detail"] = wrong.prefix(4).map {
        "正文“\($0.sentence)”，表格为\($0.tableWords)"
      }.joined(separator: "；")
      return observation(
        wrong.isEmpty ? "agree" : "differ", wrong.isEmpty ? .pass : .review,
        reason: wrong.isEmpty ? nil : .ambiguous, subject: String(reading.record.year),
        values: values, page: reading.page, quote: wrong.first?.sentence)
    }.sorted { $0.subject < $1.subject }
  }
}

/// A number of applications or disputes that the text names, and what the tables allow for it.
struct ReportStatement {
  let sentence: String
  let number: Int
  let allowed: Set<Int>
  let tableWords: String

  static func all(in reading: ReportReading) -> [ReportStatement] {
    guard let body = reading.body, let table = reading.applications,
      let received = table.row(.received)?.cells.last?.value,
      let carriedIn = table.row(.carriedIn)?.cells.last?.value,
      let carriedOut = table.row(.carriedOut)?.cells.last?.value
    else { return [] }
    let overview = reading.sections.lines(of: .overview, in: body.lines)
    let sentences = overview.flatMap { $0.split { "。；;！".contains($0) } }.map(String.init)
    let disputes = reading.disputes?.groups.compactMap { $0.cells.last?.value } ?? []
    return sentences.compactMap { sentence in
      statement(
        sentence, received: received, carriedIn: carriedIn, carriedOut: carriedOut,
        disputes: disputes)
    }
  }

  /// Only sentences with one number of cases are read; what more they count cannot be told.
  private static func statement(
    _ sentence: String, received: Int, carriedIn: Int, carriedOut: Int, disputes: [Int]
  ) -> ReportStatement? {
    let numbers = numbers(in: sentence)
    guard numbers.count == 1, let number = numbers.first, sentence.count <= 120 else { return nil }
    let allowed: Set<Int>
    let words: String
    if sentence.contains("结转"), sentence.contains("下年") || sentence.contains("下一年") {
      (allowed, words) = ([carriedOut], "结转下年度\(carriedOut)件")
    } else if sentence.contains("复议"), !sentence.contains("诉讼"), disputes.count == 3 {
      (allowed, words) = ([disputes[0]], "行政复议总计\(disputes[0])件")
    } else if sentence.contains("诉讼"), !sentence.contains("复议"), disputes.count == 3 {
      let sum = disputes[1] + disputes[2]
      (allowed, words) = ([sum, disputes[1], disputes[2]], "行政诉讼总计\(sum)件")
    } else if sentence.contains("申请"), isReceipt(sentence) {
      (allowed, words) = (
        [received, received + carriedIn], "本年新收\(received)件、上年结转\(carriedIn)件"
      )
    } else {
      return nil
    }
    return ReportStatement(
      sentence: String(sentence.trimmingPrefix { $0.isWhitespace }.prefix(80)), number: number,
      allowed: allowed, tableWords: words)
  }

  private static func isReceipt(_ sentence: String) -> Bool {
    ["新收", "共收到", "收到政府信息公开", "收到依申请", "收到信息公开", "受理政府信息公开", "受理依申请", "共受理", "收到公民"]
      .contains { sentence.contains($0) }
      && !["比上年", "同比", "网上", "在线", "信函", "当面", "其中"].contains { sentence.contains($0) }
  }

  /// Numbers followed by a word for cases.
  private static func numbers(in sentence: String) -> [Int] {
    var result: [Int] = []
    var run = ""
    for sign in sentence {
      if sign.isASCII, sign.isNumber {
        run.append(sign)
      } else if !run.isEmpty, sign == " " || sign == "," {
        continue
      } else {
        if "件宗起条".contains(sign), run.count <= 7, let number = Int(run) { result.append(number) }
        run = ""
      }
    }
    return result
  }
}
