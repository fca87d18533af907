import AuditModel
import GRDB

/// Rows of the tables `address` and `fetch`, written and read within one transaction.
struct CrawlRows {
  private let database: Database
  private var words = WordBook()

  init(_ database: Database) { self.database = database }

  // MARK: Addresses

  /// Takes a finished or given-up address in, known or not.
  mutating func finish(_ address: AddressRecord, linkCheck: String?, _ sweep: Int64) throws {
    try database.cachedStatement(
      sql: """
        UPDATE address SET state = ?, reason = ?, linkCheck = coalesce(?, linkCheck)
        WHERE sweep = ? AND key = ?
        """
    ).execute(arguments: [
      Self.number(of: address.state), try words.number(of: address.reason, database), linkCheck,
      sweep, address.key,
    ])
    if database.changesCount == 0 { try add(address, linkCheck: linkCheck, sweep) }
  }

  /// Adds an address that is not yet known.
  mutating func add(_ address: AddressRecord, linkCheck: String? = nil, _ sweep: Int64) throws {
    let url = StoredAddress(address.url, key: address.key)
    try database.cachedStatement(
      sql: "INSERT OR IGNORE INTO address VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      sweep, address.key, url.form, url.rest, try words.number(of: address.kind, database),
      address.depth, try words.number(of: address.referrer, database), address.priority,
      Self.number(of: address.state), try words.number(of: address.reason, database), linkCheck,
    ])
  }

  mutating func address(_ row: Row) throws -> AddressRecord {
    let key: String = row["key"]
    return AddressRecord(
      key: key, url: StoredAddress(form: row["form"], rest: row["rest"]).text(key: key),
      kind: try words.text(of: row["kind"], database) ?? "", depth: row["depth"],
      referrer: try words.text(of: row["referrer"], database), priority: row["priority"],
      state: Self.state(of: row["state"]), reason: try words.text(of: row["reason"], database))
  }

  private static let states: [AddressRecord.State] = [.queued, .done, .skipped]

  private static func number(of state: AddressRecord.State) -> Int {
    states.firstIndex(of: state) ?? 0
  }

  private static func state(of number: Int) -> AddressRecord.State {
    states.indices.contains(number) ? states[number] : .queued
  }

  // MARK: Requests

  mutating func insert(_ fetch: FetchRecord, _ sweep: Int64) throws {
    let url = StoredAddress(fetch.url, key: fetch.key)
    try database.cachedStatement(
      sql: """
        INSERT OR REPLACE INTO fetch
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      sweep, fetch.key, fetch.startedAt.milliseconds, try words.number(of: fetch.method, database),
      url.form, url.rest, fetch.duration, fetch.status,
      try words.number(of: fetch.cause, database), fetch.location,
      try words.number(of: fetch.contentType, database), fetch.bodyLength, fetch.isTruncated,
      try words.number(of: fetch.remoteAddress, database),
      try words.number(of: fetch.certificateProblem, database),
      try words.number(of: fetch.archive?.file, database), fetch.archive?.offset,
      fetch.archive?.length, CompactText.record(fetch.archive?.record),
      CompactText.digest(fetch.archive?.digest),
    ])
  }

  mutating func fetch(_ row: Row) throws -> FetchRecord {
    let key: String = row["key"]
    return FetchRecord(
      key: key, url: StoredAddress(form: row["form"], rest: row["rest"]).text(key: key),
      method: try words.text(of: row["method"], database) ?? "",
      startedAt: Instant(milliseconds: row["startedAt"]), duration: row["duration"],
      status: row["status"], cause: try words.text(of: row["cause"], database),
      location: row["location"],
      contentType: try words.text(of: row["contentType"], database) ?? "",
      bodyLength: row["bodyLength"], isTruncated: row["isTruncated"],
      remoteAddress: try words.text(of: row["remoteAddress"], database) ?? "",
      certificateProblem: try words.text(of: row["certificateProblem"], database),
      archive: try archive(row))
  }

  private mutating func archive(_ row: Row) throws -> ArchivedAt? {
    guard let file = try words.text(of: row["file"], database), let offset: Int = row["offset"],
      let length: Int = row["length"],
      let record = CompactText.record(row["record"] as DatabaseValue),
      let digest = CompactText.digest(row["digest"] as DatabaseValue)
    else { return nil }
    return ArchivedAt(file: file, offset: offset, length: length, record: record, digest: digest)
  }
}
