/// What is known about a criterion once a value has been checked against its rule.
enum FactReading: Hashable, Sendable {
  /// Nothing known.
  case unknown
  /// A person looked at the indicator and names nothing here: not triggered, not earned.
  case untriggered
  /// All is well: nothing deducted, base awards and judged points full, no bonus.
  case best
  /// A count, rate, share or amount; an interval when only bounds are known.
  case number(Interval)
  /// Whether the conditions hold.
  case holds(Truth)
  indirect case quota(QuotaFact)

  static func exactly(_ value: Rational) -> FactReading { .number(Interval(value)) }

  var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

/// A quota and what was done of it.
struct QuotaFact: Hashable, Sendable {
  var municipalTask: Rational
  var municipalDone: Rational
  var provincialTask: Rational
  var provincialDone: Rational
}

/// Checks a person's value against the rule it belongs to.
struct FactCheck {
  /// More occurrences than this are a slip of the keyboard.
  static let highestCount: Rational = 1_000_000_000

  func reading(of value: FactValue, for rule: Rule) throws(Refusal) -> FactReading {
    switch rule {
    case .fail: .exactly(try count(value, allowsFlag: true))
    case .step(let step): try reading(of: value, for: step)
    case .band(let band):
      .exactly(band.isShare ? try share(value) : try count(value, allowsFlag: false))
    case .ratio: try ratio(value)
    case .judge(let judge): .exactly(try judged(value, judge))
    case .quota(let quota): .quota(try QuotaCheck(rule: quota).fact(value))
    }
  }

  private func reading(of value: FactValue, for step: StepRule) throws(Refusal) -> FactReading {
    switch step.count {
    case .once, .each: .exactly(try count(value, allowsFlag: true))
    case .shortfall, .wholeSteps: .exactly(try count(value, allowsFlag: false))
    case .conditions(let conditions): .holds(try holds(value, conditions))
    }
  }

  private func count(_ value: FactValue, allowsFlag: Bool) throws(Refusal) -> Rational {
    if case .flag(let flag) = value, allowsFlag { return flag ? 1 : 0 }
    guard case .number(let number) = value else {
      throw .wrongShape(expected: allowsFlag ? .flagOrCount : .count)
    }
    guard !number.isNegative else { throw .negative }
    guard number.isWhole else { throw .notWhole }
    return try within(number, 0, FactCheck.highestCount)
  }

  /// A share is a number, or a text that says so with a percent sign. Nowhere else is a percentage
  /// a number: 85% of what would be a guess.
  private func share(_ value: FactValue) throws(Refusal) -> Rational {
    let number: Rational? =
      switch value {
      case .number(let number): number
      case .text(let text) where text.hasSuffix("%"): Rational(text)
      default: nil
      }
    guard let number else { throw .wrongShape(expected: .share) }
    return try within(number, 0, 1, percent: true)
  }

  private func within(
    _ number: Rational, _ low: Rational, _ high: Rational, percent: Bool = false
  ) throws(Refusal) -> Rational {
    guard number >= low, number <= high else {
      let bounds = [low, high].map { percent ? $0.shownAsPercent() : $0.description }
      throw .outOfRange(low: bounds[0], high: bounds[1])
    }
    return number
  }

  private func ratio(_ value: FactValue) throws(Refusal) -> FactReading {
    guard case .record(let record) = value else { return .exactly(try share(value)) }
    try allow(["part", "whole"], in: record)
    let part = try count(try member("part", of: record), allowsFlag: false)
    let whole = try count(try member("whole", of: record), allowsFlag: false)
    guard part <= whole else { throw .partAboveWhole }
    guard let share = try? part / whole else { return .unknown }
    return .exactly(share)
  }

  private func judged(_ value: FactValue, _ rule: JudgeRule) throws(Refusal) -> Rational {
    switch rule.unit {
    case .rate: return try share(value)
    case .points(let maximum): return try points(value, maximum)
    case .scaled(let maximum):
      guard case .record(let record) = value else { return try points(value, maximum) }
      return try scaled(record, maximum)
    }
  }

  private func points(_ value: FactValue, _ maximum: Rational?) throws(Refusal) -> Rational {
    guard case .number(let number) = value else { throw .wrongShape(expected: .points) }
    guard !number.isNegative else { throw .negative }
    return try within(number, 0, maximum ?? FactCheck.highestCount)
  }

  private func scaled(
    _ record: [String: FactValue], _ maximum: Rational
  ) throws(Refusal) -> Rational {
    try allow(["score", "out_of"], in: record)
    guard case .number(let score) = try member("score", of: record),
      case .number(let outOf) = try member("out_of", of: record), outOf > 0
    else { throw .wrongShape(expected: .scaled) }
    let given = try within(score, 0, outOf)
    guard let converted = try? given / outOf * maximum else {
      throw .outOfRange(low: "0", high: outOf.description)
    }
    return converted
  }

  private func holds(_ value: FactValue, _ conditions: [Condition]) throws(Refusal) -> Truth {
    let names = conditions.map(\.measure)
    guard case .record(let record) = value else {
      guard conditions.count == 1, let only = conditions.first else {
        throw .wrongShape(expected: .record(names))
      }
      return Truth(only.holds(try measure(value, only)))
    }
    try allow(names, in: record)
    var truth = Truth.yes
    for condition in conditions {
      let given = try measure(try member(condition.measure, of: record), condition)
      truth = truth.and(Truth(condition.holds(given)))
    }
    return truth
  }

  private func measure(_ value: FactValue, _ condition: Condition) throws(Refusal) -> Rational {
    switch condition.kind {
    case .flag:
      guard case .flag(let flag) = value else { throw .wrongShape(expected: .flag) }
      return flag ? 1 : 0
    case .share: return try share(value)
    case .count: return try count(value, allowsFlag: false)
    case .rank: return try within(try count(value, allowsFlag: false), 1, FactCheck.highestCount)
    case .score: return try points(value, nil)
    }
  }
}

/// The value at `key`, or a refusal that names the missing key.
func member(
  _ key: String, of record: [String: FactValue]
) throws(Refusal) -> FactValue {
  guard let value = record[key] else { throw .missingMeasure(key) }
  return value
}

/// Refuses keys nobody asked for: a misspelt measure must not be lost in silence.
func allow(_ known: [String], in record: [String: FactValue]) throws(Refusal) {
  for key in record.keys.sorted() where !known.contains(key) {
    throw .unknownMeasure(key, known: known)
  }
}
