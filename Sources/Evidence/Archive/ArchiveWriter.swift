public import AuditModel
import Foundation

/// Writes what was fetched into WARC 1.1 files of gzip members, `prefix-00001.warc.gz` and on.
///
/// When ``append(_:)`` returns, the records have left the process (`write(2)` took them all): they
/// survive `kill -9`. They survive a power cut after ``synchronize()``. A file left unfinished by
/// a crash is cut back to its last whole member before anything is added.
public actor ArchiveWriter {
  private let directory: String
  private let prefix: String
  private let software: ArchiveSoftware
  private let rotateBytes: Int
  let level: Int32
  private let clock: @Sendable () -> Instant
  private var file: ArchiveFile
  private var number: Int
  /// What opening the archive found and cut.
  public nonisolated let repairs: [ArchiveRepair]

  /// Opens the newest file of that prefix, repairing it, or begins the first.
  /// - Parameters:
  ///   - directory: created when missing.
  ///   - prefix: letters, digits, `-`, `_` and `.` only.
  ///   - rotateBytes: a new file begins when this length is reached.
  ///   - compressionLevel: libdeflate's 1 (fast) to 12 (small).
  /// - Throws: ``EvidenceError``; `archiveBusy` when another process writes there.
  public init(
    directory: String, prefix: String, software: ArchiveSoftware, rotateBytes: Int = 1 << 30,
    compressionLevel: Int = 1, clock: @escaping @Sendable () -> Instant = { .now() }
  ) throws(EvidenceError) {
    guard SafePath.isName(prefix) else { throw EvidenceError(.unsafePath, path: prefix) }
    try WholeFile.makeFolder(directory)
    self.directory = directory
    self.prefix = prefix
    self.software = software
    self.rotateBytes = max(rotateBytes, 1)
    self.clock = clock
    level = Int32(min(max(compressionLevel, 1), 12))
    let newest = ArchiveWriter.newestNumber(in: directory, prefix: prefix)
    let opened = try ArchiveWriter.open(directory: directory, prefix: prefix, newest: newest)
    (file, number, repairs) = (opened.file, opened.number, opened.repairs)
    if file.length == 0 {
      try ArchiveWriter.begin(file, software, at: clock(), level: level)
    }
  }

  /// Keeps one exchange: a request record, and a response record or, when nothing came back, a
  /// metadata record saying why. Compression runs on the caller's side of the actor.
  /// - Returns: where the response (or metadata) record lies.
  /// - Throws: ``EvidenceError``, `diskFull` among them; then nothing of it is in the file.
  public nonisolated func append(
    _ exchange: CapturedExchange
  ) async throws(EvidenceError) -> ArchiveLocation {
    let records = try RecordWriter.records(of: exchange, level: level)
    return try await commit(records)
  }

  /// Waits until the disk has everything appended so far.
  public func synchronize() throws(EvidenceError) { try file.synchronize() }

  /// Makes everything durable and gives the file free for others; later appends fail.
  public func close() throws(EvidenceError) {
    try file.synchronize()
    file.shut()
  }

  /// Name of the file being written.
  public var currentFile: String { ArchiveWriter.name(prefix, number) }

  func commit(_ records: [RecordWriter.Record]) throws(EvidenceError) -> ArchiveLocation {
    if file.length >= rotateBytes { try rotate() }
    guard let answer = records.last else { throw EvidenceError(.compression, path: file.path) }
    try file.append(Array(records.map(\.member).joined()))
    return ArchiveLocation(
      file: currentFile, offset: file.length - answer.member.count, length: answer.member.count,
      recordID: answer.id, payloadDigest: answer.payloadDigest)
  }

  private func rotate() throws(EvidenceError) {
    try file.synchronize()
    let next = try ArchiveFile(path: "\(directory)/\(ArchiveWriter.name(prefix, number + 1))")
    if next.length == 0 { try ArchiveWriter.begin(next, software, at: clock(), level: level) }
    file = next
    number += 1
  }

  private static func begin(
    _ file: ArchiveFile, _ software: ArchiveSoftware, at instant: Instant, level: Int32
  ) throws(EvidenceError) {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    try file.append(
      try RecordWriter.opening(software, file: name, at: instant, level: level).member)
  }

  private static func open(
    directory: String, prefix: String, newest: Int
  ) throws(EvidenceError) -> (file: ArchiveFile, number: Int, repairs: [ArchiveRepair]) {
    let file = try ArchiveFile(path: "\(directory)/\(name(prefix, max(newest, 1)))")
    guard newest > 0 else { return (file, 1, []) }
    let repair = try mend(file, name: name(prefix, newest))
    guard repair.damagedAt != nil else {
      return (file, newest, repair.cutBytes == 0 ? [] : [repair])
    }
    let next = try ArchiveFile(path: "\(directory)/\(name(prefix, newest + 1))")
    return (next, newest + 1, [repair])
  }

  /// Cuts a broken tail off every file of the prefix; for use when no writer is open.
  /// - Returns: one entry per file that was not whole.
  public static func repair(
    directory: String, prefix: String
  ) throws(EvidenceError) -> [ArchiveRepair] {
    var repairs: [ArchiveRepair] = []
    for number in numbers(in: directory, prefix: prefix) {
      let file = try ArchiveFile(path: "\(directory)/\(name(prefix, number))")
      let repair = try mend(file, name: name(prefix, number))
      if repair.cutBytes > 0 || repair.damagedAt != nil { repairs.append(repair) }
    }
    return repairs
  }

  private static func mend(
    _ file: ArchiveFile, name: String
  ) throws(EvidenceError) -> ArchiveRepair {
    let size = file.length
    switch try ArchiveTail.inspect(try ReadableFile(path: file.path)) {
    case .whole: return ArchiveRepair(file: name, keptBytes: size, cutBytes: 0)
    case .torn(let end):
      try file.truncate(to: end)
      try file.synchronize()
      return ArchiveRepair(file: name, keptBytes: end, cutBytes: size - end)
    case .damaged(let offset):
      return ArchiveRepair(file: name, keptBytes: size, cutBytes: 0, damagedAt: offset)
    }
  }

  private static func newestNumber(in directory: String, prefix: String) -> Int {
    numbers(in: directory, prefix: prefix).last ?? 0
  }

  private static func numbers(in directory: String, prefix: String) -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
    return names.compactMap { name in
      guard name.hasPrefix("\(prefix)-"), name.hasSuffix(".warc.gz") else { return nil }
      return Int(name.dropFirst(prefix.count + 1).dropLast(8))
    }.sorted()
  }

  private static func name(_ prefix: String, _ number: Int) -> String {
    let digits = String(number)
    return "\(prefix)-\(String(repeating: "0", count: max(0, 5 - digits.count)))\(digits).warc.gz"
  }
}

extension Instant {
  /// The wall clock. Evidence is dated when it is taken, so this room may read it.
  public static func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded()))
  }
}
