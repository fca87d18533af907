extension Wording {
  /// Content that must not be published, or not like this.
  static let safetySentences: [String: Sentence] = {
    var table: [String: Sentence] = [
      "privacy.identity-number.shown": Sentence(
        "{unit}“{page|页面}”公开了[{count}个]完整的公民身份号码[（{masked}）]。"),
      "privacy.identity-number.possible": Sentence(
        "{unit}“{page|页面}”有[{count}个]疑似公民身份号码[（{masked}）]，请人工判断。"),
      "privacy.bank-card.shown": Sentence(
        "{unit}“{page|页面}”公开了[{count}个]银行卡号[（{masked}）]；是否属于个人，请人工判断。"),
      "privacy.phone.shown": Sentence(
        "{unit}“{page|页面}”公开了[{count}个]手机号码[（{masked}）]；是否属于个人隐私，请人工判断。"),
      "content.lexicon.found": Sentence(
        "{unit}“{page|页面}”出现“{wrong|词表中的词}”[{count}处][，应为“{right}”]。"),
      "content.lexicon.found@review": Sentence(
        "{unit}“{page|页面}”出现“{wrong|词表中的词}”[{count}处][，可能应为“{right}”]，请人工判断。"),
      "content.lexicon.no-list": Sentence("{unit}的错误表述未检查：没有给出错敏词表。"),
    ]
    let kinds = [
      "privacy.identity-number": "完整的公民身份号码", "privacy.bank-card": "完整的银行卡号",
      "privacy.phone": "集中公开的个人手机号码", "content.lexicon": "词表中的错敏词",
    ]
    for (id, name) in kinds {
      table["\(id).none"] = Sentence("{unit}已读的[{pages}个]页面中未发现\(name)。")
      table["\(id).none@notChecked"] = Sentence("{unit}没有可读的页面，未检查\(name)。")
      table["\(id).cut"] = Sentence("{unit}疑似问题过多，\(name)未能全部检查。")
    }
    return table
  }()

  /// What a unit should do about it, by observation code.
  static let safetyRemedies: [String: Sentence] = [
    "privacy.identity-number.shown": Sentence("请立即撤下或遮挡公民身份号码，并检查同类页面和附件。"),
    "content.lexicon.found": Sentence("请改正[为“{right}”]，并检查同类页面。"),
  ]
}
