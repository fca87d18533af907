import AuditModel
import Foundation
import GRDB

/// The one place where sweeps, addresses, findings and their life are kept: an SQLite file in
/// write-ahead mode, so that what was committed survives `kill -9`.
///
/// Only one process may sweep with a ledger at a time: two would each believe they own the
/// politeness of a host. Reading beside a running sweep is fine.
public final class LedgerStore: Sendable {
  /// The file, as given.
  public let path: String
  let database: DatabaseQueue
  private let lock: ProcessLock?

  /// Opens or creates the ledger and brings its shape up to date.
  /// - Parameter isSweeping: takes the sweep lock; a second sweeping process is refused.
  /// - Throws: ``LedgerError``
  public init(path: String, isSweeping: Bool = false) throws(LedgerError) {
    self.path = path
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
      // A crawl comes back to the same pages of the file for minutes: 8 MB of them are kept, and
      // what was written is moved from the log into the file every 16 MB.
      try database.execute(sql: "PRAGMA cache_size = -8000")
      try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
    }
    do {
      try FileManager.default.createDirectory(
        at: URL(fileURLWithPath: path).deletingLastPathComponent(),
        withIntermediateDirectories: true)
      lock = isSweeping ? try ProcessLock(path: path + ".lock", ledger: path) : nil
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try LedgerStore.refuseForeignFile(queue)
      try Migrations.all.migrate(queue)
      database = queue
    } catch let error as LedgerError {
      throw error
    } catch {
      throw LedgerError(translating: error, path: path, opening: true)
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do { return try database.read(body) } catch let error as LedgerError { throw error } catch {
      throw LedgerError(translating: error, path: path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(LedgerError) -> Value {
    do { return try database.write(body) } catch let error as LedgerError { throw error } catch {
      throw LedgerError(translating: error, path: path)
    }
  }

  private static func refuseForeignFile(_ queue: DatabaseQueue) throws {
    try queue.read { database in
      let mark = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      // A ledger whose maker died in its first moments holds the migrator's own table and no more.
      let tables =
        try Int.fetchOne(
          database, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
        ?? 0
      if mark != Migrations.applicationID, tables > 0 {
        throw LedgerError(code: .notALedger, subject: queue.path, detail: "application_id \(mark)")
      }
      if try Migrations.all.hasBeenSuperseded(database) {
        throw LedgerError(code: .tooNew, subject: queue.path)
      }
    }
  }
}

extension NSError {
  /// What the system itself said, without Foundation's wrapping.
  fileprivate var reason: String {
    let inner = (userInfo[NSUnderlyingErrorKey] as? any Error).map { $0 as NSError } ?? self
    return inner.domain == NSPOSIXErrorDomain
      ? String(cString: strerror(Int32(inner.code))) : localizedDescription
  }
}

extension LedgerError {
  init(translating error: any Error, path: String, opening: Bool = false) {
    guard let database = error as? DatabaseError else {
      self.init(
        code: opening ? .cannotOpen : .failed, subject: path,
        detail: (error as NSError).reason)
      return
    }
    let code: Code
    switch database.resultCode {
    case .SQLITE_FULL, .SQLITE_IOERR: code = .diskFull
    case .SQLITE_BUSY, .SQLITE_LOCKED: code = .busy
    case .SQLITE_CORRUPT: code = .corrupt
    case .SQLITE_NOTADB: code = .notALedger
    case .SQLITE_CANTOPEN: code = .cannotOpen
    default: code = opening ? .cannotOpen : .failed
    }
    self.init(code: code, subject: path, detail: database.message ?? database.description)
  }
}
