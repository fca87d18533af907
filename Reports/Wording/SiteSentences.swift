extension Wording {
  /// The site as a whole, and what every page of it must carry.
  static let siteSentences: [String: Sentence] = [:]

  /// What a unit should do about it, by observation code.
  static let siteRemedies: [String: Sentence] = [:]
}
