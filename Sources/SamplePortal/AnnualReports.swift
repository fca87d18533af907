/// Numbers of one year's report; every identity between its tables holds.
struct AnnualFigures {
  /// 自然人, 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他.
  static let applicants = 6
  /// Rows of 本年度办理结果 under (一) to (六).
  static let results = 21

  var received: [Int]
  var carriedIn: [Int]
  /// By result, then by applicant.
  var handled: [[Int]]
  var carriedOut: [Int]
  /// 复议, 直接起诉, 复议后起诉; each 维持, 纠正, 其他, 尚未审结.
  var disputes: [[Int]]

  /// Figures whose applications received follow from what was handled and carried over.
  init(carriedIn: [Int], random: inout SeededGenerator) {
    self.carriedIn = carriedIn
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: Self.applicants), count: Self.results)
    for result in [0, 1, 10, 11, 14, 20] {
      table[result][0] = random.number(0...9)
      table[result][1] = random.number(0...2)
    }
    table[0] = zip(table[0], carriedIn).map { $0 + $1 }
    handled = table
    carriedOut = [random.number(0...3), random.number(0...1), 0, 0, 0, 0]
    let totals = (0..<Self.applicants).map { index in table.reduce(0) { $0 + $1[index] } }
    let leaving = carriedOut
    received = (0..<Self.applicants).map { totals[$0] + leaving[$0] - carriedIn[$0] }
    disputes = (0..<3).map { _ in
      [random.number(0...3), random.number(0...1), random.number(0...1), 0]
    }
  }

  var handledTotals: [Int] {
    (0..<Self.applicants).map { index in handled.reduce(0) { $0 + $1[index] } }
  }
}

