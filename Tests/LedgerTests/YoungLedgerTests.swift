import AuditModel
import Foundation
import GRDB
import Ledger
import Testing

@Suite("A ledger and its first and last moments")
struct YoungLedgerTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("mingcha-young-\(UUID().uuidString).sqlite").path

  @Test("one whose maker died before the first table stood is finished by the next")
  func halfBorn() throws {
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.write {
        try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      }
    }
    let store = try LedgerStore(path: path)
    #expect(try store.sweeps().isEmpty)
    try FileManager.default.removeItem(atPath: path)
  }

  @Test("another program's file is left alone")
  func foreign() throws {
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: "CREATE TABLE theirs (id INTEGER)") }
    }
    #expect(throws: LedgerError.self) { try LedgerStore(path: path) }
    try FileManager.default.removeItem(atPath: path)
  }

  @Test("outages of our own network are kept with their sweep")
  func outages() throws {
    let store = try LedgerStore(path: path)
    let noon = Instant(milliseconds: 1_700_000_000_000)
    let sweep = try store.beginSweep(
      target: "u", configuration: "{}", asOf: Day(number: 20_000), now: noon
    ).sweep.id
    let outage = OutageRecord(startedAt: noon, endedAt: noon.adding(seconds: 600))
    try store.record(outage, sweep: sweep)
    #expect(try store.outages(sweep: sweep) == [outage])
    #expect(try store.outages(sweep: sweep + 1).isEmpty)
    try FileManager.default.removeItem(atPath: path)
  }
}
