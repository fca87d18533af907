import Scoring

/// Figures of one indicator that cannot work as printed.
struct LeafLint {
  let leaf: Indicator

  var remarks: [LintRemark] {
    let unreachable = leaf.criteria.filter { !$0.rule.canMove || $0.cap == .zero }
      .map { remark(.neverReached, Wording.neverReached($0.text)) }
    guard leaf.role == .base, let marks = leaf.marks else { return unreachable }
    let dead = startsAtZero ? deductionsFromNothing : []
    return unreachable + dead + caps(marks) + (startsAtZero ? [] : losses(marks)) + best(marks)
  }

  private var startsAtZero: Bool { leaf.start == .zero }

  private func remark(_ subject: LintRemark.Subject, _ text: String) -> LintRemark {
    LintRemark(subject: subject, place: "\(leaf.id) \(leaf.name)", text: text, reading: leaf.note)
  }

  private func sign(_ criterion: Criterion) -> Int {
    criterion.rule.sign(startsFull: !startsAtZero)
  }

  /// On a row that begins at nothing and earns nothing, a deduction takes from nothing.
  private var deductionsFromNothing: [LintRemark] {
    let own = leaf.criteria.filter { $0.role == .base }
    guard !own.contains(where: { sign($0) > 0 }) else { return [] }
    return own.filter { sign($0) < 0 }.map { remark(.neverReached, Wording.neverReached($0.text)) }
  }

  private func caps(_ marks: Rational) -> [LintRemark] {
    let own = leaf.criteria.filter { $0.role == .base }
    let caps = own.compactMap(\.cap) + Set(own.compactMap(\.capGroup)).compactMap { leaf.caps[$0] }
    return caps.filter { $0 > marks }.sorted().map {
      remark(.capAboveMarks, Wording.capAboveMarks("\($0)", "\(marks)"))
    }
  }

  private func losses(_ marks: Rational) -> [LintRemark] {
    var remarks: [LintRemark] = []
    for criterion in leaf.criteria where criterion.role == .base && sign(criterion) < 0 {
      guard case .step(let step) = criterion.rule, step.points > marks else { continue }
      let isCapped = criterion.cap.map { $0 <= marks } ?? false
      guard !isCapped else { continue }
      remarks.append(remark(.exceedsMarks, Wording.exceeds("\(step.points)", "\(marks)")))
    }
    let takes = leaf.criteria.contains { $0.role == .base && sign($0) < 0 }
    if takes, !hasFail, let most = most(where: { $0 < 0 }), most < startPoints(marks) {
      remarks.append(remark(.neverAllLost, Wording.neverAllLost("\(most)", "\(marks)")))
    }
    return remarks
  }

  private func best(_ marks: Rational) -> [LintRemark] {
    let start = startPoints(marks)
    guard start < marks, let earned = most(where: { $0 > 0 }), let best = try? start + earned,
      best < marks
    else { return [] }
    return [remark(.neverFull, Wording.neverFull("\(best)", "\(marks)"))]
  }

  private func startPoints(_ marks: Rational) -> Rational {
    switch leaf.start {
    case .full: marks
    case .zero: .zero
    case .points(let points): points
    }
  }

  private var hasFail: Bool {
    leaf.criteria.contains { if case .fail = $0.rule { true } else { false } }
  }

  /// The most that all criteria of one direction come to, or nil when nothing limits them.
  private func most(where matches: (Int) -> Bool) -> Rational? {
    var (parts, grouped) = ([Rational](), [String: [Rational?]]())
    for criterion in leaf.criteria where criterion.role == .base && matches(sign(criterion)) {
      let most = criterion.most(of: leaf)
      if let group = criterion.capGroup {
        grouped[group, default: []].append(most)
      } else if let most {
        parts.append(most)
      } else {
        return nil
      }
    }
    for (group, members) in grouped {
      let sum = members.contains(nil) ? nil : total(members.compactMap { $0 })
      guard let limited = [sum, leaf.caps[group]].compactMap({ $0 }).min() else { return nil }
      parts.append(limited)
    }
    return total(parts)
  }
}

extension Criterion {
  /// The most it can move, or nil when nothing limits it.
  fileprivate func most(of leaf: Indicator) -> Rational? {
    let plain: Rational? =
      switch rule {
      case .fail: nil
      case .judge(let judge): judge.most(of: leaf)
      case .band(let band): band.bands.map(\.points).max()
      case .ratio(let ratio): ratio.points
      case .quota(let quota): try? quota.municipal + quota.provincial
      case .step(let step): step.most
      }
    return [plain, cap].compactMap { $0 }.min()
  }
}

extension JudgeRule {
  fileprivate func most(of leaf: Indicator) -> Rational? {
    switch unit {
    case .points(let maximum): maximum ?? leaf.marks
    case .scaled(let maximum): maximum
    case .rate: leaf.marks
    }
  }
}

extension StepRule {
  fileprivate var most: Rational? {
    switch count {
    case .once, .conditions: points
    case .shortfall(let need): try? points * Rational(need)
    case .each, .wholeSteps: nil
    }
  }
}

extension Rule {
  /// Whether any value at all can make it move a point.
  fileprivate var canMove: Bool {
    switch self {
    case .fail(let fail): fail.need != 0
    case .step(let step): step.points > 0 && step.count != .shortfall(need: 0)
    case .band(let band): band.bands.indices.allSatisfy(band.isReachable)
    case .ratio(let ratio): ratio.points > 0 && ratio.steps.allSatisfy { $0.low <= 1 }
    case .judge, .quota: true
    }
  }
}

extension BandRule {
  /// Whether some value falls into the band before any other takes it.
  fileprivate func isReachable(_ index: Int) -> Bool {
    let band = bands[index]
    if isShare, band.low > 1 || (band.low == 1 && !band.includesLow) { return false }
    if let high = band.high, high == band.low, !(band.includesLow && band.includesHigh) {
      return false
    }
    return !bands[..<index].contains { $0.covers(band) }
  }
}

extension Band {
  fileprivate func covers(_ other: Band) -> Bool {
    let coversLow = low < other.low || (low == other.low && (includesLow || !other.includesLow))
    guard let high else { return coversLow }
    guard let top = other.high else { return false }
    return coversLow && (high > top || (high == top && (includesHigh || !other.includesHigh)))
  }
}
