extension Wording {
  /// A rule as a person would read it: `每项扣1分，最多扣4分`.
  static func rule(_ criterion: Criterion, of leaf: Indicator) -> String {
    var text = rule(criterion.rule)
    if let cap = criterion.cap { text += "，最多\(cap)分" }
    if let group = criterion.capGroup, let cap = leaf.caps[group] {
      text += "，与“\(group)”各条合计最多\(cap)分"
    }
    switch criterion.role {
    case .bonus where leaf.role != .bonus: text += "（加分）"
    case .major where leaf.role != .major: text += "（另扣）"
    default: break
    }
    return text
  }

  private static func rule(_ rule: Rule) -> String {
    switch rule {
    case .fail(let fail): failText(fail)
    case .step(let step): stepText(step)
    case .band(let band): bandText(band)
    case .ratio(let ratio): ratioText(ratio)
    case .judge(let judge): judgeText(judge)
    case .quota(let quota): quotaText(quota)
    }
  }

  private static func failText(_ fail: FailRule) -> String {
    let condition = fail.need.map { "少于\($0)次不得分" } ?? "出现即不得分"
    return fail.isVeto ? "单项否决：\(condition)" : condition
  }

  private static func stepText(_ step: StepRule) -> String {
    let verb = step.direction == .plus ? "加" : "扣"
    switch step.count {
    case .once: return "出现即\(verb)\(step.points)分"
    case .each: return "每项\(verb)\(step.points)分"
    case .shortfall(let need): return "应有\(need)，每少一项\(verb)\(step.points)分"
    case .wholeSteps(let size): return "每满\(size)\(verb)\(step.points)分"
    case .conditions(let conditions):
      return conditions.map(condition).joined(separator: "且") + "，\(verb)\(step.points)分"
    }
  }

  private static func condition(_ condition: Condition) -> String {
    let limit = condition.kind == .share ? percent(condition.limit) : "\(condition.limit)"
    switch condition.comparison {
    case .atLeast: return "\(condition.measure)不低于\(limit)"
    case .atMost: return "\(condition.measure)不大于\(limit)"
    case .above: return "\(condition.measure)大于\(limit)"
    case .below: return "\(condition.measure)小于\(limit)"
    case .isTrue: return condition.measure
    }
  }

  private static func bandText(_ rule: BandRule) -> String {
    let verb = rule.earns ? "得" : "扣"
    return rule.bands.map { "\(stretch($0, isShare: rule.isShare))\(verb)\($0.points)分" }
      .joined(separator: listSeparator)
  }

  /// `[1, 10)`, with the borders as the document draws them.
  static func stretch(_ band: Band, isShare: Bool) -> String {
    func border(_ value: Rational) -> String { isShare ? percent(value) : "\(value)" }
    let high = band.high.map(border) ?? "∞"
    return
      "\(band.includesLow ? "[" : "(")\(border(band.low)), \(high)\(band.includesHigh ? "]" : ")")"
  }

  private static func ratioText(_ rule: RatioRule) -> String {
    let formula = rule.countsGood ? "\(rule.points)×占比" : "\(rule.points)×(1−占比)"
    let steps = rule.steps.map {
      "\(stretch($0, isShare: true))\(rule.stepsStack ? "另" : "直接")扣\($0.points)分"
    }
    return ([formula] + steps).joined(separator: listSeparator)
  }

  private static func judgeText(_ rule: JudgeRule) -> String {
    let verb = rule.takesOff ? "扣" : "给"
    switch rule.unit {
    case .points(let maximum?): return "人工\(verb)分0～\(maximum)"
    case .points(nil): return "酌情\(verb)分，数额未定"
    case .scaled(let maximum): return "按另表得分折合为\(maximum)分"
    case .rate: return "得分率0～100%"
    }
  }

  private static func quotaText(_ rule: QuotaRule) -> String {
    let shares = rule.shares.map { "\(stretch($0, isShare: true))得\(percent($0.points))" }
    return "市级任务\(rule.municipal)分、省级任务\(rule.provincial)分，按完成率："
      + shares.joined(separator: listSeparator)
  }
}

extension ScoringError: CustomStringConvertible {
  /// The Chinese sentence, with the remedy.
  public var description: String {
    switch self {
    case .overflow: "数值超出可精确计算的范围，请检查输入的数字"
    case .refused(let entry, let reason): "\(entry)：\(reason)"
    }
  }
}

