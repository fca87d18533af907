extension Wording {
  /// Policy documents: their particulars, validity and dates.
  static let policySentences: [String: Sentence] = [:]

  /// What a unit should do about it, by observation code.
  static let policyRemedies: [String: Sentence] = [:]
}
