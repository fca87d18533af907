import AuditModel

/// A finding as machines read it. Field names are stable; see README.md in this folder.
struct FindingRecord: Encodable {
  let number: Int?
  let id: String
  let unit: String
  let probe: String
  let family: String?
  let code: String
  let outcome: String
  let reason: String?
  let status: String
  let subject: String
  let values: [String: String]
  let sentence: String
  let citations: [Citation]
  let indicators: [IndicatorRecord]
  let points: String?
  let page: PageReference?
  let link: LinkReference?
  let quote: String?
  let lookedAt: [PlaceLookedAt]
  let sightings: [SightingRecord]
  let confirmAfterSeconds: Double?
  let firstFoundAt: String
  let foundAt: String
  let confirmedAt: String?
  let evidence: [EvidenceRecord]

  init(_ finding: Finding, row: ProblemRow, source: RowSource) {
    let observation = finding.observation
    let card = source.cards[observation.probe]
    let verdict = observation.link.flatMap { source.report.linkVerdicts[$0.url] }
    number = row.number
    id = finding.id
    unit = finding.unit
    probe = observation.probe
    family = card?.family.rawValue
    code = observation.code
    outcome = observation.outcome.rawValue
    reason = observation.reason?.rawValue
    status = finding.status.rawValue
    subject = observation.subject
    values = observation.values
    sentence = row.sentence
    citations = card?.citations(for: observation) ?? []
    indicators = row.indicators.map(IndicatorRecord.init)
    points = row.points.isEmpty ? nil : row.points
    page = observation.page
    link = observation.link
    quote = observation.quote
    lookedAt = observation.lookedAt
    sightings = (verdict?.sightings ?? []).map(SightingRecord.init)
    confirmAfterSeconds = verdict.map { $0.confirmAfter.isFinite ? $0.confirmAfter : 0 }
    firstFoundAt = finding.firstFoundAt.description
    foundAt = finding.foundAt.description
    confirmedAt = finding.confirmedAt?.description
    evidence = finding.evidence.map(EvidenceRecord.init)
  }
}

/// An indicator that names a finding.
struct IndicatorRecord: Encodable {
  let scheme: String
  let indicator: String
  let path: [String]

  init(_ mention: IndicatorMention) {
    scheme = mention.scheme
    indicator = mention.indicator
    path = mention.levels
  }
}

/// One look at a link's target.
struct SightingRecord: Encodable {
  let method: String
  let at: String
  let status: Int
  let cause: String?
  let finalURL: String
  let detail: String

  init(_ sighting: LinkSighting) {
    method = sighting.method
    at = sighting.at.description
    status = sighting.status
    cause = sighting.cause?.rawValue
    finalURL = sighting.finalURL
    detail = sighting.detail
  }
}

/// A kept file.
struct EvidenceRecord: Encodable {
  let kind: String
  let completeness: String
  let file: String
  let sha256: String
  let capturedAt: String
  let url: String
  let record: String?
  let offset: Int?
  let length: Int?
  let remark: String?

  init(_ reference: EvidenceReference) {
    kind = reference.kind.rawValue
    completeness = reference.completeness.rawValue
    file = reference.file
    sha256 = reference.sha256
    capturedAt = reference.capturedAt.description
    url = reference.url
    record = reference.record
    offset = reference.offset
    length = reference.length
    remark = reference.remark
  }
}
