import Foundation

/// Checks one pack, step by step; every step goes on as far as it can.
struct PackVerification {
  private let folder: String
  private var report = VerificationReport()
  /// Archive records by file and offset: id, payload hash.
  private var records: [String: [Int: (id: String, payload: String)]] = [:]
  /// A manifest or list larger than this is not read.
  private static let maximumJSON = 1 << 30
  private static let maximumProblems = 10_000

  init(folder: String) { self.folder = folder }

  /// Runs all steps.
  func run() throws(EvidenceError) -> VerificationReport {
    var run = self
    let contents = try PackFolder.contents(of: folder)
    for path in contents.unsafe { run.note(.pathUnsafe, path) }
    guard let manifest = run.readManifest(contents) else { return run.report }
    run.checkFiles(manifest, contents)
    for file in manifest.files where file.path.hasSuffix(".warc.gz") {
      run.readArchive(file.path)
    }
    run.checkEntries(manifest)
    return run.report
  }

  private mutating func note(
    _ code: VerificationReport.Problem.Code, _ path: String, _ detail: String = ""
  ) {
    guard report.problems.count < PackVerification.maximumProblems else { return }
    report.problems.append(.init(code, path: path, detail: detail))
  }

  private mutating func readManifest(_ contents: PackFolder.Contents) -> Manifest? {
    guard contents.files.contains(Manifest.name), let bytes = content(Manifest.name) else {
      note(.manifestMissing, Manifest.name)
      return nil
    }
    report.manifestSHA256 = Digest.sha256(bytes)
    if let seal = content(Manifest.sealName) {
      if seal != Manifest.seal(bytes) { note(.sealWrong, Manifest.sealName) }
    } else {
      note(.sealMissing, Manifest.sealName)
    }
    do {
      let manifest = try JSONDecoder().decode(Manifest.self, from: Foundation.Data(bytes))
      if manifest.format == Manifest.currentFormat { return manifest }
      note(.manifestUnreadable, Manifest.name, manifest.format)
    } catch {
      note(.manifestUnreadable, Manifest.name, "\(error)")
    }
    return nil
  }

  private mutating func checkFiles(_ manifest: Manifest, _ contents: PackFolder.Contents) {
    let present = Set(contents.files)
    var listed: Set<String> = [Manifest.name, Manifest.sealName]
    for file in manifest.files {
      guard SafePath.isInside(file.path), listed.insert(file.path).inserted else {
        note(.pathUnsafe, file.path)
        continue
      }
      guard present.contains(file.path) else {
        note(.fileMissing, file.path)
        continue
      }
      check(file)
    }
    for path in contents.files where !listed.contains(path) { note(.fileUnlisted, path) }
  }

  private mutating func check(_ file: Manifest.File) {
    do {
      let (sha256, size) = try Digest.measure(file: "\(folder)/\(file.path)")
      report.files += 1
      if sha256 != file.sha256 || size != file.size {
        note(.fileChanged, file.path, "\(file.sha256) → \(sha256)")
      }
    } catch {
      note(.fileUnreadable, file.path, "\(error)")
    }
  }

  /// Re-reads every record and recomputes its digests.
  private mutating func readArchive(_ path: String) {
    var found: [Int: (id: String, payload: String)] = [:]
    var faults: [ArchiveProblem] = []
    do {
      let count = try ArchiveReader(file: "\(folder)/\(path)").forEachRecord { record in
        found[record.offset] = (record.id, Digest.sha256(record.payload))
        faults += record.problems.filter { faults.count < 100 && $0.code.breaksRecord }
      }
      report.records += count
    } catch {
      note(.archiveFaulty, path, "\(error)")
    }
    records[path] = found
    for fault in faults {
      note(.archiveFaulty, path, "\(fault.code.title) @\(fault.offset)")
    }
  }

  private mutating func checkEntries(_ manifest: Manifest) {
    guard let bytes = content(Manifest.listName) else {
      note(.listUnreadable, Manifest.listName)
      return
    }
    let list: EvidenceList
    do {
      list = try JSONDecoder().decode(EvidenceList.self, from: Foundation.Data(bytes))
    } catch {
      note(.listUnreadable, Manifest.listName, "\(error)")
      return
    }
    if list.entries.count != manifest.entries {
      note(.listUnreadable, Manifest.listName, "\(list.entries.count) ≠ \(manifest.entries)")
    }
    let hashes = Dictionary(
      manifest.files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    var numbers: Set<Int> = []
    for entry in list.entries {
      report.entries += 1
      if !numbers.insert(entry.number).inserted { note(.numberTwice, "\(entry.number)") }
      check(entry, hashes)
    }
  }

  private mutating func check(_ entry: EvidenceEntry, _ hashes: [String: String]) {
    for (path, sha256) in entry.pictures {
      guard let listed = hashes[path] else {
        note(.pictureUnlisted, path, "#\(entry.number)")
        continue
      }
      if listed != sha256 { note(.pictureDiffers, path, "#\(entry.number)") }
    }
    guard let wanted = entry.record else { return }
    guard let found = records[wanted.file]?[wanted.offset] else {
      note(.recordMissing, wanted.file, "#\(entry.number) @\(wanted.offset)")
      return
    }
    if found.id != wanted.id || found.payload != wanted.payloadSHA256 {
      note(.recordDiffers, wanted.file, "#\(entry.number) \(wanted.id)")
    }
  }

  private func content(_ name: String) -> [UInt8]? {
    guard let file = try? ReadableFile(path: "\(folder)/\(name)"),
      file.size <= PackVerification.maximumJSON
    else { return nil }
    return try? file.bytes(at: 0, count: file.size)
  }
}
