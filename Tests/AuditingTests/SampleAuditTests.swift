import AuditModel
import Auditing
import struct SamplePortal.Expectation
import SamplePortal
import Testing

/// The whole way through the house, over real HTTP: what the portal says it hides is found, and
/// what only looks like a fault is not.
@Suite("An audit of the sample portal", .serialized)
struct SampleAuditTests {
  @Test("finds every planted defect, and no decoy", .timeLimit(.minutes(4)))
  func findsEveryDefect() async throws {
    let sample = SampleSweep()
    let port = try await sample.start()
    let outcome = try await sample.runner(port: port).run(
      units: try sample.units(port: port), target: "sweep:sample", asOf: sample.asOf)
    let log = await sample.log
    await sample.stop()

    let findings = outcome.units.flatMap(\.findings)
    for wanted in sample.portal.expectations where wanted.certainty == .required {
      #expect(
        findings.contains { $0.matches(wanted) },
        "not found: \(wanted.unit) \(wanted.code) \(wanted.subject) (\(wanted.note))")
    }
    let failures = findings.filter { $0.observation.outcome == .fail }
    for decoy in sample.portal.decoys {
      let wrong = failures.filter { $0.isFooled(by: decoy) }
      #expect(wrong.isEmpty, "decoy reported: \(decoy.unit) \(decoy.code) \(decoy.note)")
    }
    for failure in failures where !sample.portal.expectations.contains(where: failure.matches) {
      let seen = failure.observation
      Issue.record(
        """
        not planted: \(failure.unit) \(seen.code) \(seen.subject) \
        \(seen.page?.url ?? "") \(seen.link?.url ?? "") \(seen.values)
        """)
    }
    #expect(!failures.isEmpty)
    for failure in failures where !failure.evidence.contains(where: { $0.kind == .archive }) {
      Issue.record("nothing archived proves \(failure.observation.code) \(failure.unit)")
    }
    #expect(log.records.count > 300)
    for unit in outcome.units {
      #expect(unit.failure == nil)
      #expect(unit.scorecards.count == 1)
    }
  }
}

extension Finding {
  fileprivate func matches(_ expectation: Expectation) -> Bool {
    unit == expectation.unit && observation.code == expectation.code
      && observation.outcome.rawValue == expectation.outcome
      && subjects.contains(where: expectation.covers)
  }

  fileprivate func isFooled(by decoy: Decoy) -> Bool {
    unit == decoy.unit && observation.code == decoy.code && subjects.contains(where: decoy.covers)
  }

  /// What an expectation may call it by: its key, the link's target, the page, a document number.
  private var subjects: [String] {
    [observation.subject, observation.link?.url, observation.page?.url].compactMap { $0 }
      + observation.values.values
  }
}
