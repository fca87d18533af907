import AuditModel
import PageModel
import SiteModel
import WebAddress

/// Whether one page links to another, or might once its scripts have run.
enum LinkBack {
  case linked(Link)
  case absent
  case unknown(InconclusiveReason)

  /// Looks on `page` for a link to one of `targets`, or to another copy of it that bears the same
  /// name and is an interpretation or not as `wantsInterpretation` says.
  static func look(
    on page: Page, for targets: Set<AddressKey>, core: String, wantsInterpretation: Bool,
    source: any PageSource
  ) -> LinkBack {
    var isScripted = false
    var isHidden = false
    for link in page.links where link.element == .anchor || link.element == .area {
      let isMeant = { (link: Link) -> Bool in
        guard core.count >= 6, Naming.titleCore(link.text) == core else { return false }
        return TitleMarks.isInterpretation(link.text) == wantsInterpretation
      }
      guard let url = link.url, url.isHTTP else {
        if !link.isHidden, isMeant(link) { isScripted = true }
        continue
      }
      guard AddressKey(url) != AddressKey(page.url) else { continue }
      let lands = source.fetchStatus(of: url)?.finalURL
      let isTarget =
        targets.contains(AddressKey(url))
        || lands.map { targets.contains(AddressKey($0)) } == true
      guard isTarget || isMeant(link) else { continue }
      if !link.isHidden { return .linked(link) }
      isHidden = true
    }
    if isScripted { return .unknown(.jsOnly) }
    if isHidden { return .unknown(.ambiguous) }
    return doubt(page).map { .unknown($0) } ?? .absent
  }

  /// Related boxes are often filled by script or frame; then their emptiness proves nothing.
  private static func doubt(_ page: Page) -> InconclusiveReason? {
    if page.dynamicContent.contains(where: { $0.kind == .challenge }) { return .wafBlock }
    if !page.laterContent.isEmpty { return .jsOnly }
    return page.truncations.isEmpty ? nil : .captureIncomplete
  }
}

/// Words and values both directions share.
enum PairValues {
  static func make(
    policy: PolicyDocument?, interpretation: Interpretation?, evidence: [PolicyPair.Evidence]
  ) -> [String: String] {
    var values: [String: String] = [:]
    if let policy {
      values["policy"] = policy.title
      values["policyURL"] = policy.copies.first?.href
      values["number"] = policy.number
      values["policyDate"] = policy.day?.description
    }
    if let interpretation {
      values["interpretation"] = interpretation.title
      values["interpretationURL"] = interpretation.url.href
      values["interpretationDate"] = interpretation.day?.description
    }
    if let from = policy?.day, let until = interpretation?.day {
      values["lagDays"] = String(until.days(since: from))
    }
    if !evidence.isEmpty {
      values["pairing"] = evidence.map(\.description).joined(separator: "; ")
    }
    return values
  }
}
