extension FormColumn {
  /// The heading. It is what the column is found by.
  public var title: String {
    switch self {
    case .id: "编号"
    case .path: "指标"
    case .rule: "评分标准"
    case .source: "出处"
    case .expected: "填写要求"
    case .machine: "检测情况"
    case .ownValue: "自评值"
    case .ownNote: "自评说明"
    case .value: "考评值"
    case .evidence: "依据/证据"
    case .by: "评定人"
    case .at: "评定时间"
    case .note: "备注"
    }
  }
}

extension StatusJudgement.Status {
  /// The word that stands in a cell for the whole indicator.
  public var title: String { Wording.title(of: self) }
}

extension Wording {
  static let vetoPath = "否决事项"
  static let vetoEntry = "是（发生了）或 否；留空按没有发生计"
  static let neededEntry = "。同一指标有别的行填写时，这一行不能留空"

  static func source(_ document: String, line: Int?) -> String {
    line.map { "\(document)，第\($0)行" } ?? document
  }

  /// What may be written into a cell for a rule.
  static func formEntry(_ rule: Rule) -> String {
    switch rule {
    case .fail(let fail): fail.need == nil ? flagEntry : countEntry
    case .step(let step): formEntry(step)
    case .band(let band): band.isShare ? shareEntry : countEntry
    case .ratio: "分子/分母，如 249/500；或比例 0～100%，如 3.99%"
    case .judge(let judge): formEntry(judge)
    case .quota: "市级完成=分；省级完成=分（或 计分条目编号=条数；…）；单位取“\(FormText.aboutSheet)”里的"
    }
  }

  private static let flagEntry = "是（发生）或 否"
  private static let countEntry = "实际数量：整数，没有写 0"
  private static let shareEntry = "比例 0～100%，如 3.99%"

  private static func formEntry(_ step: StepRule) -> String {
    switch step.count {
    case .once: return flagEntry
    case .each: return "次数：整数，0 或以上"
    case .shortfall: return "实际完成数：整数，没有写 0"
    case .wholeSteps: return "名次或数量：整数，0 或以上"
    case .conditions(let conditions):
      return conditions.map { "\($0.measure)=\(sample($0.kind))" }.joined(separator: listSeparator)
    }
  }

  private static func sample(_ kind: Condition.Kind) -> String {
    switch kind {
    case .flag: "是或否"
    case .share: "比例，如 4%"
    case .score: "分数"
    case .rank: "名次（1 或以上）"
    case .count: "整数"
    }
  }

  private static func formEntry(_ judge: JudgeRule) -> String {
    switch judge.unit {
    case .rate: "得分率 0～100%，如 85%"
    case .points(let maximum?): "分数 0～\(maximum)，小数如 0.75，不写分式"
    case .points(nil): "分数，0 或以上，小数如 0.75，不写分式"
    case .scaled(let maximum): "分数 0～\(maximum)；或 得分/满分，如 92/120，折合为\(maximum)分"
    }
  }
}
