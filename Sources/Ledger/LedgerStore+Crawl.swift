public import AuditModel
import GRDB

extension LedgerStore {
  /// Commits completed requests in one transaction: results, discoveries, addresses given up, and
  /// until when each host must be left alone. After a crash all of it is there or nothing.
  public func record(
    _ steps: [CrawlStep], skipped: [AddressRecord] = [], hosts: [String: Instant], sweep: Int64
  ) throws(LedgerError) {
    try write { database in
      for step in steps {
        try Self.upsert(step.finished, linkCheck: step.linkCheck, sweep, database)
        for address in step.discovered { try Self.insertNew(address, sweep, database) }
        if let fetch = step.fetch { try Self.insert(fetch, sweep, database) }
      }
      for address in skipped { try Self.upsert(address, linkCheck: nil, sweep, database) }
      for (host, moment) in hosts { try Self.postpone(host, until: moment, database) }
    }
  }

  /// Adds addresses that are not yet known.
  public func add(_ addresses: [AddressRecord], sweep: Int64) throws(LedgerError) {
    try write { database in
      for address in addresses { try Self.insertNew(address, sweep, database) }
    }
  }

  /// Calls `body` with every known address of the sweep, in key order.
  public func forEachAddress(
    sweep: Int64, _ body: (AddressRecord, _ linkCheck: String?) throws -> Void
  ) throws(LedgerError) {
    try read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT * FROM address WHERE sweep = ? ORDER BY key", arguments: [sweep])
      while let row = try rows.next() { try body(Self.address(row), row["linkCheck"]) }
    }
  }

  /// Calls `body` with every request of the sweep, in key and time order.
  public func forEachFetch(sweep: Int64, _ body: (FetchRecord) throws -> Void)
    throws(LedgerError)
  {
    try read { database in
      let rows = try Row.fetchCursor(
        database, sql: "SELECT * FROM fetch WHERE sweep = ? ORDER BY key, startedAt",
        arguments: [sweep])
      while let row = try rows.next() { try body(Self.fetch(row)) }
    }
  }

  /// The requests made for one address, in time order.
  public func fetches(of key: String, sweep: Int64) throws(LedgerError) -> [FetchRecord] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT * FROM fetch WHERE sweep = ? AND key = ? ORDER BY startedAt",
        arguments: [sweep, key]
      ).map(Self.fetch)
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

  private static func upsert(
    _ address: AddressRecord, linkCheck: String?, _ sweep: Int64, _ database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO address
          (sweep, key, url, kind, depth, referrer, priority, state, reason, linkCheck)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (sweep, key) DO UPDATE SET state = excluded.state, reason = excluded.reason,
          linkCheck = coalesce(excluded.linkCheck, linkCheck)
        """
    ).execute(arguments: [
      sweep, address.key, address.url, address.kind, address.depth, address.referrer,
      address.priority, address.state.rawValue, address.reason, linkCheck,
    ])
  }

  private static func insertNew(
    _ address: AddressRecord, _ sweep: Int64, _ database: Database
  ) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO address
          (sweep, key, url, kind, depth, referrer, priority, state, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      sweep, address.key, address.url, address.kind, address.depth, address.referrer,
      address.priority, address.state.rawValue, address.reason,
    ])
  }

  private static func insert(_ fetch: FetchRecord, _ sweep: Int64, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO fetch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      sweep, fetch.key, fetch.url, fetch.method, fetch.startedAt.milliseconds, fetch.duration,
      fetch.status, fetch.cause, fetch.location, fetch.contentType, fetch.bodyLength,
      fetch.isTruncated, fetch.remoteAddress, fetch.certificateProblem, fetch.archive?.file,
      fetch.archive?.offset, fetch.archive?.length, fetch.archive?.record, fetch.archive?.digest,
    ])
  }

  private static func postpone(_ host: String, until moment: Instant, _ database: Database) throws {
    try database.cachedStatement(
      sql: """
        INSERT INTO host (name, notBefore) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET notBefore = max(notBefore, excluded.notBefore)
        """
    ).execute(arguments: [host, moment.milliseconds])
  }

  private static func address(_ row: Row) -> AddressRecord {
    AddressRecord(
      key: row["key"], url: row["url"], kind: row["kind"], depth: row["depth"],
      referrer: row["referrer"], priority: row["priority"],
      state: AddressRecord.State(rawValue: row["state"]) ?? .queued,
      reason: row["reason"])
  }

  private static func fetch(_ row: Row) -> FetchRecord {
    FetchRecord(
      key: row["key"], url: row["url"], method: row["method"],
      startedAt: Instant(milliseconds: row["startedAt"]), duration: row["duration"],
      status: row["status"], cause: row["cause"], location: row["location"],
      contentType: row["contentType"], bodyLength: row["bodyLength"],
      isTruncated: row["isTruncated"], remoteAddress: row["remoteAddress"],
      certificateProblem: row["certificateProblem"], archive: archive(row))
  }

  private static func archive(_ row: Row) -> ArchivedAt? {
    guard let file: String = row["file"], let offset: Int = row["offset"],
      let length: Int = row["length"], let record: String = row["record"],
      let digest: String = row["digest"]
    else { return nil }
    return ArchivedAt(file: file, offset: offset, length: length, record: record, digest: digest)
  }
}
