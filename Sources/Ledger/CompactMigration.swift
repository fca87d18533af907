import AuditModel
import GRDB

/// Moves the rows of the first shape of `address` and `fetch` into the compact one.
struct CompactMigration {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func move() throws {
    var rows = CrawlRows(database)
    let addresses = try Row.fetchCursor(database, sql: "SELECT * FROM address2")
    while let row = try addresses.next() {
      try rows.add(Self.address(row), linkCheck: row["linkCheck"], row["sweep"])
    }
    let fetches = try Row.fetchCursor(database, sql: "SELECT * FROM fetch2")
    while let row = try fetches.next() { try rows.insert(Self.fetch(row), row["sweep"]) }
    try database.execute(sql: "DROP TABLE address2")
    try database.execute(sql: "DROP TABLE fetch2")
  }

  private static func address(_ row: Row) -> AddressRecord {
    AddressRecord(
      key: row["key"], url: row["url"], kind: row["kind"], depth: row["depth"],
      referrer: row["referrer"], priority: row["priority"],
      state: AddressRecord.State(rawValue: row["state"]) ?? .queued, reason: row["reason"])
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
