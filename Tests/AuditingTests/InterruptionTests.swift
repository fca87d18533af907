import AuditModel
import Auditing
import Ledger
import SamplePortal
import Synchronization
import Testing

@Suite("A sweep that was interrupted", .serialized)
struct InterruptionTests {
  @Test("is taken up where it stopped and finds the same", .timeLimit(.minutes(2)))
  func isTakenUp() async throws {
    let undisturbed = SampleSweep()
    let normalPort = try await undisturbed.start()
    let normal = try await Self.sweep(undisturbed, port: normalPort)
    let asked = await undisturbed.log.counts
    await undisturbed.stop()

    let sample = SampleSweep()
    let port = try await sample.start()
    let error = await #expect(throws: AuditError.self) {
      _ = try await Self.sweep(sample, port: port, stopAfter: 60)
    }
    #expect(error?.code == .interrupted)
    let answered = await sample.log.records.count
    let kept = try Self.kept(sample)
    let resumed = try await Self.sweep(sample, port: port)
    let again = await sample.log.counts
    await sample.stop()

    #expect(resumed.isResumed)
    #expect(Self.lines(resumed, port) == Self.lines(normal, normalPort))
    // What had been answered but not kept was in flight; a redirect under way begins again.
    let repeated = again.map { max(0, $0.value - asked[$0.key, default: 0]) }.reduce(0, +)
    #expect(repeated <= answered - kept + 8, "\(answered) answered, \(kept) kept")
    #expect(kept > 40)
  }

  private static func sweep(_ sample: SampleSweep, port: Int, stopAfter limit: Int = .max)
    async throws -> SweepOutcome
  {
    let units = try sample.units(port: port).filter { $0.kind == .department }
    let done = Done()
    var runner = try sample.runner(port: port) { $0.checksExternalLinks = false }
    runner.progress = { done.set($0.done) }
    runner.isInterrupted = { done.value >= limit }
    return try await runner.run(units: units, target: "sweep:test", asOf: sample.asOf)
  }

  /// Requests whose answers the ledger has.
  private static func kept(_ sample: SampleSweep) throws -> Int {
    var count = 0
    try LedgerStore(path: sample.folder.ledger).forEachFetch(sweep: 1) { _ in count += 1 }
    return count
  }

  private static func lines(_ outcome: SweepOutcome, _ port: Int) -> [String] {
    outcome.units.flatMap(\.findings).map { finding in
      let seen = finding.observation
      return "\(finding.unit) \(seen.code) \(seen.outcome.rawValue) \(seen.subject)"
        .replacing(":\(port)", with: "")
    }.sorted()
  }
}

private final class Done: Sendable {
  private let count = Atomic(0)
  var value: Int { count.load(ordering: .relaxed) }
  func set(_ value: Int) { count.store(value, ordering: .relaxed) }
}

extension RequestLog {
  /// How often each address was asked for; robots.txt is asked for anew by every run.
  fileprivate var counts: [String: Int] {
    var counts: [String: Int] = [:]
    for record in records
    where record.target != "/robots.txt" && !record.target.hasPrefix("/mingcha-") {
      let target = record.target.split(separator: ";").first ?? ""
      counts["\(record.method) \(record.host)\(target)", default: 0] += 1
    }
    return counts
  }
}
