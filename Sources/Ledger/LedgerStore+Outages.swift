public import AuditModel
import GRDB

/// A time during which our own network was gone. What failed in it is nobody's fault.
public struct OutageRecord: Sendable, Hashable {
  public var startedAt: Instant
  public var endedAt: Instant

  public init(startedAt: Instant, endedAt: Instant) {
    self.startedAt = startedAt
    self.endedAt = endedAt
  }
}

extension LedgerStore {
  /// Keeps an outage of ours, apart from everything that is said about sites.
  public func record(_ outage: OutageRecord, sweep: Int64) throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO outage (sweep, startedAt, endedAt) VALUES (?, ?, ?)",
        arguments: [sweep, outage.startedAt.milliseconds, outage.endedAt.milliseconds])
    }
  }

  /// The sweep's outages, in time order.
  public func outages(sweep: Int64) throws(LedgerError) -> [OutageRecord] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT startedAt, endedAt FROM outage WHERE sweep = ? ORDER BY startedAt",
        arguments: [sweep]
      ).map {
        OutageRecord(
          startedAt: Instant(milliseconds: $0["startedAt"]),
          endedAt: Instant(milliseconds: $0["endedAt"]))
      }
    }
  }
}
