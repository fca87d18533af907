import AuditModel
import SiteModel

/// What the probes of personal data have in common: one finding a page, every number masked.
struct PersonalDataReport<Owner: Probe> {
  let owner: Owner
  let kind: PersonalDataSighting.Kind
  let site: Site
  /// Sightings that are not worth a word are left out.
  var isWorthTelling: (PersonalDataSighting) -> Bool = { _ in true }

  func observations(_ outcome: (PersonalDataSighting) -> Outcome) -> [Observation] {
    let sightings = site.content.personalData.filter { $0.kind == kind && isWorthTelling($0) }
    var result = sightings.map { report($0, outcome($0)) }
    if site.content.isCut {
      result.append(
        owner.observation("cut", .inconclusive, reason: .captureIncomplete, subject: "*"))
    } else if sightings.isEmpty {
      result.append(summary)
    }
    return result.sorted { $0.subject < $1.subject }
  }

  private func report(_ sighting: PersonalDataSighting, _ outcome: Outcome) -> Observation {
    let isSure = sighting.certainty == .named || kind == .phone
    let code = isSure ? "shown" : "possible"
    return owner.observation(
      code, outcome, reason: outcome == .review ? .ambiguous : nil, subject: sighting.page.url,
      values: [
        "count": String(sighting.count), "masked": sighting.masked.joined(separator: "、"),
      ], page: sighting.page, quote: sighting.quote)
  }

  private var summary: Observation {
    let pages = site.content.pages
    return owner.observation(
      "none", pages == 0 ? .notChecked : .pass, subject: "*", values: ["pages": String(pages)])
  }
}

/// Where the rules on content stand.
enum SafetyCitations {
  static let identified = Citation(
    document: "政府信息公开条例(国务院令第711号)", place: "第十五条(个人隐私)", confidence: .memory)
  static let notices = Citation(
    document: "政府网站检查通报", place: "问题类别:隐私未去标识化", confidence: .observed)
  static let wording = Citation(
    document: "政府网站检查通报", place: "问题类别:严重表述错误、错敏词、错别字", confidence: .observed)
}
