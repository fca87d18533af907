extension Wording {
  /// Annual reports: there, on time, complete, and adding up.
  static let annualReportSentences: [String: Sentence] =
    presence("annual-report", "政府信息公开工作年度报告")
    .merging(presence("website-report", "政府网站工作年度报表")) { first, _ in first }
    .merging(contents) { first, _ in first }

  private static func presence(_ id: String, _ name: String) -> [String: Sentence] {
    [
      "\(id).present.present": Sentence("{unit}已公布{year}年度\(name)[（“{title}”）]。"),
      "\(id).present.missing": Sentence("{unit}未找到{year}年度\(name)[（已查看{places}）]。"),
      "\(id).present.missing@review": Sentence(
        "{unit}未找到{year}年度\(name)[（已查看{places}）]；是否应当公布，请人工判断。"),
      "\(id).present.unreachable": Sentence("{unit}{year}年度\(name)无法打开[（{cause}）]。"),
      "\(id).present.gap": Sentence("{unit}以往年度的\(name)中缺少{year}年度，请人工判断。"),
      "\(id).present.same-fault": Sentence(
        "{unit}未找到{year}年度\(name)；该栏目的问题已在必设栏目中提出，不重复计算。"),
      "\(id).present.nil-return": Sentence("{unit}\(name)栏目写明没有相关信息[：“{quote}”]。"),
      "\(id).present.undecided": Sentence("{unit}是否公布{year}年度\(name)尚不能判定[（{reason}）]。"),
      "\(id).present.without-duty": Sentence("{unit}没有公布\(name)的职责[（{reason}）]。"),
      "\(id).present.no-own-site": Sentence("{unit}没有独立网站，不要求公布\(name)。"),
      "\(id).on-time.on-time": Sentence("{unit}{year}年度\(name)公布日期为{date}，未超过{deadline}。"),
      "\(id).on-time.late": Sentence(
        "{unit}{year}年度\(name)公布日期为{date}，晚于期限{deadline}[，超期{days}天][（页面写的是“{quote}”）]。"),
      "\(id).on-time.late@review": Sentence(
        "{unit}{year}年度\(name)公布日期为{date}，晚于{deadline}[（页面写的是“{quote}”）]，是否扣分请人工判断。"),
      "\(id).on-time.disputed": Sentence(
        "{unit}{year}年度\(name)各处日期不一致：{date}[、{otherDates}]，期限为{deadline}，请人工判断。"),
      "\(id).on-time.moved": Sentence(
        "{unit}{year}年度\(name)的日期{date}与其他年度的报告为同一天，可能是网站迁移的日期，期限为{deadline}，请人工判断。"),
      "\(id).on-time.undated": Sentence("{unit}{year}年度\(name)没有公布日期，是否在{deadline}前公布请人工判断。"),
      "\(id).on-time.too-early": Sentence(
        "{unit}{year}年度\(name)的日期[为{date}，]早于该年度结束，期限为{deadline}，请人工判断。"),
      "\(id).on-time.without-duty": Sentence("{unit}没有公布\(name)的职责[（{reason}）]。"),
      "\(id).on-time.no-own-site": Sentence("{unit}没有独立网站，不要求公布\(name)。"),
    ]
  }

  private static let contents: [String: Sentence] = [
    "annual-report.sections.present": Sentence("{unit}{year}年度报告有第{number}部分“{section}”。"),
    "annual-report.sections.missing": Sentence("{unit}{year}年度报告缺少第{number}部分“{section}”。"),
    "annual-report.sections.renamed": Sentence(
      "{unit}{year}年度报告第{number}部分的标题写作[“{quote}”]，与格式规定的“{section}”不一致，请人工判断。"),
    "annual-report.sections.order": Sentence(
      "{unit}{year}年度报告各部分的次序与格式规定不一致[：{quote}]，请人工判断。"),
    "annual-report.sections.undecided": Sentence("{unit}{year}年度报告的结构尚不能判定[（{reason}）]。"),
    "annual-report.tables.present": Sentence("{unit}{year}年度报告有{table}，行列完整。"),
    "annual-report.tables.missing": Sentence("{unit}{year}年度报告缺少{table}。"),
    "annual-report.tables.incomplete": Sentence(
      "{unit}{year}年度报告的{table}缺少或无法读出[{count}行][（{rows}）]，请人工判断。"),
    "annual-report.tables.undecided": Sentence("{unit}{year}年度报告的{table}尚不能判定[（{reason}）]。"),
    "annual-report.arithmetic.balanced": Sentence("{unit}{year}年度报告的{table}数据平衡[（核对{count}个等式）]。"),
    "annual-report.arithmetic.unbalanced": Sentence(
      "{unit}{year}年度报告的{table}数据不平衡[，{count}个等式不成立]。[{detail}。]"),
    "annual-report.arithmetic.unbalanced@review": Sentence(
      "{unit}{year}年度报告的{table}数据可能不平衡[，{count}个等式不成立]，表格有空着的合计或者缺行，请人工判断。[{detail}。]"),
    "annual-report.arithmetic.undecided": Sentence(
      "{unit}{year}年度报告的{table}有不是数字的单元格，是否平衡尚不能判定。"),
    "annual-report.carry-over.matches": Sentence("{unit}{year}年度报告的上年结转数与{before}年度报告的结转下年度数一致。"),
    "annual-report.carry-over.differs": Sentence(
      "{unit}{year}年度报告的上年结转数与{before}年度报告的结转下年度数不一致。[{detail}。]"),
    "annual-report.carry-over.differs@review": Sentence(
      "{unit}{year}年度报告的上年结转数与{before}年度报告的结转下年度数可能不一致，有空单元格，请人工判断。[{detail}。]"),
    "annual-report.carry-over.undecided": Sentence(
      "{unit}{year}年度报告与{before}年度报告的结转数是否衔接尚不能判定[（{reason}）]。"),
    "annual-report.carry-over.documents-differ": Sentence(
      "{unit}{year}年度报告的{kind}现行有效件数与{before}年度不衔接[：{detail}]，供参考。"),
    "annual-report.text-numbers.agree": Sentence("{unit}{year}年度报告正文写明的件数与表格一致[（核对{count}处）]。"),
    "annual-report.text-numbers.differ": Sentence(
      "{unit}{year}年度报告正文与表格的数字可能不一致：[{detail}。]请人工判断。"),
    "annual-report.collected.collected": Sentence("{unit}门户集中发布了[{count}个]单位的{year}年度报告。"),
    "annual-report.collected.absent": Sentence("{unit}门户未见集中发布所属单位的{year}年度报告，请人工判断。"),
    "annual-report.collected.unit-missing": Sentence(
      "{unit}门户集中发布的年度报告中，“{body}”有{before}年度的而没有{year}年度的，请人工判断。"),
    "annual-report.collected.not-government": Sentence("{unit}不是政府，不要求集中发布所属单位的年度报告。"),
  ]

  /// What a unit should do about it, by observation code.
  static let annualReportRemedies: [String: Sentence] = [
    "annual-report.present.missing": Sentence("请公布{year}年度政府信息公开工作年度报告。"),
    "annual-report.present.unreachable": Sentence("请修复{year}年度政府信息公开工作年度报告的链接。"),
    "annual-report.on-time.late": Sentence("年度报告应当在{deadline}前公布，请今后按时公布并保留首次公布日期。"),
    "annual-report.sections.missing": Sentence("请按规定格式补充“{section}”部分。"),
    "annual-report.tables.missing": Sentence("请按规定格式补充{table}，以文字表格形式公布。"),
    "annual-report.arithmetic.unbalanced": Sentence("请核对{table}的数据并更正。"),
    "annual-report.carry-over.differs": Sentence("请核对{before}年度与{year}年度报告的结转数并更正或者说明。"),
    "website-report.present.missing": Sentence("请公布{year}年度政府网站工作年度报表。"),
    "website-report.present.unreachable": Sentence("请修复{year}年度政府网站工作年度报表的链接。"),
    "website-report.on-time.late": Sentence("报表应当在{deadline}前公布，请今后按时公布并保留首次公布日期。"),
  ]
}
