public import AuditModel
import GRDB

extension LedgerStore {
  /// Keeps samples of a home page.
  public func record(_ samples: [AvailabilitySample], home: String) throws(LedgerError) {
    try write { database in
      for sample in samples {
        try database.execute(
          sql: "INSERT OR REPLACE INTO availability VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            home, sample.at.milliseconds, sample.result.rawValue, sample.status, sample.duration,
            sample.cause?.rawValue,
          ])
      }
    }
  }

  /// Samples of a home page from one moment to before another, in time order.
  public func availability(home: String, from start: Instant, to end: Instant)
    throws(LedgerError) -> [AvailabilitySample]
  {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT * FROM availability WHERE home = ? AND at >= ? AND at < ? ORDER BY at",
        arguments: [home, start.milliseconds, end.milliseconds]
      ).compactMap { row in
        let cause: String? = row["cause"]
        return AvailabilitySample.Result(rawValue: row["result"]).map {
          AvailabilitySample(
            at: Instant(milliseconds: row["at"]), result: $0, status: row["status"],
            duration: row["duration"], cause: cause.flatMap(LinkVerdict.Cause.init(rawValue:)))
        }
      }
    }
  }
}
