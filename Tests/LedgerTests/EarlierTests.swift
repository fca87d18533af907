import AuditModel
import Foundation
import Testing

@testable import Ledger

@Suite("What an earlier sweep knew")
struct EarlierTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("mingcha-ledger-\(UUID().uuidString)/ledger.sqlite").path
  private let noon = Instant(milliseconds: 1_700_000_000_000)

  private func fetch(_ key: String, at seconds: Double, note: RevisitNote = RevisitNote())
    -> FetchRecord
  {
    FetchRecord(
      key: key, url: "http://\(key)", method: "GET", startedAt: noon.adding(seconds: seconds),
      duration: 5, status: 200, cause: nil, location: nil, contentType: "text/html",
      bodyLength: 10, isTruncated: false, remoteAddress: "", certificateProblem: nil,
      archive: nil, revisit: note)
  }

  private func sweep(_ ledger: LedgerStore, _ steps: [CrawlStep], finished: Bool = true) throws
    -> Int64
  {
    let id = try ledger.beginSweep(
      target: "t", configuration: "{}", asOf: noon.day, now: noon, resume: false
    ).sweep.id
    try ledger.record(steps, hosts: [:], sweep: id)
    _ = try ledger.replaceFindings(
      [], coverage: Coverage(startedAt: noon, finishedAt: noon), unit: "u", sweep: id)
    if finished { try ledger.endSweep(id, state: .finished, at: noon) }
    return id
  }

  private func step(_ key: String, _ fetch: FetchRecord?) -> CrawlStep {
    CrawlStep(
      finished: AddressRecord(
        key: key, url: "http://\(key)", kind: "page", depth: 0, referrer: nil, state: .done),
      fetch: fetch, linkCheck: nil)
  }

  @Test(
    "notes come back as they were",
    arguments: [
      RevisitNote(), RevisitNote(validator: .tag("W/\"a-b\""), interval: 3600),
      RevisitNote(
        validator: .date("Sun, 06 Nov 1994 08:49:37 GMT"),
        capturedAt: Instant(milliseconds: 1_600_000_000_000)),
    ])
  func notes(note: RevisitNote) throws {
    let ledger = try LedgerStore(path: path)
    let id = try sweep(ledger, [step("a.cn/", fetch("a.cn/", at: 0, note: note))])
    #expect(try ledger.fetches(of: "a.cn/", sweep: id).map(\.revisit) == [note])
  }

  @Test("the newest sweep that examined an address tells, however old it is")
  func newest() throws {
    let ledger = try LedgerStore(path: path)
    let first = try sweep(ledger, [step("a.cn/", fetch("a.cn/", at: 0))])
    let second = try sweep(ledger, [step("b.cn/", fetch("b.cn/", at: 5))])
    _ = try sweep(ledger, [step("a.cn/", fetch("a.cn/", at: 9))], finished: false)
    let sweeps = try ledger.earlierSweeps(before: 4, units: ["u"], limit: 4).map(\.id)
    #expect(sweeps == [second, first])
    #expect(try ledger.earlierLook(at: "a.cn/", sweeps: sweeps)?.content?.startedAt == noon)
    #expect(try ledger.earlierLook(at: "b.cn/", sweeps: sweeps)?.sweep == second)
    #expect(try ledger.earlierLook(at: "c.cn/", sweeps: sweeps) == nil)
    #expect(try ledger.earlierSweeps(before: 4, units: ["other"], limit: 4).isEmpty)
  }
}
