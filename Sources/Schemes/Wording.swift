import Scoring

/// Every Chinese sentence of this room.
enum Wording {
  static func sentence(for fault: Fault) -> String {
    switch fault {
    case .unreadable("UTF-8"): "不是 UTF-8 文本；评定文件只读 XLSX、YAML、JSON"
    case .unreadable(let reason): "无法读取文件（\(reason)），请检查路径和权限"
    case .tooLarge(let limit): "文件超过\(limit / 1024)KB上限，请拆分或检查是否选错文件"
    case .tooDeep: "嵌套层数过多，请检查括号或缩进"
    case .tooManyNodes: "内容项过多（可能是别名反复引用），请直接写出内容"
    case .syntax(let reason): "YAML 语法错误：\(reason)"
    case .empty: "文件没有内容"
    case .missingKey(let key): "缺少“\(key)”，请补上"
    case .unknownKey(let key, let nearest): "不认识的键“\(key)”" + suggestion(nearest)
    case .wrongType(let key, let expected): "“\(key)”应为\(name(of: expected))"
    case .notOneOf(let key, let value, let allowed, let nearest):
      "“\(key)”的值“\(value)”无效，可用：\(allowed.joined(separator: "、"))" + suggestion(nearest)
    case .notExact(let key, let value): "“\(key)”的值“\(value)”不是精确数，请写成 1.25、4% 或 2/3"
    case .duplicateID(let id): "编号“\(id)”重复，请改用不同的编号"
    case .sum(let what, let expected, let actual): "\(what)合计应为\(expected)，实为\(actual)，请核对"
    case .unknownCap(let cap, let known):
      "没有名为“\(cap)”的合计上限，请在指标的 caps 中写明；现有：\(list(known))"
    case .mixedCap(let cap): "合计上限“\(cap)”下既有加分又有扣分，请分开"
    case .noCriteria(let id): "指标“\(id)”没有评分标准，请写 criteria"
    case .feedDoesNotFit(let reading): "这条规则不能用“\(reading)”方式取数，请改用合适的 reading"
    case .unknownProbe(let probe, let nearest): "没有检测项“\(probe)”" + suggestion(nearest)
    case .unknownCode(let code, let probe, let nearest):
      "检测项“\(probe)”没有结论代码“\(code)”" + suggestion(nearest)
    case .unknownGrade(let grade, let known):
      "没有等次“\(grade)”，请在 grades 中写明；现有：\(list(known))"
    case .unknownSwitch(let id, let known): "没有开关“\(id)”，可用：\(list(known))"
    case .unknownChoice(let id, let value, let allowed):
      "开关“\(id)”没有取值“\(value)”，可用：\(list(allowed))"
    case .badBand(let text): "区间“\(text)”写法不对，请写成 [1,10)、(30%,100%] 或 [40,)"
    case .noCitation: "缺少出处，请写 document（文件名）和 number（文号，没有则写“无文号”）"
    case .unknownScheme(let id, let nearest, let known):
      "方案库中没有“\(id)”\(suggestion(nearest))；现有：\(list(known))"
    case .notScorable(let id): "“\(id)”是任务分配表，不能计分；方案见 mingcha scheme list"
    case .catalogueNotFound(let places):
      "找不到方案库，已查看：\(list(places))；可用环境变量 MINGCHA_CATALOGUE 指明目录"
    case .unknownReference(let id): "引用的“\(id)”不存在或类型不对"
    case .refused(let entry, let reason): "\(entry)：\(reason)"
    case .schemeMismatch(let expected, let given):
      "文件写的方案是“\(given)”，要计算的是“\(expected)”，请核对"
    }
  }

  static func noStages(_ id: String) -> String { "“\(id)”不是综合方案，没有环节，请把各条直接写在 facts 下" }

