import AuditModel
import GRDB

/// Rows of the tables `address` and `fetch`, written and read within one transaction.
struct CrawlRows {
  private let database: Database
  private var words = WordBook()
  private var prepared: Statements?

  init(_ database: Database) { self.database = database }

  /// Looked up once a transaction: by their text it would take as long as running them does.
  private struct Statements {
    let finish: Statement
    let add: Statement
    let insert: Statement

    init(_ database: Database) throws {
      finish = try database.cachedStatement(
        sql: """
          UPDATE address SET state = ?, reason = ?, linkCheck = coalesce(?, linkCheck)
          WHERE sweep = ? AND key = ?
          """)
      add = try database.cachedStatement(
        sql: "INSERT OR IGNORE INTO address VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      insert = try database.cachedStatement(sql: CrawlRows.plainInsertion)
    }
  }

  private mutating func statements() throws -> Statements {
    if let prepared { return prepared }
    let made = try Statements(database)
    prepared = made
    return made
  }

  // MARK: Addresses

  /// Takes a finished or given-up address in, known or not.
  mutating func finish(_ address: AddressRecord, linkCheck: String?, _ sweep: Int64) throws {
    try statements().finish.execute(arguments: [
      Self.number(of: address.state), try words.number(of: address.reason, database), linkCheck,
      sweep, address.key,
    ])
    if database.changesCount == 0 { try add(address, linkCheck: linkCheck, sweep) }
  }

  /// Adds an address that is not yet known.
  mutating func add(_ address: AddressRecord, linkCheck: String? = nil, _ sweep: Int64) throws {
    let url = StoredAddress(address.url, key: address.key)
    try statements().add.execute(arguments: [
      sweep, address.key, url.form, url.rest, try words.number(of: address.kind, database),
      address.depth, try words.number(of: address.referrer, database), address.priority,
      Self.number(of: address.state), try words.number(of: address.reason, database), linkCheck,
    ])
  }

  /// In the order ``address(_:)`` reads them: finding a column by its name takes longer than reading
  /// it, and a sweep has a million rows.
  static let addressColumns =
    "key, form, rest, kind, depth, referrer, priority, state, reason, linkCheck"

  mutating func address(_ row: Row) throws -> (record: AddressRecord, linkCheck: String?) {
    let key: String = row[0]
    let record = AddressRecord(
      key: key, url: StoredAddress(form: row[1], rest: row[2]).text(key: key),
      kind: try words.text(of: row[3], database) ?? "", depth: row[4],
      referrer: try words.text(of: row[5], database), priority: row[6],
      state: Self.state(of: row[7]), reason: try words.text(of: row[8], database))
    return (record, row[9])
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
    let values: StatementArguments = [
      sweep, fetch.key, fetch.startedAt.milliseconds, try words.number(of: fetch.method, database),
      url.form, url.rest, fetch.duration, fetch.status,
      try words.number(of: fetch.cause, database), fetch.location,
      try words.number(of: fetch.contentType, database), fetch.bodyLength, fetch.isTruncated,
      try words.number(of: fetch.remoteAddress, database),
      try words.number(of: fetch.certificateProblem, database),
      try words.number(of: fetch.archive?.file, database), fetch.archive?.offset,
      fetch.archive?.length, CompactText.record(fetch.archive?.record),
      CompactText.digest(fetch.archive?.digest),
    ]
    guard !fetch.revisit.isEmpty else {
      return try statements().insert.execute(arguments: values)
    }
    try database.cachedStatement(sql: Self.notedInsertion)
      .execute(arguments: values + fetch.revisit.values)
  }

  private static let plainInsertion = insertion("", "")
  private static let notedInsertion = insertion(", validator, capturedAt, interval", ", ?, ?, ?")

  /// Most requests leave no note, and the rows of the first ledgers have no place for one yet when
  /// they are moved.
  private static func insertion(_ columns: String, _ places: String) -> String {
    """
    INSERT OR REPLACE INTO fetch (
      sweep, key, startedAt, method, form, rest, duration, status, cause, location, contentType,
      bodyLength, isTruncated, remoteAddress, certificateProblem, file, "offset", length, record,
      digest\(columns))
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?\(places))
    """
  }

  /// In the order ``fetch(_:)`` reads them.
  static let fetchColumns = """
    key, form, rest, method, startedAt, duration, status, cause, location, contentType, \
    bodyLength, isTruncated, remoteAddress, certificateProblem, file, "offset", length, record, \
    digest, validator, capturedAt, interval
    """

  mutating func fetch(_ row: Row) throws -> FetchRecord {
    let key: String = row[0]
    return FetchRecord(
      key: key, url: StoredAddress(form: row[1], rest: row[2]).text(key: key),
      method: try words.text(of: row[3], database) ?? "",
      startedAt: Instant(milliseconds: row[4]), duration: row[5], status: row[6],
      cause: try words.text(of: row[7], database), location: row[8],
      contentType: try words.text(of: row[9], database) ?? "", bodyLength: row[10],
      isTruncated: row[11], remoteAddress: try words.text(of: row[12], database) ?? "",
      certificateProblem: try words.text(of: row[13], database), archive: try archive(row),
      revisit: RevisitNote(validator: row[19], capturedAt: row[20], interval: row[21]))
  }

  private mutating func archive(_ row: Row) throws -> ArchivedAt? {
    guard let file = try words.text(of: row[14], database), let offset: Int = row[15],
      let length: Int = row[16], let record = CompactText.record(row[17] as DatabaseValue),
      let digest = CompactText.digest(row[18] as DatabaseValue)
    else { return nil }
    return ArchivedAt(file: file, offset: offset, length: length, record: record, digest: digest)
  }
}
