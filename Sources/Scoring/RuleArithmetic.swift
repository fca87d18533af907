extension Rule {
  /// How a magnitude came about, in one piece of arithmetic; made only when somebody asks.
  func arithmetic(
    _ reading: FactReading, _ magnitude: Interval, at place: LeafPlace
  ) -> String {
    switch self {
    case .fail: "0"
    case .step(let step): step.arithmetic(reading, magnitude, at: place)
    case .band: plain(reading, magnitude)
    case .ratio(let ratio): ratio.arithmetic(reading, magnitude, at: place)
    case .judge(let judge): judge.arithmetic(reading, magnitude, at: place)
    case .quota(let quota): quota.arithmetic(reading, magnitude)
    }
  }

  private func plain(_ reading: FactReading, _ magnitude: Interval) -> String {
    reading.isAssumedValue ? exact(magnitude) : Wording.factor(magnitude)
  }
}

/// The number itself, unrounded.
private func exact(_ magnitude: Interval) -> String { magnitude.value?.description ?? "0" }

extension FactReading {
  /// Stands for a value nobody entered.
  fileprivate var isAssumedValue: Bool { self == .best || self == .untriggered }
}

extension StepRule {
  fileprivate func arithmetic(
    _ reading: FactReading, _ magnitude: Interval, at place: LeafPlace
  ) -> String {
    switch reading {
    case .untriggered: return "\(points)×0"
    case .best:
      return direction == .plus && place.role == .base ? exact(magnitude) : "\(points)×0"
    default:
      let times = (try? times(reading)) ?? magnitude
      return "\(points)×\(Wording.factor(times))"
    }
  }
}

extension RatioRule {
  fileprivate func arithmetic(
    _ reading: FactReading, _ magnitude: Interval, at place: LeafPlace
  ) -> String {
    guard !reading.isAssumedValue else { return exact(magnitude) }
    guard place.startsFull, case .number(let share) = reading, let given = share.value,
      stretch(of: given) == nil
    else { return Wording.factor(magnitude) }
    return countsGood ? "\(points)×(1−\(given))" : "\(points)×\(given)"
  }
}

extension JudgeRule {
  fileprivate func arithmetic(
    _ reading: FactReading, _ magnitude: Interval, at place: LeafPlace
  ) -> String {
    guard !reading.isAssumedValue else { return exact(magnitude) }
    guard unit == .rate, case .number(let given) = reading else {
      return Wording.factor(magnitude)
    }
    return "\((place.marks ?? 0).shown())×\(Wording.rate(given))"
  }
}

extension QuotaRule {
  fileprivate func arithmetic(_ reading: FactReading, _ magnitude: Interval) -> String {
    guard case .quota(let fact) = reading else {
      return reading.isAssumedValue ? exact(magnitude) : Wording.factor(magnitude)
    }
    let first = percent(fact.municipalDone, of: fact.municipalTask)
    guard fact.provincialTask != .zero else {
      return "\((try? municipal + provincial) ?? municipal)×\(first)"
    }
    let second = percent(fact.provincialDone, of: fact.provincialTask)
    return "\(municipal)×\(first)+\(provincial)×\(second)"
  }

  private func percent(_ done: Rational, of task: Rational) -> String {
    (try? share(done, of: task))?.shownAsPercent() ?? ""
  }
}
