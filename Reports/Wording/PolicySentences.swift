extension Wording {
  /// Policy documents: their entries, labels, dates.
  static let policySentences: [String: Sentence] = [
    "policy.metadata.complete": Sentence("{unit}政策文件[《{policy}》][（{number}）]要素齐全[：{found}]。"),
    "policy.metadata.missing": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]缺少要素[：{missing}][（其中{empty}有栏无值）][，已有{found}]。"),
    "policy.metadata.missing@review": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]页面[未见{missing}]；目录中是否另有标注、是否本单位文件，请人工判断。"),
    "policy.metadata.undecided": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]要素是否齐全尚不能判定[（{reason}）]。"),
    "policy.disclosure-label.labelled": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]已标注公开属性[：“{quote}”]。"),
    "policy.disclosure-label.unlabelled": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]未标注公开属性。"),
    "policy.disclosure-label.unlabelled@review": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]未标注公开属性；是否为本单位应标注的公文，请人工判断。"),
    "policy.disclosure-label.older": Sentence("{unit}另有[{count}份]一年以前的政策文件未查公开属性，仅作提示。"),
    "policy.disclosure-label.undecided": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]是否标注公开属性尚不能判定[（{reason}）]。"),
    "policy.validity.labelled": Sentence(
      "{unit}规范性文件[《{policy}》][（{number}）]已标注有效性[：“{label}”]。"),
    "policy.validity.unlabelled": Sentence(
      "{unit}规范性文件[《{policy}》][（{number}）]未标注有效性[，页面写的是“{quote}”]。"),
    "policy.validity.unlabelled@review": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]未标注有效性[，正文写有“{term}”]；是否属于应当标注的规范性文件，请人工判断。"),
    "policy.validity.undecided": Sentence(
      "{unit}规范性文件[《{policy}》][（{number}）]是否标注有效性尚不能判定[（{reason}）]。"),
    "policy.repealed.marked": Sentence(
      "{unit}已废止的文件[《{policy}》][（{number}）]已标注[“{label}”]。"),
    "policy.repealed.listed-in-force": Sentence(
      "{unit}文件[《{policy}》][（{number}）]已由[《{repealedBy}》]宣布废止[（{since}）]，仍列为[“{label}”]。"),
    "policy.repealed.unmarked": Sentence(
      "{unit}文件[《{policy}》][（{number}）]已由[《{repealedBy}》]宣布废止[（{since}）]，页面没有有效性标注，请人工判断。"),
    "policy.repealed.contradiction": Sentence(
      "{unit}文件[《{policy}》][（{number}）]已由[《{repealedBy}》]宣布废止[（{since}）]，各处有效性标注不一致，请人工判断。"),
    "policy.publication-delay.timely": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]在成文后20个工作日内公开[（成文{created}，发布{published}）]。"),
    "policy.publication-delay.late": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）][成文于{created}，][{published}才发布，]超过20个工作日[（期限至{deadline}）][，实际{workdays}个工作日]。"
    ),
    "policy.publication-delay.late@review": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）][成文于{created}，][发布日期为{published}，]超过20个工作日；是否为补录或网站迁移，请人工判断。"
    ),
    "policy.publication-delay.reversed": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]的发布日期[（{published}）]早于成文日期[（{created}）]，请人工判断。"),
    "policy.publication-delay.undecided": Sentence(
      "{unit}政策文件[《{policy}》][（{number}）]公开是否及时尚不能判定[（成文{created}，发布{published}）]。"),
  ]

  /// What a unit should do about its policy documents.
  static let policyRemedies: [String: Sentence] = [
    "policy.metadata.missing": Sentence("请在文件信息栏补充[{missing}]。"),
    "policy.disclosure-label.unlabelled": Sentence("请在文件页面标注公开属性。"),
    "policy.validity.unlabelled": Sentence("请在文件页面或列表标注有效、失效、废止或修改。"),
    "policy.repealed.listed-in-force": Sentence("请将该文件标注为废止，并移出现行有效目录。"),
    "policy.publication-delay.late": Sentence("请核实公开时间；今后自文件形成之日起20个工作日内公开。"),
  ]
}
