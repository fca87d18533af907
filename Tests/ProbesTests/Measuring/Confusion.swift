import AuditModel
import Probes
import SiteModel

/// Planted faults against reported ones, for one probe over many portals.
struct Confusion: Equatable {
  var portals = 0
  var planted = 0
  var found = 0
  var wrong = 0
  /// What went wrong, for whoever mends it.
  var misses: [String] = []

  /// Runs the fixture's probe over its site in the layouts.
  ///
  /// A fault counts as reported when the probe says `fail` or `review`; one that was marked for
  /// review and is reported as `fail` is wrong.
  mutating func add(_ path: String, _ layouts: [Layout]) throws {
    let fixture = try FixtureSite(path) { Layout.apply(layouts, to: $0) }
    guard let probe = ProbeCatalogue.probe(id: fixture.probe) else { return }
    let wanted = fixture.expectations.filter { $0.outcome == "fail" || $0.outcome == "review" }
    var open = wanted
    portals += 1
    planted += wanted.count
    for seen in probe.observe(fixture.site)
    where seen.outcome == .fail || seen.outcome == .review {
      let match = open.first { $0.covers(seen) }
      if let match {
        open.remove(match)
        found += 1
      } else if seen.outcome == .fail {
        wrong += 1
        misses.append("\(path) \(layouts): false \(seen.code) \(seen.subject)")
      }
    }
    misses += open.map { "\(path) \(layouts): missed \($0)" }
  }

  /// Every case of every probe: each layout alone, then `combinations` of several.
  static func measure(_ variants: [[Layout]]) throws -> [String: Confusion] {
    var table: [String: Confusion] = [:]
    for path in FixtureSite.all() {
      let probe = String(path.prefix { $0 != "/" })
      for layouts in variants { try table[probe, default: Confusion()].add(path, layouts) }
    }
    return table
  }

  static func variants(combinations: Int) -> [[Layout]] {
    Layout.allCases.map { [$0] }
      + (0..<combinations).map { Layout.combination(seed: UInt64($0) + 1) }
  }
}

extension FixtureSite.Expectation {
  fileprivate func covers(_ seen: Observation) -> Bool {
    code == seen.code && subject == seen.subject && outcome == seen.outcome.rawValue
  }
}
