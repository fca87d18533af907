public import AuditModel
import Foundation
import GRDB
public import Scoring

extension LedgerStore {
  /// Replaces the unit's findings and coverage in the sweep, keeping each finding's first sight
  /// and the status people gave it. A closed or fixed one that fails again becomes `recurred`.
  /// - Returns: the findings as stored.
  public func replaceFindings(
    _ findings: [Finding], coverage: Coverage, unit: String, sweep: Int64
  ) throws(LedgerError) -> [Finding] {
    try write { database in
      try database.execute(
        sql: "DELETE FROM finding WHERE sweep = ? AND unit = ?", arguments: [sweep, unit])
      let stored = try findings.map { try Self.withLife($0, database) }
      for finding in stored { try Self.insert(finding, sweep, database) }
      try database.execute(
        sql: "INSERT OR REPLACE INTO coverage VALUES (?, ?, ?)",
        arguments: [sweep, unit, try Self.encode(coverage)])
      return stored
    }
  }

  /// The unit's findings in the sweep, by id.
  public func findings(sweep: Int64, unit: String) throws(LedgerError) -> [Finding] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT content FROM finding WHERE sweep = ? AND unit = ? ORDER BY id",
        arguments: [sweep, unit]
      ).map { try Self.decode(Finding.self, $0) }
    }
  }

  /// The units examined in the sweep, with their coverage.
  public func coverage(sweep: Int64) throws(LedgerError) -> [String: Coverage] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT unit, content FROM coverage WHERE sweep = ?", arguments: [sweep])
      return try Dictionary(
        uniqueKeysWithValues: rows.map {
          ($0["unit"], try Self.decode(Coverage.self, $0["content"]))
        })
    }
  }

  /// Keeps a scorecard of the unit.
  public func store(_ scorecard: Scorecard, scheme: String, unit: String, sweep: Int64)
    throws(LedgerError)
  {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO scorecard VALUES (?, ?, ?, ?)",
        arguments: [sweep, unit, scheme, try Self.encode(scorecard)])
    }
  }

  /// The unit's scorecards in the sweep, by scheme id.
  public func scorecards(sweep: Int64, unit: String) throws(LedgerError) -> [Scorecard] {
    try read { database in
      try String.fetchAll(
        database,
        sql: "SELECT content FROM scorecard WHERE sweep = ? AND unit = ? ORDER BY scheme",
        arguments: [sweep, unit]
      ).map { try Self.decode(Scorecard.self, $0) }
    }
  }

  /// Records what a person decided about a finding.
  public func setStatus(
    _ status: FindingStatus, finding: String, unit: String, by person: String, remark: String,
    at now: Instant
  ) throws(LedgerError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO life (unit, id, firstFoundAt, status, remark, changedBy, changedAt)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (unit, id) DO UPDATE SET status = excluded.status, remark = excluded.remark,
            changedBy = excluded.changedBy, changedAt = excluded.changedAt
          """,
        arguments: [
          unit, finding, now.milliseconds, status.rawValue, remark, person, now.milliseconds,
        ])
    }
  }

  private static func withLife(_ finding: Finding, _ database: Database) throws -> Finding {
    var finding = finding
    let row = try Row.fetchOne(
      database, sql: "SELECT firstFoundAt, status FROM life WHERE unit = ? AND id = ?",
      arguments: [finding.unit, finding.id])
    if let row {
      finding.firstFoundAt = Instant(milliseconds: row["firstFoundAt"])
      finding.status = FindingStatus(rawValue: row["status"]) ?? .open
    }
    let isBack = finding.status == .fixed || finding.status == .closed
    if finding.observation.outcome == .fail, isBack { finding.status = .recurred }
    if finding.observation.outcome == .fail { try keepLife(finding, database) }
    return finding
  }

  private static func keepLife(_ finding: Finding, _ database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO life (unit, id, firstFoundAt, status) VALUES (?, ?, ?, ?)
        ON CONFLICT (unit, id) DO UPDATE SET status = excluded.status
        """,
      arguments: [
        finding.unit, finding.id, finding.firstFoundAt.milliseconds, finding.status.rawValue,
      ])
  }

  private static func insert(_ finding: Finding, _ sweep: Int64, _ database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO finding VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        sweep, finding.unit, finding.id, finding.observation.probe, finding.observation.code,
        finding.observation.outcome.rawValue, try encode(finding),
      ])
  }

  private static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
