import AuditModel
import Probes
import Schemes
import Scoring

/// Scores what was found about a unit under each of its schemes, and what mending would bring.
struct UnitScoring {
  let desk: ScoreDesk
  /// What people decided, by scheme id.
  let judgements: [String: JudgedBy]

  func score(_ outcome: inout UnitOutcome) throws(AuditError) {
    let input = ScoreInput(
      unit: outcome.unit.name, seen: outcome.findings.map(SeenObservation.init),
      cards: ProbeCatalogue.cards, isIncomplete: outcome.coverage.isPartial)
    outcome.scorecards = []
    outcome.gains = []
    for id in outcome.unit.schemes {
      let (file, path) = (judgements[id]?.file, judgements[id]?.path ?? "")
      do {
        let card = try desk.card(
          id, unit: outcome.unit.name, judgements: file, file: path, seen: input)
        outcome.scorecards.append(card)
        let gains = try desk.gains(card, judgements: file, file: path, seen: input)
        if let gains { outcome.gains.append(gains) }
      } catch {
        throw AuditError(.options, id, "\(error)")
      }
    }
  }
}
