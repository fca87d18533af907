import Foundation
public import Scoring

/// The machine answer of `mingcha score --json`: exact texts, a decimal where it terminates,
/// otherwise `n/d`; a key that does not apply is absent, one that is not determined is null.
public struct ScoreAnswer: Sendable {
  let cards: AssessedCards

  public init(_ card: Scorecard) { cards = AssessedCards(given: card) }

  /// 自评, where there is one, stands under `selfAssessment` and the differences under
  /// `comparison`; everything else is 考评.
  public init(_ cards: AssessedCards) { self.cards = cards }

  /// UTF-8 JSON text with sorted keys and a line break at the end.
  public func json() -> String {
    let options: JSONSerialization.WritingOptions = [
      .sortedKeys, .prettyPrinted, .withoutEscapingSlashes,
    ]
    let bytes = try? JSONSerialization.data(withJSONObject: answer, options: options)
    return bytes.map { String(decoding: $0, as: UTF8.self) + "\n" } ?? "{}\n"
  }

  private var answer: [String: Any] {
    var answer = object(cards.given)
    if let own = cards.own { answer["selfAssessment"] = object(own) }
    if let comparison = cards.comparison {
      var sides: [String: Any] = ["indicators": comparison.rows.map(compared)]
      if let total = comparison.total { sides["total"] = compared(total) }
      answer["comparison"] = sides
    }
    return answer
  }

  /// `difference` is 考评 less 自评.
  private func compared(_ row: ScoreComparison.Row) -> [String: Any] {
    [
      "id": row.id, "path": row.path, "self": row.own.map(bounds) ?? NSNull(),
      "given": row.given.map(bounds) ?? NSNull(),
      "difference": row.difference.map { $0.exactText ?? bounds($0) as Any } ?? NSNull(),
    ]
  }

  private func object(_ card: Scorecard) -> [String: Any] {
    var object: [String: Any] = [
      "scheme": card.scheme, "title": card.title, "document": card.document, "unit": card.unit,
      "choices": card.choices, "coverage": card.coverage.description,
      "unassessed": card.unassessed,
      "vetoes": card.vetoes.filter { $0.state == .yes }.map(\.id),
      "unknownVetoes": card.vetoes.filter { $0.state == .unknown }.map(\.id), "bars": card.bars,
      "indicators": card.leaves.map(indicator),
    ]
    totals(card, into: &object)
    if !card.stages.isEmpty { object["stages"] = card.stages.map(stage) }
    return object
  }

  private func totals(_ card: Scorecard, into object: inout [String: Any]) {
    if !card.stages.isEmpty {
      object["composite"] = exact(card.total)
    } else if card.total != nil {
      object["base"] = exact(card.base)
      object["baseBounds"] = card.base.map(bounds)
      object["bonus"] = exact(card.bonus)
      object["extraDeduction"] = exact(card.extraDeduction)
      object["total"] = exact(card.total)
    }
    if let total = card.total { object["bounds"] = bounds(total) }
    if let converted = card.converted {
      object["converted"] = exact(converted)
      object["convertedBounds"] = bounds(converted)
    }
    if !card.tallies.isEmpty {
      object["tallies"] = Dictionary(
        card.tallies.map { ($0.name, exact($0.points)) }, uniquingKeysWith: { $1 })
    }
  }

  private func stage(_ stage: Scorecard.StageRow) -> [String: Any] {
    var object: [String: Any] = [
      "scheme": stage.scheme, "weight": stage.weight.description,
      "contribution": bounds(stage.contribution), "explanation": stage.explanation,
    ]
    if let card = stage.card { object["card"] = self.object(card) }
    return object
  }

  private func indicator(_ row: IndicatorRow) -> [String: Any] {
    var object: [String: Any] = [
      "id": row.id, "path": row.path, "role": row.role.rawValue,
      "score": row.state == .notApplicable ? NSNull() : exact(row.score),
      "low": bound(row.score.low), "high": bound(row.score.high), "state": row.state.rawValue,
      "explanation": row.explanation, "findings": row.findings, "undecided": row.undecided,
      "criteria": row.criteria.map(criterion), "judgements": row.judgements.map(note),
    ]
    if let marks = row.marks { object["marks"] = marks.description }
    if let deduction = row.deduction { object["deduction"] = deduction.description }
    if let bonus = row.bonus { object["bonus"] = exact(bonus) }
    if let major = row.major { object["extraDeduction"] = exact(major) }
    if let line = row.line { object["line"] = line }
    if let note = row.note { object["note"] = note }
    return object
  }

  private func criterion(_ row: CriterionRow) -> [String: Any] {
    var object: [String: Any] = [
      "id": row.id, "text": row.text, "rule": row.rule, "input": row.input,
      "arithmetic": row.arithmetic, "source": row.source.rawValue, "findings": row.findings,
    ]
    if let overridden = row.overridden { object["overridden"] = overridden }
    return object
  }

  private func note(_ note: JudgementNote) -> [String: Any] {
    var object: [String: Any] = ["criterion": note.criterion, "value": note.value]
    if let by = note.by { object["by"] = by }
    if let at = note.at { object["at"] = at }
    if let text = note.note { object["note"] = text }
    return object
  }

  private func exact(_ interval: Interval?) -> Any { interval?.exactText ?? NSNull() }

  private func bound(_ value: Rational?) -> Any { value?.description ?? NSNull() }

  private func bounds(_ interval: Interval) -> [Any] {
    [bound(interval.low), bound(interval.high)]
  }
}
