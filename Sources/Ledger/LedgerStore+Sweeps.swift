public import AuditModel
import GRDB

extension LedgerStore {
  /// Starts a sweep, or takes up the newest unfinished one with the same target and options.
  /// - Returns: the sweep, and whether it was taken up.
  public func beginSweep(
    target: String, configuration: String, asOf: Day, now: Instant, resume: Bool = true
  ) throws(LedgerError) -> (sweep: SweepRecord, isResumed: Bool) {
    try write { database in
      if resume, let open = try Self.unfinished(target, configuration, database) {
        try database.execute(
          sql: "UPDATE sweep SET state = 'running' WHERE id = ?", arguments: [open.id])
        return (open, true)
      }
      try database.execute(
        sql: """
          INSERT INTO sweep (target, configuration, asOf, startedAt, state)
          VALUES (?, ?, ?, ?, 'running')
          """,
        arguments: [target, configuration, asOf.description, now.milliseconds])
      let sweep = SweepRecord(
        id: database.lastInsertedRowID, target: target, configuration: configuration, asOf: asOf,
        startedAt: now, finishedAt: nil, state: .running)
      return (sweep, false)
    }
  }

  /// Marks how the sweep ended.
  public func endSweep(_ id: Int64, state: SweepRecord.State, at now: Instant)
    throws(LedgerError)
  {
    try write { database in
      try database.execute(
        sql: "UPDATE sweep SET state = ?, finishedAt = ? WHERE id = ?",
        arguments: [state.rawValue, state == .finished ? now.milliseconds : nil, id])
    }
  }

  /// Every sweep, newest first.
  public func sweeps() throws(LedgerError) -> [SweepRecord] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM sweep ORDER BY id DESC").map(Self.sweep)
    }
  }

  /// The sweep of that number.
  public func sweep(_ id: Int64) throws(LedgerError) -> SweepRecord {
    try read { database in
      guard
        let row = try Row.fetchOne(
          database, sql: "SELECT * FROM sweep WHERE id = ?", arguments: [id])
      else { throw LedgerError(code: .sweepUnknown, subject: "\(id)") }
      return Self.sweep(row)
    }
  }

  /// The newest finished sweep before `id` that examined the unit.
  public func previousSweep(before id: Int64, unit: String) throws(LedgerError) -> SweepRecord? {
    try read { database in
      try Row.fetchOne(
        database,
        sql: """
          SELECT sweep.* FROM sweep JOIN coverage ON coverage.sweep = sweep.id
          WHERE sweep.id < ? AND sweep.state = 'finished' AND coverage.unit = ?
          ORDER BY sweep.id DESC LIMIT 1
          """, arguments: [id, unit]
      ).map(Self.sweep)
    }
  }

  private static func unfinished(
    _ target: String, _ configuration: String, _ database: Database
  ) throws -> SweepRecord? {
    try Row.fetchOne(
      database,
      sql: """
        SELECT * FROM sweep WHERE target = ? AND configuration = ? AND state <> 'finished'
        ORDER BY id DESC LIMIT 1
        """, arguments: [target, configuration]
    ).map(sweep)
  }

  private static func sweep(_ row: Row) -> SweepRecord {
    let finished: Int64? = row["finishedAt"]
    let asOf: String = row["asOf"]
    return SweepRecord(
      id: row["id"], target: row["target"], configuration: row["configuration"],
      asOf: Day(asOf) ?? Day(number: 0), startedAt: Instant(milliseconds: row["startedAt"]),
      finishedAt: finished.map(Instant.init(milliseconds:)),
      state: SweepRecord.State(rawValue: row["state"]) ?? .interrupted)
  }
}
