public import AuditModel

/// The evidence list as values: the rows of `evidence-list.json` and `evidence-list.xlsx`.
public enum EvidenceList {
  /// Problems first, then open questions, numbered as in every other format.
  public static func rows(_ report: AuditReport) -> [EvidenceListRow] {
    let byId = Dictionary(report.findings.map { ($0.id, $0) }) { first, _ in first }
    return ReportRows(report).numbered.compactMap { row in
      byId[row.id].map { EvidenceListRow(row, finding: $0) }
    }
  }
}

/// One row of the evidence list. Texts are finished; a file that was not kept is an empty text.
public struct EvidenceListRow: Sendable, Hashable, Encodable {
  /// The number in every format.
  public let number: Int
  /// The finding's id.
  public let finding: String
  /// The unit's name.
  public let unit: String
  /// Indicators from the top down, one line per indicator.
  public let indicatorPath: String
  /// The problem in a sentence.
  public let problem: String
  /// ``Outcome`` id.
  public let outcome: String
  /// ``FindingStatus`` id.
  public let status: String
  /// Outcome, reason and status in Chinese.
  public let state: String
  /// Title of the page the fault is on.
  public let pageTitle: String
  /// Its address.
  public let pageURL: String
  /// The offending link's target; empty when there is none.
  public let linkURL: String
  /// `2026-11-21T20:09:00+08:00`
  public let foundAt: String
  /// When a second look agreed; nil until then.
  public let confirmedAt: String?
  /// Finished text, such as `扣0.3分`, `待定` or `未扣分`.
  public let points: String
  /// Path of the small picture.
  public let thumbnail: String
  /// Path of the screenshot.
  public let screenshot: String
  /// SHA-256 of the screenshot.
  public let sha256: String
  /// File, offset and id of the archive record, for reading.
  public let warcRecord: String
  /// The archive record, for machines.
  public let archive: EvidenceReference?

  init(_ row: ProblemRow, finding source: Finding) {
    number = row.number ?? 0
    finding = row.id
    unit = row.unit
    indicatorPath = row.indicatorText
    problem = row.sentence
    outcome = row.outcome.rawValue
    status = row.statusId
    state = row.state
    pageTitle = row.pageTitle
    pageURL = row.pageURL
    linkURL = row.linkURL
    foundAt = source.foundAt.description
    confirmedAt = source.confirmedAt?.description
    points = row.pointsText
    thumbnail = row.thumbnail?.file ?? ""
    screenshot = row.screenshot?.file ?? ""
    sha256 = row.screenshot?.sha256 ?? ""
    warcRecord = row.archive?.archiveText ?? ""
    archive = source.evidence.first { $0.kind == .archive }
  }
}
