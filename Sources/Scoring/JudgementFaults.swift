/// One entry of a set of judgements that must be refused.
public struct JudgementFault: Hashable, Sendable {
  /// Which entry: its place in the list it stands in.
  public enum Place: Hashable, Sendable {
    case fact(Int), status(Int), event(Int)
  }

  public var place: Place
  /// Id of the criterion, indicator or veto concerned.
  public var entry: String
  public var reason: Refusal
}

extension Scheme {
  /// Everything that is wrong with the judgements, where scoring would stop at the first.
  public func faults(in judgements: Judgements) -> [JudgementFault] {
    var check = JudgementFaults(self)
    for (index, status) in judgements.statuses.enumerated() { check.take(status, index) }
    for (index, fact) in judgements.facts.enumerated() { check.take(fact, index) }
    let known = vetoes.map(\.id)
    for (index, event) in (judgements.events ?? []).enumerated() where !known.contains(event) {
      check.add(.event(index), event, .unknownEvent(known: known))
    }
    return check.faults
  }
}

private struct JudgementFaults {
  private(set) var faults: [JudgementFault] = []
  private var rules: [String: (indicator: String, rule: Rule)] = [:]
  private let indicators: [String]
  private var statuses: [String: StatusJudgement.Status] = [:]
  private var readings: [String: FactReading] = [:]

  init(_ scheme: Scheme) {
    indicators = scheme.leaves.map(\.id).sorted()
    for leaf in scheme.leaves {
      for criterion in leaf.criteria { rules[criterion.id] = (leaf.id, criterion.rule) }
    }
  }

  mutating func add(_ place: JudgementFault.Place, _ entry: String, _ reason: Refusal) {
    faults.append(JudgementFault(place: place, entry: entry, reason: reason))
  }

  mutating func take(_ status: StatusJudgement, _ index: Int) {
    let id = status.indicator
    guard indicators.contains(id) else {
      return add(
        .status(index), id, .unknownIndicator(nearest: nearest(to: id, in: indicators)))
    }
    if let other = statuses[id], other != status.status { add(.status(index), id, .conflict) }
    statuses[id] = status.status
  }

  mutating func take(_ fact: Judgement, _ index: Int) {
    let id = fact.criterion
    guard let known = rules[id] else {
      let near = nearest(to: id, in: rules.keys.sorted())
      return add(.fact(index), id, .unknownCriterion(nearest: near))
    }
    guard statuses[known.indicator] == nil else { return add(.fact(index), id, .statusAndFact) }
    do throws(Refusal) {
      let reading = try FactCheck().reading(of: fact.value, for: known.rule)
      if let other = readings[id], other != reading { add(.fact(index), id, .conflict) }
      readings[id] = reading
    } catch { add(.fact(index), id, error) }
  }
}