extension Refusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownCriterion(let nearest): "方案中没有这条评分标准" + Refusal.suggestion(nearest)
    case .unknownIndicator(let nearest): "方案中没有这项指标" + Refusal.suggestion(nearest)
    case .unknownEvent(let known):
      "方案中没有这个否决事项，可用：\(known.isEmpty ? "（无）" : known.joined(separator: "、"))"
    case .wrongShape(let expected): "值的写法不对，应为\(expected)"
    case .negative: "不能为负数"
    case .notWhole: "次数须为整数"
    case .outOfRange(let low, let high): "超出允许范围 \(low)～\(high)"
    case .partAboveWhole: "分子大于分母"
    case .missingMeasure(let key): "缺少“\(key)”"
    case .unknownMeasure(let key, let known): "不认识“\(key)”，可用：\(known.joined(separator: "、"))"
    case .unknownUnit(let unit, let nearest): "任务分配表中没有“\(unit)”" + Refusal.suggestion(nearest)
    case .quotaDiffers(let measure, let expected, let given):
      "\(measure)与任务分配表不符：表中为\(expected)，填的是\(given)"
    case .conflict: "同一事项有两个互相矛盾的评定，请只留一个"
    case .statusAndFact: "该指标已标为未考核或不适用，不能同时给出事实"
    case .stageMissing(let stage): "缺少环节“\(stage)”，可写 { unassessed: true }"
    }
  }

  private static func suggestion(_ nearest: String?) -> String {
    nearest.map { "，是否指“\($0)”？" } ?? ""
  }
}

extension Refusal.Shape: CustomStringConvertible {
  public var description: String {
    switch self {
    case .flag: "true 或 false"
    case .flagOrCount: "true/false 或整数次数"
    case .count: "整数次数"
    case .share: "0～100%的比例，如 \"4%\""
    case .points: "分数"
    case .scaled: "分数，或 { score: 得分, out_of: 大于0的满分 }"
    case .ratio: "{ part: 分子, whole: 分母 }"
    case .record(let keys): "对象 { \(keys.joined(separator: ", ")) }"
    case .quota: "{ unit, 市级完成, 省级完成 } 或 { unit, 采用 }"
    case .unitName: "unit 写单位名称"
    case .tasksOrItems: "完成分与采用清单二者择一"
    case .itemList: "采用写成清单 [ { criterion, value } ]"
    case .item: "{ criterion: 计分标准条目, value: 条数 }"
    case .numberFor(let measure): "“\(measure)”写数字"
    }
  }
}

extension Wording {
  /// What a judgement of this rule may be.
  static func expected(_ rule: Rule) -> String {
    switch rule {
    case .fail(let fail): fail.need == nil ? "true/false" : "实际次数"
    case .step(let step): expected(step)
    case .band(let band): band.isShare ? "比例，如 4%" : "实际数量"
    case .ratio: "{ part: 分子, whole: 分母 }"
    case .judge(let judge): expected(judge)
    case .quota: "{ unit: 单位, 市级完成: 分, 省级完成: 分 }"
    }
  }

  private static func expected(_ step: StepRule) -> String {
    switch step.count {
    case .once: "true/false"
    case .each: "次数"
    case .shortfall: "实际完成数"
    case .wholeSteps: "名次或数量"
    case .conditions(let conditions):
      "{ \(conditions.map { "\($0.measure): …" }.joined(separator: ", ")) }"
    }
  }

  private static func expected(_ judge: JudgeRule) -> String {
    switch judge.unit {
    case .rate: "得分率 0～100%"
    case .points(let maximum): "分数 0～\(maximum.map(\.description) ?? unbounded)"
    case .scaled(let maximum): "{ score: 得分, out_of: 满分 }，折合为\(maximum)分"
    }
  }

  static func note(_ note: JudgementNote) -> String {
    let who = [note.by, note.at].compactMap { $0 }.joined(separator: " ")
    let parts = ["\(note.criterion) = \(note.value)", who, note.note ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: "，")
  }

  static func summary(_ card: Scorecard) -> String {
    var parts = ["得分 \(card.totalText)", "已核 \(card.coverageText)"]
    if let bonus = card.bonus, bonus != .zero { parts.append("加分 \(bonus.text)") }
    if let extra = card.extraDeduction, extra != .zero { parts.append("另扣 \(extra.text)") }
    parts += card.barTitles.map { "不能评为\($0)" }
    if let grade = card.gradeText { parts.append("等次 \(grade)") }
    return parts.joined(separator: "；")
  }
}
