import Scoring

/// What a file of judgements says to each stage of a combination.
struct StageInputs {
  let combination: Combination
  /// Findings and unit, the same for every stage.
  let base: ScoreInput

  /// Under `stages` each stage has its own entry. Without it, entries at the top go to the stage
  /// that knows their criterion; what no stage knows is handed to the first, which refuses it.
  func inputs(_ file: JudgementFile?) -> [String: StageInput] {
    guard let file else { return same(base) }
    return file.stages.isEmpty ? divided(file.judgements) : file.stages.mapValues(input)
  }

  private func same(_ input: ScoreInput) -> [String: StageInput] {
    Dictionary(
      combination.stages.map { ($0.scheme.id, .facts(input)) }, uniquingKeysWith: { $1 })
  }

  private func input(_ stage: JudgementFile.Stage) -> StageInput {
    switch stage {
    case .judgements(let judgements): facts(judgements)
    case .score(let score): .score(score)
    case .unassessed: .unassessed
    }
  }

  private func facts(_ judgements: Judgements) -> StageInput {
    var input = base
    input.judgements = judgements
    return .facts(input)
  }

  private func divided(_ all: Judgements) -> [String: StageInput] {
    let schemes = combination.stages.map(\.scheme)
    let criteria = owners(schemes) { $0.criteria.map(\.id) }
    let indicators = owners(schemes) { $0.leaves.map(\.id) }
    let vetoes = owners(schemes) { $0.vetoes.map(\.id) }
    var inputs: [String: StageInput] = [:]
    for (index, scheme) in schemes.enumerated() {
      var part = all
      part.facts = all.facts.filter { criteria[$0.criterion] ?? 0 == index }
      part.statuses = all.statuses.filter { indicators[$0.indicator] ?? 0 == index }
      part.events = all.events?.filter { vetoes[$0] ?? 0 == index }
      inputs[scheme.id] = facts(part)
    }
    return inputs
  }

  private func owners(
    _ schemes: [Scheme], _ ids: (Scheme) -> [String]
  ) -> [String: Int] {
    var owners: [String: Int] = [:]
    for (index, scheme) in schemes.enumerated() { for id in ids(scheme) { owners[id] = index } }
    return owners
  }
}
