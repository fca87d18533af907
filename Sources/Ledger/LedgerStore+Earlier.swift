import GRDB

/// What an earlier sweep knew of an address when it ended.
public struct EarlierLook: Sendable {
  public var sweep: Int64
  public var address: AddressRecord
  /// As the crawl stored it.
  public var linkCheck: String?
  /// The last answer with content; nil when there was none.
  public var content: FetchRecord?

  public init(
    sweep: Int64, address: AddressRecord, linkCheck: String? = nil, content: FetchRecord? = nil
  ) {
    self.sweep = sweep
    self.address = address
    self.linkCheck = linkCheck
    self.content = content
  }
}

extension LedgerStore {
  /// The newest finished sweeps before `id` that examined any of the units, newest first.
  public func earlierSweeps(before id: Int64, units: [String], limit: Int)
    throws(LedgerError) -> [SweepRecord]
  {
    let wanted = Set(units)
    var found: [SweepRecord] = []
    for sweep in try sweeps() where sweep.id < id && sweep.state == .finished {
      guard found.count < limit else { break }
      if try !wanted.isDisjoint(with: coverage(sweep: sweep.id).keys) { found.append(sweep) }
    }
    return found
  }

  /// What the first of the sweeps that examined the address knew of it; nil when none did.
  public func earlierLook(at key: String, sweeps: [Int64]) throws(LedgerError) -> EarlierLook? {
    try read { database in
      var rows = CrawlRows(database)
      for sweep in sweeps {
        guard
          let row = try Row.fetchOne(
            try database.cachedStatement(
              sql: """
                SELECT \(CrawlRows.addressColumns) FROM address
                WHERE sweep = ? AND key = ? AND state = 1
                """),
            arguments: [sweep, key])
        else { continue }
        let (address, check) = try rows.address(row)
        return EarlierLook(
          sweep: sweep, address: address, linkCheck: check,
          content: try Self.content(of: key, sweep, &rows, database))
      }
      return nil
    }
  }

  private static func content(
    of key: String, _ sweep: Int64, _ rows: inout CrawlRows, _ database: Database
  ) throws -> FetchRecord? {
    let statement = try database.cachedStatement(
      sql: """
        SELECT \(CrawlRows.fetchColumns) FROM fetch
        WHERE sweep = ? AND key = ? AND status = 200 AND cause IS NULL AND location IS NULL
        ORDER BY startedAt DESC LIMIT 4
        """)
    for row in try Row.fetchAll(statement, arguments: [sweep, key]) {
      let fetch = try rows.fetch(row)
      if fetch.method == "GET", fetch.bodyLength > 0 { return fetch }
    }
    return nil
  }
}
