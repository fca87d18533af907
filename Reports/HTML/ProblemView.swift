import AuditModel
import Foundation

/// A row with what only a page needs: anchors, links and an inlined thumbnail.
///
/// Templates read stored properties (the library uses `Mirror`), hence no computed ones here.
struct ProblemView: PageValue {
  let row: ProblemRow
  let anchor: String
  let number: String?
  let outcomeClass: String
  let state: String
  let points: String?
  let costs: Bool
  /// The indicator that charges it.
  let pointsAnchor: String?
  let hasPage: Bool
  let pageName: String
  let pageHref: String?
  let pageShown: String
  let hasLink: Bool
  let linkName: String
  let linkHref: String?
  let linkShown: String
  let hasCitations: Bool
  let alsoOn: [String]
  let hasAlsoOn: Bool
  let hasSightings: Bool
  let hasPlaces: Bool
  let places: [PlaceView]
  let indicators: [IndicatorLink]
  let evidence: [EvidenceView]
  let hasEvidence: Bool
  let thumbnail: String?
  let remedy: String?

  init(_ row: ProblemRow, thumbnail: String?) {
    self.row = row
    anchor = Anchor.finding(row.id)
    number = row.number.map(String.init)
    outcomeClass = row.outcome.isUndecided ? "undecided" : row.outcome.rawValue
    state = row.state
    costs = !row.points.isEmpty && !row.outcome.isUndecided
    pointsAnchor = row.indicators.first.map {
      Anchor.indicator(scheme: $0.scheme, id: $0.indicator)
    }
    points = row.outcome == .fail || row.outcome.isUndecided ? row.pointsText : nil
    hasPage = !row.pageURL.isEmpty
    pageName = row.pageTitle.isEmpty ? "（无标题页面）" : row.pageTitle
    pageHref = SafeLink.href(row.pageURL)
    hasLink = !row.linkURL.isEmpty
    linkName = row.linkText.isEmpty ? "（没有文字的链接）" : row.linkText
    linkHref = SafeLink.href(row.linkURL)
    pageShown = SafeText.line(row.pageURL, limit: 240)
    linkShown = SafeText.line(row.linkURL, limit: 240)
    alsoOn = row.alsoOn.map { SafeText.line($0, limit: 240) }
    hasAlsoOn = !row.alsoOn.isEmpty
    hasCitations = !row.citations.isEmpty
    hasSightings = !row.sightings.isEmpty
    hasPlaces = !row.places.isEmpty
    places = row.places.map(PlaceView.init)
    indicators = row.indicators.map(IndicatorLink.init)
    evidence = row.evidence.filter { $0.kind != .thumbnail }.map(EvidenceView.init)
    hasEvidence = !evidence.isEmpty
    self.thumbnail = thumbnail
    remedy = row.remedy.isEmpty ? nil : row.remedy
  }
}

/// A place that was searched, with its link.
struct PlaceView: PageValue {
  let row: PlaceRow
  let href: String?
  let hasAddress: Bool

  init(_ row: PlaceRow) {
    self.row = row
    href = SafeLink.href(row.url)
    hasAddress = !row.url.isEmpty
  }
}

/// The way from a finding to the indicator it feeds.
struct IndicatorLink: PageValue {
  let anchor: String
  let path: String

  init(_ mention: IndicatorMention) {
    anchor = Anchor.indicator(scheme: mention.scheme, id: mention.indicator)
    path = "\(mention.schemeTitle) › \(mention.path)"
  }
}

/// A kept file, with its shortened hash.
struct EvidenceView: PageValue {
  let row: EvidenceRow
  let hash: String?
  let file: String?
  let record: String?

  init(_ row: EvidenceRow) {
    self.row = row
    hash = row.sha256.isEmpty ? nil : row.shortHash
    file = row.file.isEmpty ? nil : row.file
    record = row.record.isEmpty ? nil : row.archiveText
  }
}

/// Names of places inside the page.
enum Anchor {
  static func finding(_ id: String) -> String { "f-\(safe(id))" }
  static func indicator(scheme: String, id: String) -> String { "i-\(safe(scheme))-\(safe(id))" }
  static func scheme(_ id: String) -> String { "s-\(safe(id))" }

  /// Letters and digits stay; anything else becomes its code, so that ids cannot collide.
  private static func safe(_ id: String) -> String {
    id.unicodeScalars.prefix(120).map {
      $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
        ? String($0) : "_\(String($0.value, radix: 16))_"
    }.joined()
  }
}
