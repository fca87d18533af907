import AuditModel
public import Scoring

/// What a reader of a scheme should know before trusting it: places where the source contradicts
/// itself with the reading taken, and figures that cannot work as printed.
public struct LintRemark: Hashable, Sendable, CustomStringConvertible {
  public enum Subject: Hashable, Sendable {
    case inconsistency(number: String, severity: String)
    case exceedsMarks
    case neverAllLost
    case neverFull
    case weights
    case unspecifiedCitation
  }

  public var subject: Subject
  /// Indicator or place in the document.
  public var place: String
  public var text: String
  /// The reading taken, where there is a choice.
  public var reading: String?

  public var description: String {
    "\(place)：\(text)" + (reading.map { "　→ \($0)" } ?? "")
  }
}

/// Finds them. Faults that make a scheme unusable are diagnostics of the loader instead.
public struct SchemeLint: Sendable {
  public init() {}

  public func remarks(on scheme: Scheme) -> [LintRemark] {
    let figures = scheme.form == .sum ? scheme.leaves.flatMap(figures) : []
    return inconsistencies(scheme.inconsistencies) + weights(scheme) + figures + citation(scheme)
  }

  public func remarks(on combination: Combination) -> [LintRemark] {
    inconsistencies(combination.inconsistencies)
  }

  private func inconsistencies(_ entries: [Inconsistency]) -> [LintRemark] {
    entries.map {
      LintRemark(
        subject: .inconsistency(number: $0.number, severity: $0.severity),
        place: "\($0.number) \($0.place)", text: $0.what, reading: $0.reading)
    }
  }

  private func citation(_ scheme: Scheme) -> [LintRemark] {
    guard scheme.citation.confidence == .memory else { return [] }
    return [
      LintRemark(
        subject: .unspecifiedCitation, place: scheme.id, text: Wording.citationFromMemory)
    ]
  }

  private func weights(_ scheme: Scheme) -> [LintRemark] {
    guard scheme.form == .weights else { return [] }
    return groups(scheme.indicators).compactMap { group in
      let weights = group.children.compactMap(\.weight)
      guard !weights.isEmpty, let sum = total(weights), sum != 1 else { return nil }
      return LintRemark(
        subject: .weights, place: group.name,
        text: Wording.weightsDoNotAddUp(sum.shownAsPercent(places: 2)), reading: group.note)
    }
  }

  private func groups(_ nodes: [Indicator]) -> [Indicator] {
    nodes.filter { !$0.isLeaf }.flatMap { [$0] + groups($0.children) }
  }

  private func total(_ numbers: [Rational]) -> Rational? {
    numbers.reduce(Optional(Rational.zero)) { sum, number in sum.flatMap { try? $0 + number } }
  }

  private func figures(_ leaf: Indicator) -> [LintRemark] {
    guard leaf.role == .base, let marks = leaf.marks else { return [] }
    var remarks: [LintRemark] = []
    if case .points(let start) = leaf.start, start < marks {
      remarks.append(
        remark(.neverFull, leaf, Wording.neverFull("\(start)", "\(marks)")))
    }
    guard leaf.start != .zero else { return remarks }
    for criterion in leaf.criteria where criterion.role == .base {
      if case .step(let step) = criterion.rule, step.direction == .minus, step.points > marks {
        remarks.append(remark(.exceedsMarks, leaf, Wording.exceeds("\(step.points)", "\(marks)")))
      }
    }
    if let most = mostLost(leaf), most < marks {
      remarks.append(remark(.neverAllLost, leaf, Wording.neverAllLost("\(most)", "\(marks)")))
    }
    return remarks
  }

  private func remark(
    _ subject: LintRemark.Subject, _ leaf: Indicator, _ text: String
  ) -> LintRemark {
    LintRemark(
      subject: subject, place: "\(leaf.id) \(leaf.name)", text: text, reading: leaf.note)
  }

  /// The most that can be lost, or nil when nothing limits it below the marks.
  private func mostLost(_ leaf: Indicator) -> Rational? {
    var (single, grouped) = ([Rational](), [String: [Rational]]())
    for criterion in leaf.criteria where criterion.role == .base {
      guard let most = most(criterion) else { return nil }
      if let group = criterion.capGroup {
        grouped[group, default: []].append(most)
      } else {
        single.append(most)
      }
    }
    for (group, parts) in grouped {
      guard let sum = total(parts) else { return nil }
      single.append(min(sum, leaf.caps[group] ?? sum))
    }
    return total(single)
  }

  private func most(_ criterion: Criterion) -> Rational? {
    let plain: Rational?
    switch criterion.rule {
    case .fail, .judge, .quota: plain = nil
    case .band(let band): plain = band.bands.map(\.points).max()
    case .ratio(let ratio): plain = ratio.points
    case .step(let step): plain = most(step)
    }
    guard let cap = criterion.cap else { return plain }
    return plain.map { min($0, cap) } ?? cap
  }

  private func most(_ step: StepRule) -> Rational? {
    switch step.count {
    case .once, .conditions: step.points
    case .shortfall(let need): try? step.points * Rational(need)
    case .each, .wholeSteps: nil
    }
  }
}
