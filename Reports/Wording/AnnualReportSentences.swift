extension Wording {
  /// Annual reports: there, on time, complete, and adding up.
  static let annualReportSentences: [String: Sentence] = [:]

  /// What a unit should do about it, by observation code.
  static let annualReportRemedies: [String: Sentence] = [:]
}
