import AuditModel
import Foundation
@testable import Probes
import SiteModel
import Testing

/// What the catalogue says of each probe's precision is what is measured.
@Suite("Measured probes") struct ConfusionTests {
  static let isMeasuring = ProcessInfo.processInfo.environment["MINGCHA_MEASURE"] != nil

  @Test("layouts do not change what probes see: one layout for each case, in turn")
  func sample() throws {
    let layouts = Layout.allCases
    var total = Confusion()
    for (number, path) in FixtureSite.all().enumerated() {
      try total.add(path, [layouts[1 + number % (layouts.count - 1)]])
    }
    print("layouts: \(total.found)/\(total.planted), false \(total.wrong): \(total.misses)")
    #expect(total.found * 100 >= total.planted * 95, "\(total.misses)")
    #expect(total.wrong * 50 <= total.found, "\(total.misses)")
  }

  @Test("measuring everything writes the table", .enabled(if: isMeasuring, "set MINGCHA_MEASURE"))
  func measure() throws {
    let table = try Confusion.measure(Confusion.variants(combinations: 5))
    for miss in table.values.flatMap(\.misses).sorted() { print(miss) }
    let real = try RealReports()
    for (report, words) in real?.reports ?? [:] where real?.verdicts[report] == nil {
      print("unread\t\(report.probe)\t\(report.host)\t\(report.subject)\t\(words)")
    }
    let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Probes/Measured/MeasuredProbes.swift")
    let lines = ProbeCatalogue.cards.compactMap { card in
      table[card.id].map {
        Self.line(card.id, $0, real?.counts(of: card.id) ?? card.measuredOnRealPages)
      }
    }
    try Self.source(lines).write(to: file, atomically: true, encoding: .utf8)
  }

  private static func line(
    _ id: String, _ one: Confusion, _ real: ProbeMeasurement.RealPages
  ) -> String {
    """
        "\(id)": ProbeMeasurement(
          portals: \(one.portals), planted: \(one.planted), found: \(one.found), wrong: \(one.wrong),
          onRealPages: RealPages(
            reported: \(real.reported), read: \(real.read), wrong: \(real.wrong))),
    """
  }

  private static func source(_ lines: [String]) -> String {
    """
    // Written by scripts/measure-probes; not by hand.

    extension ProbeMeasurement {
      static let measured: [String: ProbeMeasurement] = [
    \(lines.joined(separator: "\n"))
      ]
    }

    """
  }

  @Test("what is measured are probes of the catalogue, on enough portals")
  func measured() {
    let known = Set(ProbeCatalogue.cards.map(\.id))
    for (id, measurement) in ProbeMeasurement.measured {
      #expect(known.contains(id), "\(id) is no probe: run scripts/measure-probes")
      #expect(measurement.portals >= 20, "\(id)")
      #expect(measurement.found <= measurement.planted, "\(id)")
    }
    let unmeasured = known.subtracting(ProbeMeasurement.measured.keys)
    if !unmeasured.isEmpty {
      print("not measured yet (scripts/measure-probes): \(unmeasured.sorted())")
    }
  }

  @Test("an imprecise probe's failures become questions, a precise one's stay")
  func demotion() {
    let observation = Observation(
      probe: "p", code: "p.bad", outcome: .fail, subject: "s")
    let imprecise = ProbeMeasurement(portals: 30, planted: 10, found: 8, wrong: 1)
    #expect(imprecise.admitted([observation]).map(\.outcome) == [.review])
    let precise = ProbeMeasurement(portals: 30, planted: 10, found: 9, wrong: 1)
    #expect(precise.admitted([observation]) == [observation])
    let silent = ProbeMeasurement(portals: 30, planted: 0, found: 0, wrong: 0)
    #expect(silent.admitted([observation]) == [observation])
  }

  /// A probe that stands in no table of measurements.
  private struct Unmeasured: Probe {
    static let card = ProbeCard(
      id: "test.unmeasured", title: "", family: .site, citations: [], checks: "", passes: "",
      fails: "", cannotDecide: "", codes: [])

    func observe(_ site: Site) -> [Observation] {
      [Observation(probe: Self.card.id, code: "test.bad", outcome: .fail, subject: "s")]
    }
  }

  @Test("a probe that was never measured asks")
  func unmeasured() throws {
    let path = try #require(FixtureSite.all().first)
    let seen = Unmeasured().report(on: try FixtureSite(path).site)
    #expect(seen.map(\.outcome) == [.review])
  }
}

extension ProbeCard {
  /// Where the real pages are not at hand, what was measured when they were stays.
  fileprivate var measuredOnRealPages: ProbeMeasurement.RealPages {
    ProbeMeasurement.of(id)?.onRealPages ?? ProbeMeasurement.RealPages()
  }
}
