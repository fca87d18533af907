extension Wording {
  /// Service guides, letters, drafts put up for comment, and public lists of decisions.
  static let serviceSentences: [String: Sentence] = [
    "service.guide-elements.stated": Sentence("{unit}办事指南“{guide|页面}”写明了{title|该要素}[（“{quote}”）]。"),
    "service.guide-elements.missing": Sentence("{unit}办事指南“{guide|页面}”没有写明{title|该要素}。"),
    "service.guide-elements.missing@review": Sentence(
      "{unit}办事指南“{guide|页面}”没有可下载的{title|该要素}，请人工判断。"),
    "service.guide-elements.undecided": Sentence(
      "{unit}办事指南“{guide|页面}”[的{title}]是否齐全尚不能判定[（{reason}）]。"),
    "service.guide-elements.none": Sentence("{unit}已存网页中没有可供检查的办事指南。"),
    "interaction.letters.answered": Sentence(
      "{unit}的来信“{letter|信件}”[（{since}）]已经答复[（{published}，间隔{workdays}个工作日）]。"),
    "interaction.letters.late": Sentence(
      "{unit}的来信“{letter|信件}”[（{since}）]答复间隔较长[（{published}，{workdays}个工作日）]，是否超过规定期限请人工判断。"),
    "interaction.letters.open": Sentence(
      "{unit}的来信“{letter|信件}”[（{since}）]尚未答复[（已{workdays}个工作日）]，是否超过规定期限请人工判断。"),
    "interaction.letters.open@notChecked": Sentence(
      "{unit}的来信“{letter|信件}”[（{since}）]正在办理。"),
    "interaction.letters.unanswered": Sentence(
      "{unit}的来信“{letter|信件}”[（{since}）]超过三个月尚未答复。"),
    "interaction.letters.none": Sentence("{unit}已存网页中没有写明来信和答复时间的公开信件。"),
    "decisions.consultation.found": Sentence("{unit}的“{call|征求意见公告}”已公布{title|该件}[（{quote}）]。"),
    "decisions.consultation.missing": Sentence("{unit}的“{call|征求意见公告}”未见{title|该件}，请人工判断。"),
    "decisions.consultation.undecided": Sentence(
      "{unit}的“{call|征求意见公告}”有无{title|该件}尚不能判定[（{reason}）]。"),
    "decisions.consultation.not-yet": Sentence("{unit}的“{call|征求意见公告}”尚未到反馈采纳情况的时候。"),
    "decisions.consultation.none": Sentence("{unit}已存网页中没有征求意见的公告。"),
    "publicity.delay.timely": Sentence(
      "{unit}的“{decision|决定}”公示及时[（{created}决定，{published}公示，间隔{workdays}个工作日）]。"),
    "publicity.delay.late": Sentence(
      "{unit}的“{decision|决定}”公示间隔较长[（{created}决定，{published}公示，间隔{workdays}个工作日）]，是否迟报请人工判断。"),
    "publicity.delay.none": Sentence("{unit}已存网页中没有同时写明决定日期和公示日期的行政许可、行政处罚信息。"),
    "annual-report.corrections.none": Sentence("{unit}的[{year}年度]报告所载行政复议、行政诉讼结果纠正数为零。"),
    "annual-report.corrections.corrected": Sentence(
      "{unit}的[{year}年度]报告载有{group|复议诉讼}结果纠正[{count}件，此为第{number}件]，请人工判断是否属于本单位的答复。"),
    "annual-report.corrections.undecided": Sentence(
      "{unit}的[{year}年度]报告复议、诉讼纠正件数尚不能判定[（{reason}）]。"),
  ]

  /// What a unit should do about it, by observation code.
  static let serviceRemedies: [String: Sentence] = [
    "service.guide-elements.missing": Sentence("请在办事指南中补充{title|该要素}。"),
    "interaction.letters.unanswered": Sentence("请尽快答复并公开答复内容。"),
  ]
}
