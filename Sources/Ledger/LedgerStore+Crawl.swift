public import AuditModel
import GRDB

extension LedgerStore {
  /// Commits completed requests in one transaction: results, discoveries, addresses given up, and
  /// until when each host must be left alone. After a crash all of it is there or nothing.
  public func record(
    _ steps: [CrawlStep], skipped: [AddressRecord] = [], hosts: [String: Instant], sweep: Int64
  ) throws(LedgerError) {
    try write { database in
      var rows = CrawlRows(database)
      for step in steps {
        try rows.finish(step.finished, linkCheck: step.linkCheck, sweep)
        for address in step.discovered { try rows.add(address, sweep) }
        if let fetch = step.fetch { try rows.insert(fetch, sweep) }
      }
      for address in skipped { try rows.finish(address, linkCheck: nil, sweep) }
      for (host, moment) in hosts { try Self.postpone(host, until: moment, database) }
    }
  }

  /// Adds addresses that are not yet known.
  public func add(_ addresses: [AddressRecord], sweep: Int64) throws(LedgerError) {
    try write { database in
      var rows = CrawlRows(database)
      for address in addresses { try rows.add(address, sweep) }
    }
  }

  /// Calls `body` with every known address of the sweep, in key order.
  ///
  /// - Parameter word: only addresses whose stored link check holds it.
  public func forEachAddress(
    sweep: Int64, checkHolds word: String? = nil,
    _ body: (AddressRecord, _ linkCheck: String?) throws -> Void
  ) throws(LedgerError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT \(CrawlRows.addressColumns) FROM address
          WHERE sweep = ?1 AND (?2 IS NULL OR instr(linkCheck, ?2) > 0) ORDER BY key
          """,
        arguments: [sweep, word])
      var reading = CrawlRows(database)
      while let row = try rows.next() {
        let (address, linkCheck) = try reading.address(row)
        try body(address, linkCheck)
      }
    }
  }

  /// Calls `body` with every request of the sweep, in key and time order.
  public func forEachFetch(sweep: Int64, _ body: (FetchRecord) throws -> Void)
    throws(LedgerError)
  {
    try read { database in
      let rows = try Row.fetchCursor(
        database,
        sql:
          "SELECT \(CrawlRows.fetchColumns) FROM fetch WHERE sweep = ? ORDER BY key, startedAt",
        arguments: [sweep])
      var reading = CrawlRows(database)
      while let row = try rows.next() { try body(try reading.fetch(row)) }
    }
  }

  /// The link check of one address as it was stored; nil when there is none.
  public func linkCheck(of key: String, sweep: Int64) throws(LedgerError) -> String? {
    try read { database in
      try String.fetchOne(
        database, sql: "SELECT linkCheck FROM address WHERE sweep = ? AND key = ?",
        arguments: [sweep, key])
    }
  }

  /// The requests made for one address, in time order.
  public func fetches(of key: String, sweep: Int64) throws(LedgerError) -> [FetchRecord] {
    try read { database in
      var reading = CrawlRows(database)
      return try Row.fetchAll(
        database,
        sql: """
          SELECT \(CrawlRows.fetchColumns) FROM fetch WHERE sweep = ? AND key = ?
          ORDER BY startedAt
          """,
        arguments: [sweep, key]
      ).map { try reading.fetch($0) }
    }
  }

  /// Until when each host must be left alone, for hosts that still must at `now`.
  public func hostDelays(at now: Instant) throws(LedgerError) -> [String: Instant] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT name, notBefore FROM host WHERE notBefore > ?",
        arguments: [now.milliseconds])
      return Dictionary(
        rows.map { ($0["name"], Instant(milliseconds: $0["notBefore"])) },
        uniquingKeysWith: max)
    }
  }

  private static func postpone(_ host: String, until moment: Instant, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO host (name, notBefore) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET notBefore = max(notBefore, excluded.notBefore)
        """
    ).execute(arguments: [host, moment.milliseconds])
  }
}
