import AuditModel

/// A kept file, as lists name it.
struct EvidenceRow: PageValue {
  let kind: EvidenceReference.Kind
  let kindTitle: String
  let completeness: String
  let file: String
  let sha256: String
  let capturedAt: String
  let url: String
  let record: String
  let offset: Int?
  let remark: String?

  init(_ reference: EvidenceReference) {
    kind = reference.kind
    kindTitle = Names.evidenceKind(reference.kind)
    completeness = reference.completeness.title
    file = SafeText.line(reference.file, limit: 400)
    sha256 = SafeText.line(reference.sha256, limit: 64)
    capturedAt = reference.capturedAt.readable
    url = SafeText.address(reference.url)
    record = SafeText.line(reference.record ?? "", limit: 120)
    offset = reference.offset
    remark = reference.remark.map { SafeText.line($0, limit: 200) }
  }

  /// Enough of the hash to recognise it on paper; the whole stands in the evidence list.
  var shortHash: String { String(sha256.prefix(16)) }

  /// `sweep.warc.gz @ 1024 <urn:uuid:…>`: where the record can be read again.
  var archiveText: String {
    guard kind == .archive, !file.isEmpty else { return remark ?? "" }
    return [file, offset.map { "@\($0)" }, record].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
