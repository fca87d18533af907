public import Foundation

/// The machine-readable exports: stable English ids, sorted keys, the same input the same bytes.
public enum JSONReport {
  /// `findings.json`: every finding of every outcome.
  public static func findings(_ report: AuditReport) throws(ReportError) -> Data {
    try encode(FindingsDocument(report), file: "findings.json")
  }

  /// `scorecard.json`: every scheme with its indicators.
  public static func scorecard(_ report: AuditReport) throws(ReportError) -> Data {
    try encode(ScorecardDocument(report), file: "scorecard.json")
  }

  /// `evidence-list.json`: the rows of `evidence-list.xlsx`.
  public static func evidenceList(_ report: AuditReport) throws(ReportError) -> Data {
    try encode(EvidenceDocument(report), file: "evidence-list.json")
  }

  private static func encode(_ value: some Encodable, file: String) throws(ReportError) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // A number that is not finite must not lose the whole export.
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
    do {
      return try encoder.encode(value) + Data("\n".utf8)
    } catch {
      throw .cannotWrite(file: file, detail: "\(error)")
    }
  }
}
