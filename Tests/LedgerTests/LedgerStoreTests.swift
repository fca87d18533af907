import AuditModel
import Foundation
import Ledger
import Testing

@Suite("The ledger")
struct LedgerStoreTests {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("mingcha-ledger-\(UUID().uuidString)")
  let asOf = Day(number: 20_000)
  let noon = Instant(milliseconds: 1_700_000_000_000)

  var path: String { folder.appendingPathComponent("ledger.sqlite").path }

  @Test("an interrupted sweep is taken up again, a finished one is not")
  func resumesUnfinished() throws {
    let store = try LedgerStore(path: path)
    let first = try store.beginSweep(target: "u", configuration: "{}", asOf: asOf, now: noon)
    #expect(!first.isResumed)
    try store.endSweep(first.sweep.id, state: .interrupted, at: noon)
    let again = try store.beginSweep(target: "u", configuration: "{}", asOf: asOf, now: noon)
    #expect(again.isResumed && again.sweep.id == first.sweep.id)
    let other = try store.beginSweep(target: "u", configuration: "{1}", asOf: asOf, now: noon)
    #expect(!other.isResumed)
    try store.endSweep(first.sweep.id, state: .finished, at: noon)
    let fresh = try store.beginSweep(target: "u", configuration: "{}", asOf: asOf, now: noon)
    #expect(!fresh.isResumed && fresh.sweep.id != first.sweep.id)
    #expect(fresh.sweep.label == "S000003")
  }

  @Test("a step is there whole after reopening: result, discoveries, host delay, link check")
  func stepIsWhole() throws {
    let sweep: Int64
    do {
      let store = try LedgerStore(path: path, isSweeping: true)
      sweep = try store.beginSweep(target: "u", configuration: "", asOf: asOf, now: noon).sweep.id
      try store.add([address("a")], sweep: sweep)
      try store.record(
        [step("a", discovers: ["b", "a"])], hosts: ["h": noon.adding(seconds: 5)], sweep: sweep)
    }
    let store = try LedgerStore(path: path, isSweeping: true)
    var known: [String: AddressRecord.State] = [:]
    var checks: [String: String] = [:]
    try store.forEachAddress(sweep: sweep) { address, check in
      known[address.key] = address.state
      checks[address.key] = check
    }
    #expect(known == ["a": .done, "b": .queued])
    #expect(checks == ["a": "{}"])
    var fetches: [FetchRecord] = []
    try store.forEachFetch(sweep: sweep) { fetches.append($0) }
    #expect(fetches == [step("a", discovers: []).fetch])
    #expect(try store.hostDelays(at: noon) == ["h": noon.adding(seconds: 5)])
    #expect(try store.hostDelays(at: noon.adding(seconds: 5)).isEmpty)
  }

  @Test("a host's delay never moves backwards")
  func delayNeverMovesBack() throws {
    let store = try LedgerStore(path: path)
    let sweep = try store.beginSweep(target: "u", configuration: "", asOf: asOf, now: noon).sweep.id
    for seconds in [5.0, 2.0, 9.0, 1.0] {
      try store.record([], hosts: ["h": noon.adding(seconds: seconds)], sweep: sweep)
    }
    #expect(try store.hostDelays(at: noon) == ["h": noon.adding(seconds: 9)])
  }

  @Test("a finding keeps its first sight and what people decided, and comes back as recurred")
  func findingKeepsItsLife() throws {
    let store = try LedgerStore(path: path)
    let coverage = Coverage(startedAt: noon, finishedAt: noon)
    let first = finding(at: noon)
    func keep(_ finding: Finding) throws -> Finding {
      let sweep = try store.beginSweep(
        target: "u", configuration: "", asOf: asOf, now: noon, resume: false
      ).sweep.id
      let stored = try store.replaceFindings([finding], coverage: coverage, unit: "u", sweep: sweep)
      #expect(try store.findings(sweep: sweep, unit: "u") == stored)
      return try #require(stored.first)
    }
    #expect(try keep(first).status == .open)
    let later = noon.adding(seconds: 86_400)
    #expect(try keep(finding(at: later)).firstFoundAt == noon)
    try store.setStatus(
      .falsePositive, finding: first.id, unit: "u", by: "张三", remark: "", at: later)
    #expect(try keep(finding(at: later)).status == .falsePositive)
    try store.setStatus(.fixed, finding: first.id, unit: "u", by: "张三", remark: "", at: later)
    #expect(try keep(finding(at: later)).status == .recurred)
  }

  @Test("findings replaced twice are there once")
  func replacingDoublesNothing() throws {
    let store = try LedgerStore(path: path)
    let sweep = try store.beginSweep(target: "u", configuration: "", asOf: asOf, now: noon).sweep.id
    let coverage = Coverage(startedAt: noon, finishedAt: noon)
    for _ in 0..<2 {
      _ = try store.replaceFindings(
        [finding(at: noon)], coverage: coverage, unit: "u", sweep: sweep)
    }
    #expect(try store.findings(sweep: sweep, unit: "u").count == 1)
    #expect(try store.coverage(sweep: sweep) == ["u": coverage])
  }

  @Test("a second sweeping process is refused, a reader is not")
  func secondSweeperIsRefused() throws {
    let first = try LedgerStore(path: path, isSweeping: true)
    #expect(throws: LedgerError(code: .busy, subject: path)) {
      try LedgerStore(path: path, isSweeping: true)
    }
    #expect(try LedgerStore(path: path).sweeps().isEmpty)
    withExtendedLifetime(first) {}
  }

  @Test("a file that is no ledger is refused and left alone")
  func foreignFileIsRefused() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = String(repeating: "not a database at all\n", count: 100)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: LedgerError.self) { try LedgerStore(path: path) }
    #expect(error?.code == .notALedger)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  private func address(_ key: String) -> AddressRecord {
    AddressRecord(key: key, url: "http://h/\(key)", kind: "page", depth: 0, referrer: nil)
  }

  private func step(_ key: String, discovers: [String]) -> CrawlStep {
    var finished = address(key)
    finished.state = .done
    let fetch = FetchRecord(
      key: key, url: finished.url, method: "GET", startedAt: noon, duration: 12, status: 200,
      cause: nil, location: nil, contentType: "text/html", bodyLength: 3, isTruncated: false,
      remoteAddress: "127.0.0.1", certificateProblem: nil,
      archive: ArchivedAt(file: "a.warc.gz", offset: 1, length: 2, record: "<urn:x>", digest: "ab"))
    return CrawlStep(
      finished: finished, fetch: fetch, discovered: discovers.map(address), linkCheck: "{}")
  }

  private func finding(at moment: Instant) -> Finding {
    Finding(
      unit: "u",
      observation: Observation(probe: "p.q", code: "p.q.r", outcome: .fail, subject: "s"),
      foundAt: moment)
  }
}
