import AuditModel
public import Scoring

/// What a reader of a scheme should know before trusting it: places where the source contradicts
/// itself with the reading taken, and figures that cannot work as printed.
public struct LintRemark: Hashable, Sendable, CustomStringConvertible {
  public enum Subject: Hashable, Sendable {
    case inconsistency(number: String, severity: String)
    /// One deduction takes more than there is.
    case exceedsMarks
    /// Everything together takes less than there is.
    case neverAllLost
    /// Everything together earns less than there is.
    case neverFull
    /// A rule that nothing can trigger.
    case neverReached
    /// A cap that never holds anything back.
    case capAboveMarks
    case weights
    case unspecifiedCitation

    /// Stable English id.
    public var id: String {
      switch self {
      case .inconsistency: "inconsistency"
      case .exceedsMarks: "exceedsMarks"
      case .neverAllLost: "neverAllLost"
      case .neverFull: "neverFull"
      case .neverReached: "neverReached"
      case .capAboveMarks: "capAboveMarks"
      case .weights: "weights"
      case .unspecifiedCitation: "unspecifiedCitation"
      }
    }
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
    let figures = scheme.form == .sum ? scheme.leaves.flatMap { LeafLint(leaf: $0).remarks } : []
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

}

/// The sum, or nil when it leaves the exact range.
func total(_ numbers: [Rational]) -> Rational? {
  numbers.reduce(Optional(Rational.zero)) { sum, number in sum.flatMap { try? $0 + number } }
}
