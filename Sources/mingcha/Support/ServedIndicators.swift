import AuditModel
import Schemes
import Scoring

/// Which indicators each probe serves, and which people decide, over the whole catalogue.
struct ServedIndicators {
  /// An indicator with what feeds it.
  struct Entry {
    let scheme: String
    let indicator: Indicator
    let probes: [String]
    /// Probes that only show what they saw.
    let support: Set<String>
  }

  let schemes: [(id: String, title: String, entries: [Entry])]

  init(_ catalogue: Catalogue) throws {
    schemes = try catalogue.list().filter { $0.kind == .scheme }.map { entry in
      let scheme = try catalogue.load(entry.id)
      return (entry.id, scheme.title, scheme.leaves.map { Self.entry($0, of: entry.id) })
    }
  }

  private static func entry(_ leaf: Indicator, of scheme: String) -> Entry {
    let feeds = leaf.criteria.flatMap(\.feeds)
    let deciding = Set(feeds.filter { $0.reading != .support }.map(\.probe))
    let all = Set(feeds.map(\.probe))
    return Entry(
      scheme: scheme, indicator: leaf, probes: all.sorted(), support: all.subtracting(deciding))
  }

  /// By probe: the indicators it feeds, scheme by scheme.
  func indicators(of probe: String) -> [(scheme: String, entries: [Entry])] {
    schemes.compactMap { scheme in
      let entries = scheme.entries.filter { $0.probes.contains(probe) }
      return entries.isEmpty ? nil : (scheme.id, entries)
    }
  }

  /// Indicators whose points only people decide, with probes to show them something or without.
  var decidedByPeople: [(id: String, title: String, entries: [Entry])] {
    schemes.map { scheme in
      let entries = scheme.entries.filter {
        [.people, .supported].contains($0.indicator.determination)
      }
      return (scheme.id, scheme.title, entries)
    }
  }
}

/// What `probe list --json` says of a probe: its card and what it serves.
struct ProbeAnswer: Encodable {
  struct Served: Encodable {
    let scheme: String
    let indicator: String
    let name: String
    /// True when what it sees is only shown to whoever judges.
    let isSupport: Bool
  }

  let id: String
  let title: String
  let family: String
  let citations: [Citation]
  let checks: String
  let passes: String
  let fails: String
  let cannotDecide: String
  let codes: [String]
  let serves: [Served]

  init(_ card: ProbeCard, _ served: ServedIndicators) {
    id = card.id
    title = card.title
    family = card.family.rawValue
    citations = card.citations
    checks = card.checks
    passes = card.passes
    fails = card.fails
    cannotDecide = card.cannotDecide
    codes = card.codes
    serves = served.indicators(of: card.id).flatMap(\.entries).map { entry in
      Served(
        scheme: entry.scheme, indicator: entry.indicator.id, name: entry.indicator.name,
        isSupport: entry.support.contains(card.id))
    }
  }
}

/// What `probe people --json` says of an indicator.
struct PeopleAnswer: Encodable {
  let scheme: String
  let indicator: String
  let name: String
  let determination: Determination
  let probes: [String]

  init(_ entry: ServedIndicators.Entry) {
    scheme = entry.scheme
    indicator = entry.indicator.id
    name = entry.indicator.name
    determination = entry.indicator.determination
    probes = entry.probes
  }
}
