import AuditModel
import Evidence
import Reports

extension EvidenceEntry {
  /// A line of the evidence list with the exact values behind its texts.
  init(_ row: EvidenceListRow, of finding: Finding) {
    let picture = finding.evidence.first { $0.kind == .screenshot }
    let thumbnail = finding.evidence.first { $0.kind == .thumbnail }
    self.init(
      number: row.number, finding: row.finding, unit: row.unit, indicatorPath: row.indicatorPath,
      problem: row.problem, pageTitle: row.pageTitle, pageURL: row.pageURL, linkURL: row.linkURL,
      foundAt: finding.foundAt, confirmedAt: finding.confirmedAt, status: finding.status,
      points: row.points, screenshot: picture?.file ?? "",
      screenshotSHA256: picture?.sha256 ?? "", thumbnail: thumbnail?.file ?? "",
      thumbnailSHA256: thumbnail?.sha256 ?? "", capturedAt: picture?.capturedAt,
      record: row.archive.flatMap(Record.init), completeness: picture?.completeness ?? .unavailable,
      remark: picture?.remark ?? "")
  }
}

extension EvidenceEntry.Record {
  /// Nil for evidence that is no archive record.
  init?(_ reference: EvidenceReference) {
    guard let id = reference.record, let offset = reference.offset, let length = reference.length
    else { return nil }
    self.init(
      file: reference.file, offset: offset, length: length, id: id,
      payloadSHA256: reference.sha256)
  }
}
