import AuditModel

/// A folder that proves what it says about itself: the list, the pictures and archives it refers
/// to, and a manifest with the hash of every file, which can be checked without network or tool
/// (`sha256sum --check manifest.sha256`).
public enum EvidencePack {
  /// Writes `evidence.json`, `manifest.json` and `manifest.sha256` over everything that already
  /// lies in the folder: call it last. The same content gives the same bytes.
  /// - Throws: ``EvidenceError``: `unsafePath` for a reference that leaves the folder, `unsafeFile`
  ///   for links and devices, `digestChanged` when a picture is not the one that was captured,
  ///   `duplicateNumber` when two entries share a number.
  public static func write(
    _ entries: [EvidenceEntry], metadata: PackMetadata, to folder: String
  ) throws(EvidenceError) {
    try WholeFile.makeFolder(folder)
    try check(entries, in: folder)
    let list = EvidenceList(format: EvidenceList.currentFormat, entries: entries)
    try write(list, Manifest.listName, in: folder)
    let manifest = Manifest(
      format: Manifest.currentFormat, metadata: metadata,
      generatedAt: metadata.generatedAt.description, entries: entries.count,
      files: try files(in: folder))
    let bytes = try write(manifest, Manifest.name, in: folder)
    try WholeFile.write(Manifest.seal(bytes), to: "\(folder)/\(Manifest.sealName)")
  }

  /// Looks at a pack and says everything that is not as it was when it was written. Needs no
  /// network and trusts nothing in the folder.
  /// - Throws: ``EvidenceError`` only when the folder itself cannot be read.
  public static func verify(_ folder: String) throws(EvidenceError) -> VerificationReport {
    try PackVerification(folder: folder).run()
  }

  @discardableResult
  private static func write(
    _ value: some Encodable, _ name: String, in folder: String
  ) throws(EvidenceError) -> [UInt8] {
    let bytes = try StableJSON.bytes(value, path: "\(folder)/\(name)")
    try WholeFile.write(bytes, to: "\(folder)/\(name)")
    return bytes
  }

  private static func files(in folder: String) throws(EvidenceError) -> [Manifest.File] {
    let contents = try PackFolder.contents(of: folder)
    if let path = contents.unsafe.first { throw EvidenceError(.unsafeFile, path: path) }
    var files: [Manifest.File] = []
    for path in contents.files where path != Manifest.name && path != Manifest.sealName {
      let (sha256, size) = try Digest.measure(file: "\(folder)/\(path)")
      files.append(Manifest.File(path: path, size: size, sha256: sha256))
    }
    return files
  }

  /// A pack that would not verify is not written.
  private static func check(
    _ entries: [EvidenceEntry], in folder: String
  ) throws(EvidenceError) {
    var numbers: Set<Int> = []
    for entry in entries {
      guard numbers.insert(entry.number).inserted else {
        throw EvidenceError(.duplicateNumber, path: folder, detail: "\(entry.number)")
      }
      for (path, sha256) in entry.pictures {
        guard SafePath.isInside(path) else { throw EvidenceError(.unsafePath, path: path) }
        if try Digest.sha256(ofFile: "\(folder)/\(path)") != sha256 {
          throw EvidenceError(.digestChanged, path: path)
        }
      }
      guard let record = entry.record else { continue }
      guard SafePath.isInside(record.file) else {
        throw EvidenceError(.unsafePath, path: record.file)
      }
      _ = try ArchiveReader(file: "\(folder)/\(record.file)").record(at: record.offset)
    }
  }
}

extension EvidenceEntry {
  /// The pictures it names, with the hashes taken at capture.
  var pictures: [(path: String, sha256: String)] {
    [(screenshot, screenshotSHA256), (thumbnail, thumbnailSHA256)].filter { !$0.0.isEmpty }
  }
}
