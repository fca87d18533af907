extension Wording {
  /// The disclosure guide: its elements, and signs that it is out of date.
  static let guideSentences: [String: Sentence] = [:]

  /// What a unit should do about it, by observation code.
  static let guideRemedies: [String: Sentence] = [:]
}
