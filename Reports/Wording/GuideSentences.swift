extension Wording {
  /// The disclosure guide: its elements, and signs that it is out of date.
  static let guideSentences: [String: Sentence] =
    elements("guide.elements", "政府信息公开指南")
    .merging(elements("guide.application", "政府信息公开指南和依申请公开栏目")) { first, _ in first }
    .merging(signs) { first, _ in first }

  private static func elements(_ id: String, _ name: String) -> [String: Sentence] {
    [
      "\(id).found": Sentence("{unit}\(name)写明了{element}[：“{quote}”]。"),
      "\(id).missing": Sentence("{unit}\(name)没有写明{element}。"),
      "\(id).missing@review": Sentence("{unit}\(name)没有提到{element}，是否必须写明请人工判断。"),
      "\(id).empty": Sentence("{unit}\(name)的{element}只有名目没有具体内容[：“{quote}”]。"),
      "\(id).weak": Sentence("{unit}\(name)没有明确写出{element}[，近似的说法是“{quote}”]，请人工判断。"),
      "\(id).undecided": Sentence("{unit}\(name)的{element|各项要素}是否写明尚不能判定[（{reason}）]。"),
      "\(id).same-fault": Sentence(
        "{unit}\(name)没有写明{element}；依申请公开栏目的问题已另行提出，不重复计算。"),
      "\(id).no-guide": Sentence("{unit}没有可供检查的指南，指南栏目的问题已另行提出。"),
    ]
  }

  private static let signs: [String: Sentence] = [
    "guide.outdated.current": Sentence("{unit}政府信息公开指南没有发现过时的内容。"),
    "guide.outdated.old-decree": Sentence(
      "{unit}政府信息公开指南仍以已修订的国务院令第492号为依据[：“{quote}”]。"),
    "guide.outdated.old-time-limit": Sentence(
      "{unit}政府信息公开指南仍写15个工作日答复，现行条例为20个工作日[：“{quote}”]。"),
    "guide.outdated.special-needs": Sentence(
      "{unit}政府信息公开指南仍要求申请出于自身生产、生活、科研等特殊需要[：“{quote}”]，请人工判断。"),
    "guide.outdated.old-fees": Sentence(
      "{unit}政府信息公开指南仍写检索、复制、邮寄等费用[：“{quote}”]，请人工判断。"),
    "guide.outdated.old-article": Sentence(
      "{unit}政府信息公开指南引用的可能是修订前条例的条文序号[：“{quote}”]，请人工判断。"),
    "guide.outdated.dissolved-body": Sentence(
      "{unit}政府信息公开指南提到机构改革中撤并的“{words}”[：“{quote}”]，请人工判断。"),
    "guide.outdated.old-date": Sentence(
      "{unit}政府信息公开指南的日期为{words}，早于现行条例施行日2019年5月15日，正文没有新条例的内容。"),
    "guide.outdated.old-date@review": Sentence(
      "{unit}政府信息公开指南的日期为{words}，早于现行条例施行日2019年5月15日，正文已有新条例的内容，请人工判断。"),
    "guide.outdated.undecided": Sentence("{unit}政府信息公开指南是否及时更新尚不能判定[（{reason}）]。"),
    "guide.outdated.no-guide": Sentence("{unit}没有可供检查的指南，指南栏目的问题已另行提出。"),
    "guide.contact.same": Sentence("{unit}政府信息公开指南的联系电话与“{place|其他页面}”一致。"),
    "guide.contact.differs": Sentence(
      "{unit}政府信息公开指南的联系电话（末七位{here}）与“{place|其他页面}”的（末七位{there}）不同，请人工判断。"),
  ]

  /// What a unit should do about it, by observation code.
  static let guideRemedies: [String: Sentence] = [
    "guide.elements.missing": Sentence("请在政府信息公开指南中写明{element}。"),
    "guide.elements.empty": Sentence("请补充{element}的具体内容。"),
    "guide.application.missing": Sentence("请在政府信息公开指南或依申请公开栏目中写明{element}。"),
    "guide.application.empty": Sentence("请补充{element}的具体内容。"),
    "guide.outdated.old-decree": Sentence("请按国务院令第711号修订指南。"),
    "guide.outdated.old-time-limit": Sentence("请把答复时限改为20个工作日。"),
    "guide.outdated.old-date": Sentence("请按现行条例修订指南并注明日期。"),
  ]
}
