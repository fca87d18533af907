extension Wording {
  /// Policies and their interpretations, linked in both directions.
  static let interpretationSentences: [String: Sentence] = [
    "interpretation.policy-to-interpretation.linked": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]页面链接了解读材料[《{interpretation}》]。"),
    "interpretation.policy-to-interpretation.missing-link": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]页面未链接其解读材料[《{interpretation}》]。"),
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
    "interpretation.missing.present": Sentence(
      "{unit}规范性文件[《{policy}》][（{number}）]有解读材料[：{link}]。"),
    "interpretation.missing.missing": Sentence(
      "{unit}规范性文件[《{policy}》][（{number}）]没有解读材料，也没有说明理由。"),
    "interpretation.missing.missing@review": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]未找到解读材料；是否应当解读，请人工判断。"),
    "interpretation.missing.waived": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]写明无需解读[：“{quote}”]。"),
    "interpretation.missing.older": Sentence("{unit}另有[{count}份]两年以前的政策文件未找到解读材料，仅作提示。"),
    "interpretation.missing.undecided": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]有无解读材料尚不能判定[（{reason}）]。"),
    "interpretation.delay.timely": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]的解读同步发布[（文件{published}，解读{date}）]。"),
    "interpretation.delay.late": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）][{published}发布，]解读[《{interpretation}》][{date}才发布][，相隔{workdays}个工作日][（应不超过{limit}个）]。"
    ),
    "interpretation.delay.late@review": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]与解读[《{interpretation}》]的发布日期[相隔{workdays}个工作日]；是否为网站迁移或他人文件，请人工判断。"
    ),
    "interpretation.delay.early": Sentence(
      "{unit}解读[《{interpretation}》][（{date}）]早于政策文件[《{policy}》][（{published}）]发布，请人工判断。"),
    "interpretation.delay.undecided": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]的解读是否同步发布尚不能判定[（文件{published}，解读{date}）]。"),
    "interpretation.form.various": Sentence("{unit}解读材料[《{interpretation}》]的形式有[{forms}]。"),
    "interpretation.form.text-only": Sentence(
      "{unit}解读材料[《{interpretation}》]只有文字；是否形式单一，请人工判断。"),
    "interpretation.form.undecided": Sentence(
      "{unit}解读材料[《{interpretation}》]的形式尚不能判定[（{reason}）]。"),
    "interpretation.repeats-text.own-words": Sentence(
      "{unit}解读材料[《{interpretation}》]与政策原文相同的文字[占{share}]。"),
    "interpretation.repeats-text.repeats": Sentence(
      "{unit}解读材料[《{interpretation}》]与政策文件[《{policy}》]原文相同的文字[占{share}][（{length}字中{shared}字落在13字以上的相同片段里）][，如“{quote}”]；是否照搬原文，请人工判断。"
    ),
  ]
}
