/// Every Chinese sentence of this room.
enum Wording {
  static let unbounded = "不限"
  static let listSeparator = "；"
  static let notApplicable = "不适用，不计入"
  static let ownMissing = "未自评"
  static let lateEvidence = "佐证材料逾期未报，视为无相关工作，计0分"

  static func title(of state: IndicatorState) -> String {
    switch state {
    case .determined: "已定"
    case .partly: "部分已定"
    case .open: "待定"
    case .notApplicable: "不适用"
    case .error: "计算出错"
    }
  }

  static func title(of status: StatusJudgement.Status) -> String {
    switch status {
    case .unassessed: "未考核"
    case .notApplicable: "不适用"
    }
  }

  static func withoutBound(base: Interval) -> String { "基本分\(base.text)，加分和另行扣分待定" }

  // MARK: arithmetic

  /// A number in a product, in brackets when it is a range.
  static func factor(_ interval: Interval) -> String {
    interval.value?.shown() ?? "(\(interval.text))"
  }

  static func rate(_ interval: Interval) -> String {
    if let value = interval.value { return percent(value) }
    return "(\(percent(interval.low ?? 0))～\(interval.high.map(percent) ?? unbounded))"
  }

  /// A share as a percentage where that is exact to two places, else as the fraction it is.
  static func percent(_ value: Rational) -> String {
    guard let hundred = try? value * 100, hundred.description == hundred.shown(places: 2) else {
      return value.description
    }
    return "\(hundred)%"
  }

  static func capped(_ arithmetic: String, _ cap: Rational) -> String {
    "min(\(arithmetic), \(cap))"
  }

  static func leaf(
    start: Rational?, terms: [SignedTerm], unclamped: Interval, score: Interval, fails: Truth,
    bonus: Interval, major: Interval
  ) -> String {
    var line = sum(start, terms)
    if unclamped != score, fails != .yes { line += " = \(unclamped.text)，以分值为限" }
    switch fails {
    case .yes: line = "触发“不得分”条款，得0分"
    case .no: line += " = \(score.text)"
    case .unknown: line += "，“不得分”条款待定 = \(score.text)"
    }
    if bonus != .zero { line += "；另加分\(bonus.text)" }
    if major != .zero { line += "；另扣分\(major.text)" }
    return line
  }

  private static func sum(_ start: Rational?, _ terms: [SignedTerm]) -> String {
    var line = start?.shown() ?? ""
    for term in terms {
      if line.isEmpty {
        line = term.isNegative ? "−\(term.text)" : term.text
      } else {
        line += term.isNegative ? " − \(term.text)" : " + \(term.text)"
      }
    }
    return line.isEmpty ? "0" : line
  }

  static func open(_ score: Interval) -> String { "尚未评定：\(score.text)" }

  static func ruleError(_ score: Interval) -> String { "规则计算出错，不扣分也不得分：\(score.text)" }

  static func group(_ sum: Interval, _ full: Rational) -> String {
    "下级合计 \(sum.text) / \(full.shown())"
  }

  static func stage(_ score: Interval, _ weight: Rational, _ contribution: Interval) -> String {
    "\(factor(score))×\(percent(weight)) → \(contribution.text)"
  }

  static let stageLeftOut = "未考核，综合得分按已考核的环节折算"

  static func deducted(_ points: Rational) -> String { "扣\(points.shown())分" }

  static func charge(_ points: Rational, others: Int) -> String {
    others == 0 ? deducted(points) : "与另\(others)条共扣\(points.shown())分"
  }

  // MARK: inputs

  static func input(_ fact: ResolvedFact, _ rule: Rule) -> String {
    switch fact.source {
    case .judgement: "人工评定：\(fact.judgement.map { value($0.value) } ?? "")"
    case .machine: fact.machine.map(machine) ?? ""
    case .assumed: assumed(fact.reading)
    case .none: fact.machine.map(machine) ?? "无数据"
    }
  }

  private static func assumed(_ reading: FactReading) -> String {
    reading == .best ? "按全部符合计" : "未列出，按未发生计"
  }

  static func machine(_ fact: MachineFact) -> String {
    guard !fact.isNotApplicable else { return "机器检测：不适用" }
    let counts = fact.counts
    var parts = ["符合\(counts.passed)", "不符合\(counts.failed)"]
    if counts.undecided > 0 { parts.append("未能判定\(counts.undecided)") }
    return (fact.isSupport ? "检查线索（供人工评定参考）：" : "机器检测：") + parts.joined(separator: "，")
  }

  static func value(_ value: FactValue) -> String {
    switch value {
    case .flag(let flag): flag ? "是" : "否"
    case .number(let number): number.description
    case .text(let text): text
    case .record(let record):
      record.keys.sorted()
        .compactMap { key in record[key].map { "\(memberName(key))\(self.value($0))" } }
        .joined(separator: "，")
    case .list(let values): values.map(self.value).joined(separator: listSeparator)
    }
  }

  private static func memberName(_ key: String) -> String {
    switch key {
    case "part": "分子"
    case "whole": "分母"
    case "score": "得分"
    case "out_of": "满分"
    case "unit": "单位"
    case "criterion": "条目"
    case "value": "数量"
    default: key
    }
  }

  // MARK: vetoes

  static func effects(_ effects: [Veto.Effect], _ grades: [Grade]) -> String {
    effects.map { effect($0, grades) }.joined(separator: "，")
  }

  private static func effect(_ effect: Veto.Effect, _ grades: [Grade]) -> String {
    switch effect {
    case .zeroScheme: "本表计0分"
    case .subtract(let points): "总分扣\(points)分"
    case .noBonus: "不执行加分"
    case .outer(let points, let adds): "目标考核总分\(adds ? "另" : "直接")扣\(points)分"
    case .bar(let grade): "不能评为\(grades.first { $0.name == grade }?.title ?? grade)"
    case .lateEvidence: "须佐证的各项计0分"
    }
  }

  // MARK: grades

  static let noGrade = "未达等次"

  static func grades(_ titles: [String]) -> String { titles.joined(separator: "或") }
}

extension Veto {
  /// What it does, in words.
  public func effectText(in scheme: Scheme) -> String { Wording.effects(effects, scheme.grades) }
}
