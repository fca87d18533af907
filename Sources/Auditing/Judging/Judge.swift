import AuditModel
import Ledger
import PageModel
import Probes
import SiteModel
import WebAddress

/// Lets every probe look at a unit's part of a stored sweep and makes findings of what they saw.
struct Judge {
  let probes: [any Probe]
  let unit: AuditedUnit
  let source: ArchivedPages
  let asOf: Day
  /// Used when a probe looked at nothing that was fetched, such as a home page that is missing.
  let judgedAt: Instant
  /// Words that are looked for in every page's text.
  let lexicon: Lexicon
  /// Columns and documents that the unit's schemes name.
  let named: NamedList

  /// Findings of every outcome, one per unit, probe and subject, in a stable order.
  func findings() -> [Finding] {
    let site = Site(unit: unit, source: source, asOf: asOf, lexicon: lexicon, named: named)
    var byID: [String: Finding] = [:]
    for probe in probes {
      for observation in probe.report(on: site) {
        let finding = finding(observation)
        // One fault has one finding: of two on one subject the graver one is kept.
        if let other = byID[finding.id], other.gravity >= finding.gravity { continue }
        byID[finding.id] = finding
      }
    }
    return byID.values.sorted { ($0.gravity, $1.order) > ($1.gravity, $0.order) }
  }

  private func finding(_ observation: Observation) -> Finding {
    var finding = Finding(
      unit: unit.id, observation: observation, foundAt: seenAt(observation),
      evidence: archived(observation))
    if observation.outcome == .fail, let sightings = sightings(observation), sightings.count > 1 {
      finding.firstFoundAt = sightings[0].at
      finding.foundAt = sightings[0].at
      finding.confirmedAt = sightings.last?.at
    }
    return finding
  }

  private func sightings(_ observation: Observation) -> [LinkSighting]? {
    let target = observation.link.flatMap { WebURL($0.url) }
    return target.flatMap { source.linkVerdict(of: $0)?.sightings }
  }

  private func seenAt(_ observation: Observation) -> Instant {
    addresses(of: observation).lazy.compactMap { self.source.archived($0)?.capturedAt }.first
      ?? judgedAt
  }

  /// The responses that prove the observation: the page, the link's target, the places looked at.
  private func archived(_ observation: Observation) -> [EvidenceReference] {
    var seen: Set<String> = []
    return addresses(of: observation).compactMap { address in
      guard let (location, capturedAt, remark) = source.archived(address),
        seen.insert(location.record).inserted
      else { return nil }
      return EvidenceReference(
        kind: .archive, completeness: .complete, file: "archive/\(location.file)",
        sha256: location.digest,
        capturedAt: capturedAt, url: address.href, record: location.record,
        offset: location.offset, length: location.length, remark: remark)
    }
  }

  private func addresses(of observation: Observation) -> [WebURL] {
    let places = observation.lookedAt.map(\.url)
    let texts = [observation.page?.url, observation.link?.url].compactMap { $0 } + places
    return texts.compactMap { WebURL($0) }
  }
}

extension Finding {
  /// Failures first, then what people must decide, then the rest.
  fileprivate var gravity: Int {
    switch observation.outcome {
    case .fail: 5
    case .review: 4
    case .inconclusive, .error: 3
    case .nilReturn, .exempt: 2
    case .info: 1
    default: 0
    }
  }

  fileprivate var order: String { "\(observation.probe)\u{1f}\(observation.subject)" }
}
