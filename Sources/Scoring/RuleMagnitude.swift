/// Where a criterion stands while it is evaluated.
struct LeafPlace {
  var marks: Rational?
  var startsFull: Bool
  var role: Role
}

extension Rule {
  /// −1 takes off, +1 earns, 0 for the all-or-nothing kind.
  public func sign(startsFull: Bool) -> Int {
    switch self {
    case .fail: 0
    case .step(let step): step.direction == .plus ? 1 : -1
    case .band(let band): band.earns ? 1 : -1
    case .ratio: startsFull ? -1 : 1
    case .judge(let judge): judge.takesOff ? -1 : 1
    case .quota: 1
    }
  }

  /// Whether the all-or-nothing kind fires; nil for every other kind.
  func fires(_ reading: FactReading) -> Truth? {
    guard case .fail(let rule) = self else { return nil }
    switch reading {
    case .unknown, .quota: return .unknown
    case .untriggered, .best: return .no
    case .holds(let truth): return truth
    case .number(let count):
      return rule.need.map { below(Rational($0), count) } ?? aboveZero(count)
    }
  }

  private func below(_ need: Rational, _ count: Interval) -> Truth {
    if let high = count.high, high < need { return .yes }
    if let low = count.low, low >= need { return .no }
    return .unknown
  }

  private func aboveZero(_ count: Interval) -> Truth {
    if let low = count.low, low > 0 { return .yes }
    if let high = count.high, high <= 0 { return .no }
    return .unknown
  }

  /// What is taken off or earned, before caps and never negative.
  func magnitude(_ reading: FactReading, at place: LeafPlace) throws(ScoringError) -> Interval {
    switch self {
    case .fail: .zero
    case .step(let step): try step.magnitude(reading, at: place)
    case .band(let band): band.magnitude(reading, at: place)
    case .ratio(let ratio): try ratio.magnitude(reading, at: place)
    case .judge(let judge): try judge.magnitude(reading, at: place)
    case .quota(let quota): try quota.magnitude(reading)
    }
  }
}

extension StepRule {
  func magnitude(_ reading: FactReading, at place: LeafPlace) throws(ScoringError) -> Interval {
    switch reading {
    case .untriggered: .zero
    case .best:
      direction == .plus && place.role == .base ? Interval(place.marks ?? points) : .zero
    default: try times(reading) * points
    }
  }

  /// How often the amount is due.
  func times(_ reading: FactReading) throws(ScoringError) -> Interval {
    if case .conditions = count { return conditionTimes(reading) }
    let number: Interval =
      if case .number(let known) = reading { known } else { Interval(low: 0, high: nil) }
    switch count {
    case .once, .conditions:
      return Interval(
        low: (number.low ?? 0) > 0 ? 1 : 0, high: number.high.map { $0 > 0 ? 1 : 0 } ?? 1)
    case .each: return number
    case .shortfall(let need):
      return Interval(
        low: try missing(need, number.high), high: try missing(need, number.low ?? 0))
    case .wholeSteps(let size):
      let size = Rational(size)
      return Interval(
        low: try ((number.low ?? 0) / size).floor,
        high: try number.high.map { high throws(ScoringError) in try (high / size).floor })
    }
  }

  private func conditionTimes(_ reading: FactReading) -> Interval {
    switch reading {
    case .holds(.yes): Interval(1)
    case .holds(.no): Interval(0)
    default: Interval(low: 0, high: 1)
    }
  }

  private func missing(_ need: Int, _ done: Rational?) throws(ScoringError) -> Rational {
    guard let done else { return 0 }
    return max(0, try Rational(need) - done)
  }
}

extension BandRule {
  func magnitude(_ reading: FactReading, at place: LeafPlace) -> Interval {
    switch reading {
    case .untriggered: .zero
    case .best: Interval(earns && place.role == .base ? bands.map(\.points).max() ?? 0 : 0)
    case .number(let value): worth(value)
    default: worth(Interval(low: 0, high: nil))
    }
  }