  static let besideStages = "文件分了环节（stages），请把这一条写进它的环节"

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "（无）" : words.joined(separator: "、")
  }

  private static func suggestion(_ nearest: String?) -> String {
    nearest.map { "，是否指“\($0)”？" } ?? ""
  }

  private static func name(of kind: Fault.Kind) -> String {
    switch kind {
    case .text: "文字"
    case .number: "精确数（如 1.25、4%、2/3）"
    case .whole: "整数"
    case .flag: "true 或 false"
    case .list: "清单"
    case .mapping: "键值对"
    case .day: "日期（YYYY-MM-DD）"
    }
  }

  // MARK: lint

  static let citationFromMemory = "出处凭记忆，未核对原文，只出问题不扣分"

  static func weightsDoNotAddUp(_ sum: String) -> String { "下级权重合计\(sum)，不是100%" }

  static func neverFull(_ start: String, _ marks: String) -> String {
    "分值\(marks)，按原文最多得\(start)分"
  }

  static func exceeds(_ points: String, _ marks: String) -> String {
    "一次扣\(points)分，超过分值\(marks)"
  }

  static func neverAllLost(_ most: String, _ marks: String) -> String {
    "最多只能扣\(most)分，分值\(marks)扣不完"
  }

  static func neverReached(_ text: String) -> String { "“\(text)”永远不会触发：条件达不到，或前面的区间已全部覆盖" }

  static func capAboveMarks(_ cap: String, _ marks: String) -> String {
    "上限\(cap)大于分值\(marks)，不起作用"
  }

  // MARK: the scheme as text

  static func marks(_ node: Indicator) -> String {
    if let marks = node.marks { return "\(marks)分" }
    if let weight = node.weight { return weight.shownAsPercent(places: 4) }
    let below = node.leaves.filter { $0.role == .base }.compactMap(\.marks)
    guard !node.isLeaf, !below.isEmpty, let sum = total(below) else { return "" }
    return "共\(sum)分"
  }

  static func title(of determination: Determination) -> String {
    switch determination {
    case .automatic: "自动"
    case .partly: "部分自动"
    case .supported: "人工(有线索)"
    case .people: "人工"
    }
  }

  static func listed(_ units: [String]) -> String {
    units.isEmpty ? "" : "（列明\(units.count)个单位）"
  }

  /// How the result comes about.
  static func making(_ scheme: Scheme) -> [String] {
    var parts: [String] = []
    switch scheme.form {
    case .sum:
      let marks = scheme.leaves.filter { $0.role == .base }.compactMap(\.marks)
      parts.append("各项分值相加，满分\(total(marks).map { "\($0)" } ?? "")")
    case .weights: parts.append("逐级按权重折算为100分")
    case .tally: parts.append("按项计数，不合成总分")
    }
    if let limit = scheme.policy.bonusAbove { parts.append("得分大于\(limit)才计加分") }
    if scheme.policy.spillsOverMarks { parts.append("扣分可超过分值") }
    if scheme.policy.normalisesWeights { parts.append("权重不足100%时按比例补足") }
    if scheme.policy.renormalisesUnassessed { parts.append("未考核的按已考核部分折算") }
    if let conversion = scheme.conversion {
      let what = conversion.ofLoss ? "所失分" : "得分"
      parts.append("\(what)按\(conversion.points)/\(conversion.outOf)折算")
    }
    return ["计算：\(parts.joined(separator: "；"))"]
  }

  static func role(_ role: Role) -> String {
    switch role {
    case .base: ""
    case .bonus: "加分"
    case .major: "扣分"
    case .tally: "计分"
    }
  }

  static func determined(_ criterion: Criterion) -> String {
    guard let feed = criterion.feeds.first else { return "人工" }
    if feed.reading == .support { return "人工，线索：\(feed.probe)" }
    return criterion.feeds.contains(where: \.isPartial)
      ? "部分自动：\(feed.probe)" : "自动：\(feed.probe)"
  }

  static func grade(_ grade: Grade) -> String {
    "等次　\(grade.title)　" + (grade.atLeast.map { "\($0)分及以上" } ?? "原文没有划定分数线")
  }

  // MARK: what adds up

  static let weightsOf = "同级权重"
  static let marksOf = "指标分值"
  static let stagesOf = "环节权重"
}
