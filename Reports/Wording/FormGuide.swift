import Scoring

/// How to fill in a form.
///
/// No title equals a key of the sheet, or it would be read back as one.
enum FormGuide {
  static func lines(_ form: JudgementForm) -> [(title: String, text: String)] {
    let machine = form.sheets.contains { $0.rows.contains(where: \.isLeftToProbes) }
    return [
      ("写在哪里", "绿色列由被考核单位自评填写，黄色列由考评方填写；其余列不要改动。列可以移动，表头和编号不能改、不能删。"),
      ("写什么", "每行按“填写要求”填值，点选单元格会显示要求。“未考核”“不适用”说的是整项指标，写在该指标的任一行，其余行留空。"),
      ("留空的含义", "同一指标下只要有一行填了值，其余空行按“未发生、未得分”计；要填数量或比例、空着会白得分的行不能留空，没有就写 0。"),
      ("关于\(FormText.othersKey)", others),
      ("比例和分数", "3.99% 直接输入；1/3、249/500 之类请先把单元格格式设为“文本”，以免被当成日期。分数写小数，不写 3/4。"),
      ("否决事项", "发生了的写“是”；写“否”或留空都按没有发生计。"),
      ("关于\(FormText.unitKey)", "写方案所列的单位名称；按单位定任务的行以它为准。"),
      ("关于\(FormText.choicesKey)", choices(form)),
      ("检测情况", machine ? leftToProbes : "程序已查到的情况，供参考；填了考评值，以考评值为准，检测结果另行列出。"),
      ("交回", "保存为 XLSX，运行 mingcha score --judgements 本文件。有任何一处不对，会逐处列出，全部不采用。"),
    ]
  }

  private static let others =
    "整项指标一行都没填时怎么算。未考核：保持待定；全部符合：不扣分，得分项得满分，不加分；未得分、未扣分：得分项不得分，扣分项不扣分（从满分扣起的指标仍得满分，不等于零分）。"

  private static let leftToProbes =
    "程序已查到的情况。填了考评值，以考评值为准，检测结果另行列出；注明“\(FormText.leftToProbes)”的行可以不填，计分时加 --out，不加则这些行保持待定。"

  private static func choices(_ form: JudgementForm) -> String {
    guard !form.switches.isEmpty else { return "本方案没有可选的解读，留空。" }
    return
      (["原文有几种读法时选用哪一种。写作 开关=取值，几个之间用“；”隔开；不写的用排在最前的取值。可用："]
      + form.switchLines).joined(separator: "\n")
  }
}
