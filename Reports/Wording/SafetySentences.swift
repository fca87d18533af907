extension Wording {
  /// Content that must not be published, or not like this.
  static let safetySentences: [String: Sentence] = [:]

  /// What a unit should do about it, by observation code.
  static let safetyRemedies: [String: Sentence] = [:]
}
