import AuditModel

/// From rows to the figures at the foot of the sheet: bonus, deductions, vetoes, conversion.
struct Totals {
  let scheme: Scheme
  let book: FactBook
  let rows: [IndicatorRow]

  private var leaves: [IndicatorRow] { rows.flatMap(\.leaves) }

  func card(unit: String) throws(ScoringError) -> Scorecard {
    var card = Scorecard(
      scheme: scheme.id, title: scheme.title, document: scheme.citation.description, unit: unit,
      choices: scheme.choices, tallies: [], coverage: try coverage(), marks: try marks(),
      rows: rows, vetoes: vetoRows, bars: bars, stages: [])
    guard scheme.form != .tally else {
      card.tallies = leaves.filter { $0.role == .tally }
        .map { Scorecard.Tally(name: $0.name, points: $0.score) }
      return card
    }
    try fill(&card)
    return card
  }

  private func fill(_ card: inout Scorecard) throws(ScoringError) {
    let zeroed = happened { $0 == .zeroScheme }
    let base = zeroed.apply(to: try base())
    let bonus = zeroed.apply(to: try bonus(base))
    let extra = zeroed.apply(to: try extra())
    card.base = base
    card.bonus = bonus
    card.extraDeduction = extra
    // Under an uncertain zeroing veto everything goes together, never the parts apart.
    let full = try self.base() + (try self.bonus(self.base())) - (try self.extra())
    card.total = zeroed.apply(to: full)
    card.converted = try converted(card)
  }

  // MARK: base

  private func marks() throws(ScoringError) -> Rational { try sum(leaves) { _ in true } }

  private func sum(
    _ rows: [IndicatorRow], where counts: (IndicatorRow) -> Bool
  ) throws(ScoringError) -> Rational {
    var sum = Rational.zero
    for row in rows where row.role == .base && counts(row) { sum = try sum + (row.marks ?? 0) }
    return sum
  }

  private func base() throws(ScoringError) -> Interval {
    let all = try marks()
    let counts: (IndicatorRow) -> Bool = { row in
      row.state != .notApplicable
        && !(scheme.policy.renormalisesUnassessed && row.state == .open)
    }
    let counted = try sum(leaves, where: counts)
    var points = Interval.zero
    for row in rows where row.role == .base {
      points = try points + self.points(of: row, where: counts)
    }
    guard counted != all else { return points }
    guard counted > 0 else { return Interval(low: 0, high: all) }
    return try points * (all / counted)
  }

  /// A group's own score already holds its pool; it is taken apart only when parts drop out.
  private func points(
    of row: IndicatorRow, where counts: (IndicatorRow) -> Bool
  ) throws(ScoringError) -> Interval {
    if row.leaves.allSatisfy({ counts($0) || $0.state == .notApplicable || $0.role != .base }) {
      return row.state == .notApplicable ? .zero : row.score
    }
    guard !row.children.isEmpty else { return counts(row) ? row.score : .zero }
    var points = Interval.zero
    for child in row.children where child.role == .base {
      points = try points + self.points(of: child, where: counts)
    }
    return points
  }

  /// The share of the marks that is determined.
  private func coverage() throws(ScoringError) -> Rational {
    let applying = leaves.filter { $0.role == .base && $0.state != .notApplicable }
    var (open, all) = (Rational.zero, Rational.zero)
    for row in applying {
      let marks = row.marks ?? 0
      all = try all + marks
      open = try open + min(marks, row.score.width() ?? marks)
    }
    guard all > 0 else { return leaves.allSatisfy { $0.score.value != nil } ? 1 : 0 }
    return try 1 - open / all
  }

  // MARK: bonus and deductions

  private func bonus(_ base: Interval) throws(ScoringError) -> Interval {
    var bonus = Interval.zero
    for row in leaves where row.state != .notApplicable {
      if row.role == .bonus { bonus = try bonus + row.score }
      if let own = row.bonus { bonus = try bonus + own }
    }
    if let limit = scheme.policy.bonusAbove { bonus = gated(bonus, base, above: limit) }
    return happened { $0 == .noBonus }.apply(to: bonus)
  }

  private func gated(_ bonus: Interval, _ base: Interval, above limit: Rational) -> Interval {
    if let low = base.low, low > limit { return bonus }
    if let high = base.high, high <= limit { return .zero }
    return bonus.joined(with: .zero)
  }

  private func extra() throws(ScoringError) -> Interval {
    var extra = Interval.zero
    for row in leaves where row.state != .notApplicable {
      if row.role == .major { extra = try extra + row.score }
      if let own = row.major { extra = try extra + own }
    }
    for veto in scheme.vetoes {
      for case .subtract(let points) in veto.effects {
        extra = try extra + possibly(book.happened(veto), points)
      }
    }
    return extra
  }

  private func possibly(_ truth: Truth, _ points: Rational) -> Interval {
    Interval(low: truth == .yes ? points : 0, high: truth == .no ? 0 : points)
  }

  // MARK: conversion and vetoes

  private func converted(_ card: Scorecard) throws(ScoringError) -> Interval? {
    guard let conversion = scheme.conversion, let total = card.total else { return nil }
    let subject = conversion.ofLoss ? try Interval(conversion.outOf) - total : total
    let plain = try subject * (conversion.points / conversion.outOf)
    let outer = scheme.vetoes.flatMap(\.effects).compactMap { effect in
      if case .outer(let points, let adds) = effect { (points: points, adds: adds) } else { nil }
    }.first
    guard let outer else { return plain }
    let with = outer.adds ? try plain + Interval(outer.points) : Interval(outer.points)
    switch happened({ if case .outer = $0 { true } else { false } }) {
    case .yes: return with
    case .no: return plain
    case .unknown: return plain.joined(with: with)
    }
  }

  private func happened(_ matches: (Veto.Effect) -> Bool) -> Truth {
    scheme.vetoes.filter { $0.effects.contains(where: matches) }
      .reduce(Truth.no) { $0.or(book.happened($1)) }
  }

  private var bars: [String] {
    var bars: [String] = []
    for veto in scheme.vetoes where book.happened(veto) == .yes {
      for case .bar(let grade) in veto.effects where !bars.contains(grade) { bars.append(grade) }
    }
    return bars
  }

  private var vetoRows: [VetoRow] {
    scheme.vetoes.map {
      VetoRow(
        id: $0.id, text: $0.text, effect: Wording.effects($0.effects),
        state: book.happened($0))
    }
  }
}