/// The three tables, laid out as 国办公开办函〔2021〕30号 gives them.
enum AnnualTables {
  private static let resultRows: [(group: String, label: String)] = [
    ("", "（一）予以公开"), ("", "（二）部分公开"), ("（三）不予公开", "1.属于国家秘密"),
    ("（三）不予公开", "2.其他法律行政法规禁止公开"), ("（三）不予公开", "3.危及“三安全一稳定”"),
    ("（三）不予公开", "4.保护第三方合法权益"), ("（三）不予公开", "5.属于三类内部事务信息"),
    ("（三）不予公开", "6.属于四类过程性信息"), ("（三）不予公开", "7.属于行政执法案卷"),
    ("（三）不予公开", "8.属于行政查询事项"), ("（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("（四）无法提供", "2.没有现成信息需要另行制作"), ("（四）无法提供", "3.补正后申请内容仍不明确"),
    ("（五）不予处理", "1.信访举报投诉类申请"), ("（五）不予处理", "2.重复申请"),
    ("（五）不予处理", "3.要求提供公开出版物"), ("（五）不予处理", "4.无正当理由大量反复申请"),
    ("（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
    ("（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("（六）其他处理", "3.其他"),
  ]

  static func second(regulations: [Int], decisions: [Int], fees: String) -> String {
    """
    <table class="nb"><tr><td colspan="4">第二十条第（一）项</td></tr>
    <tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
    <tr><td>规章</td><td>0</td><td>0</td><td>0</td></tr>
    <tr><td>行政规范性文件</td>\(cells(regulations))</tr>
    <tr><td colspan="4">第二十条第（五）项</td></tr>
    <tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
    <tr><td>行政许可</td><td colspan="3">\(decisions[0])</td></tr>
    <tr><td colspan="4">第二十条第（六）项</td></tr>
    <tr><td>信息内容</td><td colspan="3">本年处理决定数量</td></tr>
    <tr><td>行政处罚</td><td colspan="3">\(decisions[1])</td></tr>
    <tr><td>行政强制</td><td colspan="3">\(decisions[2])</td></tr>
    <tr><td colspan="4">第二十条第（八）项</td></tr>
    <tr><td>信息内容</td><td colspan="3">本年收费金额（单位：万元）</td></tr>
    <tr><td>行政事业性收费</td><td colspan="3">\(fees)</td></tr></table>
    """
  }

  static func third(_ figures: AnnualFigures) -> String {
    let handled = zip(resultRows, figures.handled).enumerated().map { index, pair in
      let lead = index == 0 ? #"<td rowspan="22">三、本年度办理结果</td>"# : ""
      return "<tr>\(lead)\(label(index))\(row(pair.1))</tr>"
    }
    return """
      <table class="nb"><tr><td colspan="3" rowspan="3">（本列数据的勾稽关系为：第一项加第二项之和，\
      等于第三项加第四项之和）</td><td colspan="7">申请人情况</td></tr>
      <tr><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>
      <tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td><td>法律服务机构</td><td>其他</td></tr>
      <tr><td colspan="3">一、本年新收政府信息公开申请数量</td>\(row(figures.received))</tr>
      <tr><td colspan="3">二、上年结转政府信息公开申请数量</td>\(row(figures.carriedIn))</tr>
      \(handled.lines)
      <tr><td colspan="2">（七）总计</td>\(row(figures.handledTotals))</tr>
      <tr><td colspan="3">四、结转下年度继续办理</td>\(row(figures.carriedOut))</tr></table>
      """
  }

  static func fourth(_ figures: AnnualFigures) -> String {
    let heads = "<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>"
    return """
      <table class="nb"><tr><td colspan="5" rowspan="2">行政复议</td>\
      <td colspan="10">行政诉讼</td></tr>
      <tr><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
      <tr>\(heads)\(heads)\(heads)</tr>
      <tr>\(figures.disputes.map(row).joined())</tr></table>
      """
  }

  /// The numbers and their sum.
  private static func row(_ numbers: [Int]) -> String { cells(numbers + [numbers.reduce(0, +)]) }

  private static func cells(_ numbers: [Int]) -> String {
    numbers.map { "<td>\($0)</td>" }.joined()
  }

  private static func label(_ index: Int) -> String {
    let (group, label) = resultRows[index]
    guard !group.isEmpty else { return #"<td colspan="2">\#(label)</td>"# }
    let members = resultRows.indices.filter { resultRows[$0].group == group }
    let lead = members.first == index ? "<td rowspan=\"\(members.count)\">\(group)</td>" : ""
    return "\(lead)<td>\(label)</td>"
  }
}

extension Draft {
  /// Reports from 2019 to the year before, as far as they were out by then, newest first.
  mutating func placeAnnualReports(
    _ frame: Frame, _ column: Column, _ issuer: Issuer, due: (month: Int, day: Int)
  ) -> [Entry] {
    var carried = [Int](repeating: 0, count: AnnualFigures.applicants)
    var valid = random.number(30...60)
    var entries: [Entry] = []
    for year in 2019..<max(2019, asOf.year) {
      let day = SampleDay(year: year + 1, month: due.month, day: due.day - random.number(1...7))
      guard day <= asOf else { break }
      let figures = AnnualFigures(carriedIn: carried, random: &random)
      carried = figures.carriedOut
      let issued = random.number(2...8)
      let repealed = random.number(0...2)
      valid += issued - repealed
      let title = "\(issuer.name)\(year)年政府信息公开工作年度报告"
      let path = articlePath(column.path, day)
      let body = report(year, figures, regulations: [issued, repealed, valid], issuer)
      place(
        frame, path,
        Sheets.article(column, title: title, day: day, source: issuer.name, body: body))
      entries.insert(Entry(title: title, path: path, day: day), at: 0)
    }
    return entries
  }

  private mutating func report(
    _ year: Int, _ figures: AnnualFigures, regulations: [Int], _ issuer: Issuer
  ) -> String {
    let received = figures.received.reduce(0, +)
    let decisions = [random.number(90...900), random.number(10...90), random.number(0...9)]
    return """
      <p>　　根据《中华人民共和国政府信息公开条例》要求，现公布\(issuer.name)\(year)年政府信息公开工作年度报告。\
      所列数据的统计期限自\(year)年1月1日起至12月31日止。</p>
      <h3>一、总体情况</h3>
      \(paragraphs([
        "主动公开。全年通过网站发布政府信息\(random.number(600...3_000))条。",
        "依申请公开。全年新收政府信息公开申请\(received)件。",
        "政府信息管理。完善发布审查机制，规范性文件标注有效性。",
        "平台建设。优化政府信息公开专栏，提升检索功能。", "监督保障。开展业务培训\(random.number(2...5))次。",
      ]))
      <h3>二、主动公开政府信息情况</h3>
      \(AnnualTables.second(regulations: regulations, decisions: decisions, fees: "0"))
      <h3>三、收到和处理政府信息公开申请情况</h3>
      \(AnnualTables.third(figures))
      <h3>四、政府信息公开行政复议、行政诉讼情况</h3>
      \(AnnualTables.fourth(figures))
      <h3>五、存在的主要问题及改进情况</h3>
      \(paragraphs(["主要问题是政策解读形式还不够丰富。改进情况：增加了图解和访谈解读。"]))
      <h3>六、其他需要报告的事项</h3>
      \(paragraphs(["本年度没有收取信息处理费。没有其他需要报告的事项。"]))
      """
  }
}
