import AuditModel
import SiteModel

/// One finding for a fault that many pages of one kind share.
extension Probe {
  func templateFinding(
    _ code: String, _ outcome: Outcome, fault: TemplateFault, tally: FaultTally, total: Int
  ) -> Observation {
    var values = [
      "template": fault.template.title, "part": fault.part, "count": String(tally.count),
      "total": String(total),
    ]
    values["examples"] = tally.examples.map(\.page.url).joined(separator: " ")
    let first = tally.examples.first
    return observation(
      code, outcome, reason: outcome == .review ? .ambiguous : nil,
      subject: "\(fault.template.rawValue)/\(fault.part)/\(fault.kind.rawValue)", values: values,
      page: first?.page, quote: first.flatMap { $0.quote.isEmpty ? nil : $0.quote })
  }

  /// The one answer for a unit that lives on another body's site.
  func withoutOwnSite() -> [Observation] {
    [observation("no-own-site", .notApplicable, subject: "site")]
  }
}
