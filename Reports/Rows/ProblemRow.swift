import AuditModel

/// One finding as a row: every cell a finished text.
struct ProblemRow: PageValue {
  let id: String
  /// Nil for rows that lists do not number.
  let number: Int?
  let unit: String
  let probe: String
  let family: String
  let probeTitle: String
  let code: String
  let outcome: Outcome
  let outcomeTitle: String
  let reason: String?
  let statusId: String
  let status: String
  let sentence: String
  let remedy: String
  let citations: [String]
  let column: String
  let indicators: [IndicatorMention]
  /// `−2`, or empty when no scheme charges it.
  let points: String
  let pageTitle: String
  let pageURL: String
  let linkText: String
  let linkURL: String
  /// Other pages on which the same fault stands.
  let alsoOn: [String]
  let quote: String?
  let firstFoundAt: String
  let foundAt: String
  let confirmedAt: String?
  /// `新增` or `仍在`, when there was an earlier sweep.
  let change: String?
  let sightings: [SightingRow]
  /// How far apart the sightings had to be; nil when the link was not checked.
  let confirmation: String?
  let places: [PlaceRow]
  let evidence: [EvidenceRow]

  init(_ finding: Finding, number: Int?, source: RowSource) {
    let observation = finding.observation
    let card = source.cards[observation.probe]
    let verdict = observation.link.flatMap { source.report.linkVerdicts[$0.url] }
    id = finding.id
    self.number = number
    unit = SafeText.line(source.report.unit.name, limit: 80)
    probe = observation.probe
    family = card?.family.title ?? "其他"
    probeTitle = card?.title ?? SafeText.line(observation.probe, limit: 60)
    code = observation.code
    outcome = observation.outcome
    outcomeTitle = observation.outcome.title
    reason = observation.reason?.title
    statusId = finding.status.rawValue
    status = finding.status.title
    sentence = Wording.sentence(for: observation, unit: source.report.unit.name)
    remedy = Wording.remedy(for: observation, unit: source.report.unit.name)
    citations = (card?.citations(for: observation) ?? []).map {
      "\($0.description)（\($0.confidence.title)）"
    }
    column = SafeText.line(observation.values["column"] ?? "", limit: 80)
    indicators = source.indicators[finding.id] ?? []
    points = source.report.points[finding.id] ?? ""
    pageTitle = SafeText.line(observation.page?.title ?? "", limit: 200)
    pageURL = SafeText.address(observation.page?.url ?? "")
    linkText = SafeText.line(observation.link?.text ?? "", limit: 200)
    linkURL = SafeText.address(observation.link?.url ?? "")
    alsoOn = (1...20).compactMap { observation.values["alsoOn\($0)"] }.map(SafeText.address)
    quote = observation.quote.map { SafeText.line($0, limit: 400) }.flatMap {
      $0.isEmpty ? nil : $0
    }
    firstFoundAt = finding.firstFoundAt.readable
    foundAt = finding.foundAt.readable
    confirmedAt = finding.confirmedAt?.readable
    change = source.changes[finding.id]
    sightings = (verdict?.sightings ?? []).prefix(20).map(SightingRow.init)
    confirmation = verdict.map { SightingRow.policy($0) }
    places = observation.lookedAt.prefix(40).map(PlaceRow.init)
    evidence = finding.evidence.map(EvidenceRow.init)
  }

  var screenshot: EvidenceRow? { evidence.first { $0.kind == .screenshot } }
  var thumbnail: EvidenceRow? { evidence.first { $0.kind == .thumbnail && !$0.file.isEmpty } }
  var archive: EvidenceRow? { evidence.first { $0.kind == .archive } }

  /// Indicator paths one per line, with the scheme's title when there is more than one scheme.
  var indicatorText: String {
    let schemes = Set(indicators.map(\.scheme))
    return indicators.map { schemes.count > 1 ? "\($0.schemeTitle):\($0.path)" : $0.path }
      .joined(separator: "\n")
  }

  /// `不符合·已确认`: what the check said and where the finding stands in its life.
  var state: String {
    [outcomeTitle, reason, status].compactMap { $0 }.joined(separator: "·")
  }

  /// Points as a list shows them; an open question costs nothing and is not written as zero.
  var pointsText: String { outcome.isUndecided ? "待定" : points.isEmpty ? "未扣分" : points }
}

/// One look at a link's target.
struct SightingRow: PageValue {
  let at: String
  let method: String
  let status: String
  let result: String
  let detail: String?

  init(_ sighting: LinkSighting) {
    at = sighting.at.readable
    method = Names.method(sighting.method)
    status = sighting.status == 0 ? "无响应" : String(sighting.status)
    result = sighting.cause.map(Names.cause) ?? "能够打开"
    let said = SafeText.line(sighting.detail, limit: 160)
    detail = said.isEmpty ? nil : said
  }

  /// The rule a dead link had to meet before it counted.
  static func policy(_ verdict: LinkVerdict) -> String {
    let minutes = Int((min(max(verdict.confirmAfter, 0), 1e9) / 60).rounded())
    let spacing = minutes >= 120 ? "\(minutes / 60)小时" : "\(minutes)分钟"
    return "确认规则：换一种方法、间隔至少\(spacing)再次访问，结果一致才算失效。"
  }
}

/// A place that was searched.
struct PlaceRow: PageValue {
  let kind: String
  let url: String
  let result: String

  init(_ place: PlaceLookedAt) {
    kind = place.kind.title
    url = SafeText.address(place.url)
    result = place.result.title
  }
}
