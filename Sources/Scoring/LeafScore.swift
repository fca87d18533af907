/// A leaf with everything that is known about it.
struct LeafFacts {
  var leaf: Indicator
  /// Full points; for a tree of weights what the leaf's weight comes to.
  var marks: Rational?
  var facts: [ResolvedFact]
  /// No floor at zero: by the reading taken, or because a group's pool has it.
  var mayGoNegative: Bool
}

/// What a leaf comes to.
struct LeafScore {
  /// Points in the leaf's own role.
  var own: Interval
  var bonus: Interval = .zero
  var major: Interval = .zero
  var state: IndicatorState
  var explanation: String
  var arithmetic: [String]

  var isSingle: Bool { own.value != nil && bonus.value != nil && major.value != nil }
}

extension LeafFacts {
  private var startsFull: Bool { leaf.role == .base && leaf.start != .zero }

  private var startPoints: Rational {
    switch leaf.start {
    case .full: leaf.role == .base ? marks ?? 0 : 0
    case .zero: 0
    case .points(let points): leaf.role == .base ? points : 0
    }
  }

  /// A fault of a rule leaves the whole range open and says so; it never moves a point.
  func score() -> LeafScore {
    let readings = facts.map(\.reading)
    guard var score = try? score(readings) else {
      var open = openScore
      open.state = .error
      open.explanation = Wording.ruleError(open.own)
      return open
    }
    if score.isSingle {
      score.state = .determined
    } else {
      let open = openScore
      score.state = isOpen(score, open) ? .open : .partly
    }
    if score.state == .open { score.explanation = Wording.open(score.own) }
    return score
  }

  /// Open is an indicator of whose own points nothing is known; where those are settled, one of
  /// whose bonus and deductions nothing is.
  private func isOpen(_ score: LeafScore, _ open: LeafScore) -> Bool {
    guard score.own == open.own else { return false }
    return score.own.value == nil || (score.bonus == open.bonus && score.major == open.major)
  }

  /// The score while nothing at all is known.
  private var openScore: LeafScore {
    (try? score(facts.map { _ in .unknown }))
      ?? LeafScore(
        own: Interval(low: 0, high: marks), state: .open, explanation: "", arithmetic: [])
  }

  private func score(_ readings: [FactReading]) throws(ScoringError) -> LeafScore {
    let amounts = try amounts(readings)
    let own = try total(leaf.role, amounts, signed: leaf.role == .base)
    let unclamped = try Interval(startPoints) + own.interval
    let clamped = unclamped.clamped(floor: mayGoNegative ? nil : 0, ceiling: marks)
    let fails = failure(readings)
    var score = LeafScore(
      own: fails.apply(to: clamped), state: .open, explanation: "",
      arithmetic: amounts.map(\.arithmetic))
    if leaf.role != .bonus { score.bonus = try total(.bonus, amounts, signed: false).interval }
    if leaf.role != .major { score.major = try total(.major, amounts, signed: false).interval }
    score.explanation = Wording.leaf(
      start: startsFull ? startPoints : nil, terms: own.terms, unclamped: unclamped,
      score: score.own, fails: fails, bonus: score.bonus, major: score.major)
    return score
  }

  private func amounts(_ readings: [FactReading]) throws(ScoringError) -> [Amount] {
    var amounts: [Amount] = []
    for (criterion, reading) in zip(leaf.criteria, readings) {
      let place = LeafPlace(marks: marks, startsFull: startsFull, role: criterion.role)
      var amount = try criterion.rule.amount(reading, at: place)
      if let cap = criterion.cap {
        let capped = amount.magnitude.clamped(ceiling: cap)
        if capped != amount.magnitude, !amount.arithmetic.isEmpty {
          amount.arithmetic = Wording.capped(amount.arithmetic, cap)
        }
        amount.magnitude = capped
      }
      amounts.append(amount)
    }
    return amounts
  }

  private func failure(_ readings: [FactReading]) -> Truth {
    zip(leaf.criteria, readings).reduce(Truth.no) { truth, pair in
      truth.or(pair.0.rule.fires(pair.1) ?? .no)
    }
  }

  /// The criteria of one role: those under a shared cap first summed and capped, then all added.
  private func total(
    _ role: Role, _ amounts: [Amount], signed: Bool
  ) throws(ScoringError) -> (interval: Interval, terms: [SignedTerm]) {
    var (sum, terms, done) = (Interval.zero, [SignedTerm](), Set<String>())
    for (index, criterion) in leaf.criteria.enumerated() where criterion.role == role {
      let sign = criterion.rule.sign(startsFull: startsFull)
      guard sign != 0 else { continue }
      var part = amounts[index]
      if let group = criterion.capGroup {
        guard done.insert(group).inserted else { continue }
        part = try shared(group, role, amounts)
      }
      let isNegative = signed && sign < 0
      sum = isNegative ? try sum - part.magnitude : try sum + part.magnitude
      terms.append(SignedTerm(isNegative: isNegative, text: part.arithmetic))
    }
    return (sum, terms)
  }

  private func shared(
    _ group: String, _ role: Role, _ amounts: [Amount]
  ) throws(ScoringError) -> Amount {
    var (sum, texts) = (Interval.zero, [String]())
    for (index, criterion) in leaf.criteria.enumerated()
    where criterion.capGroup == group && criterion.role == role {
      sum = try sum + amounts[index].magnitude
      texts.append(amounts[index].arithmetic)
    }
    let text = texts.count == 1 ? texts[0] : "(\(texts.joined(separator: "+")))"
    guard let cap = leaf.caps[group] else { return Amount(magnitude: sum, arithmetic: text) }
    let capped = sum.clamped(ceiling: cap)
    return Amount(
      magnitude: capped,
      arithmetic: capped == sum ? text : Wording.capped(texts.joined(separator: "+"), cap))
  }
}

/// One term of the explaining line.
struct SignedTerm: Hashable {
  var isNegative: Bool
  var text: String
}

extension Truth {
  /// All-or-nothing: fires, does not, or may.
  func apply(to score: Interval) -> Interval {
    switch self {
    case .yes: .zero
    case .no: score
    case .unknown: score.joined(with: .zero)
    }
  }
}
