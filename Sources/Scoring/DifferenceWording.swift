extension Wording {
  static let onlyBefore = "仅甲方有"
  static let onlyAfter = "仅乙方有"

  static func title(of movement: Movement, isLoss: Bool) -> String {
    switch movement {
    case .higher: isLoss ? "多扣" : "升高"
    case .lower: isLoss ? "少扣" : "降低"
    case .narrower: "区间收窄"
    case .wider: "区间变宽"
    case .upward: isLoss ? "可能多扣" : "偏高"
    case .downward: isLoss ? "可能少扣" : "偏低"
    case .same: "不变"
    }
  }

  static func sentence(for reason: DifferenceReason) -> String {
    switch reason {
    case .findingAppeared(let id): "新出现问题 \(id)"
    case .findingGone(let id): "问题 \(id) 不再出现"
    case .findingSettled(let id): "\(id) 由待定变为不符合"
    case .findingReopened(let id): "\(id) 由不符合变为待定"
    case .judgement(let id, let before, let after): judgement(id, before, after)
    case .rule(let id, let before, let after): rule(id, before, after)
    case .marks(let before, let after): "分值由 \(before) 变为 \(after)"
    case .state(let before, let after): "由“\(before.title)”变为“\(after.title)”"
    case .onlyBefore: "只有甲方有这项指标"
    case .onlyAfter: "只有乙方有这项指标"
    case .input(let id, let before, let after): "\(id) 的依据由“\(before)”变为“\(after)”"
    }
  }

  private static func judgement(_ id: String, _ before: String?, _ after: String?) -> String {
    switch (before, after) {
    case (nil, let after?): "\(id) 新增\(after)"
    case (let before?, nil): "\(id) 撤回\(before)"
    default: "\(id) 由“\(before ?? "")”改为“\(after ?? "")”"
    }
  }

  private static func rule(_ id: String, _ before: String?, _ after: String?) -> String {
    switch (before, after) {
    case (nil, let after?): "\(id) 新增规则：\(after)"
    case (let before?, nil): "\(id) 不再有规则：\(before)"
    default: "\(id) 的规则由“\(before ?? "")”变为“\(after ?? "")”"
    }
  }

  /// What differs beside the indicators.
  static func remarks(from old: Scorecard, to new: Scorecard) -> [String] {
    var lines: [String] = []
    if !old.unit.isEmpty, !new.unit.isEmpty, old.unit != new.unit {
      lines.append("两方单位不同：甲方 \(old.unit)，乙方 \(new.unit)")
    }
    if old.scheme != new.scheme { lines.append("两方方案不同，分值和口径不一，得分不能直接比较") }
    let vetoes = Dictionary(old.vetoes.map { ($0.id, $0.state) }, uniquingKeysWith: { $1 })
    for veto in new.vetoes {
      guard let before = vetoes[veto.id], before != veto.state else { continue }
      lines.append("否决事项“\(veto.text)”由\(title(of: before))变为\(title(of: veto.state))")
    }
    for key in Set(old.allChoices.keys).union(new.allChoices.keys).sorted()
    where old.scheme == new.scheme && old.allChoices[key] != new.allChoices[key] {
      lines.append("开关 \(key)：\(old.allChoices[key] ?? "—") → \(new.allChoices[key] ?? "—")")
    }
    return lines
  }

  static func title(of truth: Truth) -> String {
    switch truth {
    case .yes: "已发生"
    case .no: "未发生"
    case .unknown: "待定"
    }
  }

  static func rank(_ rank: Int?, isTied: Bool) -> String {
    rank.map { isTied ? "并列 \($0)" : "\($0)" } ?? "—"
  }
}

extension Scorecard {
  /// Its readings and those of the sheets it is made of.
  fileprivate var allChoices: [String: String] {
    stages.compactMap(\.card).reduce(choices) { $0.merging($1.choices) { first, _ in first } }
  }
}
