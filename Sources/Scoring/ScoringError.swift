/// Why a score cannot be given. ``Wording`` has the Chinese sentences.
public enum ScoringError: Error, Hashable, Sendable {
  /// A number left the exact range, or a division by zero.
  case overflow
  /// A fact that must be refused: the entry it stands in (`LPS20.2.2a#1`) and the reason.
  case refused(entry: String, reason: Refusal)
}

/// Why a fact is refused.
public enum Refusal: Error, Hashable, Sendable {
  /// The forms a value can be asked to have.
  public enum Shape: Hashable, Sendable {
    case flag, flagOrCount, count, share, points, scaled, ratio
    case record([String])
    case quota, unitName, tasksOrItems, itemList, item
    case numberFor(String)
  }

  case unknownCriterion(nearest: String?)
  case unknownIndicator(nearest: String?)
  case unknownEvent(known: [String])
  case wrongShape(expected: Shape)
  case negative
  case notWhole
  case outOfRange(low: String, high: String)
  case partAboveWhole
  case missingMeasure(String)
  case unknownMeasure(String, known: [String])
  case unknownUnit(String, nearest: String?)
  case quotaDiffers(measure: String, expected: String, given: String)
  case conflict
  case statusAndFact
  case stageMissing(String)
}
