extension Wording {
  /// Policies and their interpretations, linked in both directions.
  static let interpretationSentences: [String: Sentence] = [
    "interpretation.policy-to-interpretation.linked": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]页面链接了解读材料[《{interpretation}》]。"),
    "interpretation.policy-to-interpretation.missing-link": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]页面未链接其解读材料[《{interpretation}》]。"),
    "interpretation.policy-to-interpretation.no-interpretation": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]未找到对应的解读材料。"),
    "interpretation.policy-to-interpretation.no-interpretation@review": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]未找到对应的解读材料；是否应当解读，请人工判断。"),
    "interpretation.policy-to-interpretation.older": Sentence(
      "{unit}另有[{count}份]两年以前的政策文件未找到解读材料，仅作提示。"),
    "interpretation.policy-to-interpretation.undecided": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]与解读材料的关联尚不能判定[（{reason}）]。"),
    "interpretation.interpretation-to-policy.linked": Sentence(
      "{unit}解读材料[《{interpretation}》]页面链接了被解读的政策文件[《{policy}》][（{number}）]。"),
    "interpretation.interpretation-to-policy.missing-link": Sentence(
      "{unit}解读材料[《{interpretation}》]页面未链接被解读的政策文件[《{policy}》][（{number}）]。"),
    "interpretation.interpretation-to-policy.policy-elsewhere": Sentence(
      "{unit}解读材料[《{interpretation}》]所解读的政策文件[《{policy}》][（{number}）]未见于本单位页面，仅作提示。"),
    "interpretation.interpretation-to-policy.undecided": Sentence(
      "{unit}解读材料[《{interpretation}》]与政策文件的关联尚不能判定[（{reason}）]。"),
  ]
}