  /// Every amount the value can still lead to. Several bands or none may be reached, so an
  /// inexact value always allows for falling between the bands.
  private func worth(_ value: Interval) -> Interval {
    if let exact = value.value {
      return Interval(bands.first { $0.contains(exact) }?.points ?? 0)
    }
    let reached = bands.filter { $0.overlaps(value) }.map(\.points) + [0]
    return Interval(low: reached.min(), high: reached.max())
  }
}

extension RatioRule {
  func magnitude(_ reading: FactReading, at place: LeafPlace) throws(ScoringError) -> Interval {
    switch reading {
    case .best, .untriggered:
      return place.startsFull || reading == .untriggered ? .zero : Interval(points)
    case .number(let share):
      let score = try score(share)
      return place.startsFull ? try Interval(points) - score : score
    default: return Interval(low: 0, high: points)
    }
  }

  /// The stretch with a fixed deduction that a share falls into.
  func stretch(of share: Rational) -> Band? {
    guard let bad = countsGood ? try? 1 - share : share else { return nil }
    return steps.first { $0.contains(bad) }
  }

  /// The score at each end and on both sides of every border between; the formula is monotone
  /// from border to border, so nothing lies outside.
  private func score(_ share: Interval) throws(ScoringError) -> Interval {
    if let exact = share.value {
      return Interval(try score(bad: countsGood ? 1 - exact : exact))
    }
    let bad = try (countsGood ? Interval(1) - share : share).clamped(floor: 0, ceiling: 1)
    let (low, high) = (bad.low ?? 0, bad.high ?? 1)
    var reached = [try score(bad: low), try score(bad: high)]
    for step in steps where step.overlaps(bad) {
      for border in [max(low, step.low), min(high, step.high ?? 1)] {
        reached += [try stepped(border, step), try formula(border)]
      }
    }
    return Interval(low: reached.min(), high: reached.max())
  }

  private func score(bad: Rational) throws(ScoringError) -> Rational {
    if let step = steps.first(where: { $0.contains(bad) }) { return try stepped(bad, step) }
    return try formula(bad)
  }

  private func formula(_ bad: Rational) throws(ScoringError) -> Rational { try points * (1 - bad) }

  private func stepped(_ bad: Rational, _ step: Band) throws(ScoringError) -> Rational {
    let rest = stepsStack ? try formula(bad) - step.points : try points - step.points
    return max(0, rest)
  }
}

extension JudgeRule {
  func magnitude(_ reading: FactReading, at place: LeafPlace) throws(ScoringError) -> Interval {
    switch reading {
    case .untriggered: .zero
    case .best:
      Interval(place.role == .base && !takesOff ? maximum(at: place) ?? 0 : 0)
    case .number(let given): unit == .rate ? try given * (place.marks ?? 0) : given
    default: Interval(low: 0, high: maximum(at: place))
    }
  }

  private func maximum(at place: LeafPlace) -> Rational? {
    switch unit {
    case .points(let maximum): maximum ?? (place.role == .base ? place.marks : nil)
    case .scaled(let maximum): maximum
    case .rate: place.marks
    }
  }
}

extension QuotaRule {
  func magnitude(_ reading: FactReading) throws(ScoringError) -> Interval {
    switch reading {
    case .untriggered: .zero
    case .best: Interval(try municipal + provincial)
    case .quota(let fact): Interval(try magnitude(fact))
    default: Interval(low: 0, high: try municipal + provincial)
    }
  }

  private func magnitude(_ fact: QuotaFact) throws(ScoringError) -> Rational {
    let first = try share(fact.municipalDone, of: fact.municipalTask)
    guard fact.provincialTask != .zero else { return try (municipal + provincial) * first }
    return try municipal * first + provincial
      * share(fact.provincialDone, of: fact.provincialTask)
  }

  /// The part of the points a completion rate is worth. A task of nothing is done.
  func share(_ done: Rational, of task: Rational) throws(ScoringError) -> Rational {
    guard task != .zero else { return 1 }
    let rate = try done / task
    return shares.first { $0.contains(rate) }?.points ?? 0
  }
}
