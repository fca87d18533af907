import AuditModel
import Foundation
import Testing

@testable import Evidence

@Suite("Evidence packs")
struct EvidencePackTests {
  /// A pack of two entries: one with picture and record, one whose fact cannot be pictured.
  private func pack(_ scratch: Scratch) async throws -> [EvidenceEntry] {
    try FileManager.default.createDirectory(
      atPath: "\(scratch.path)/pictures", withIntermediateDirectories: true)
    let writer = try ArchiveWriter(
      directory: "\(scratch.path)/archive", prefix: "sweep",
      software: ArchiveSoftware(name: "mingcha/test"), clock: { moment })
    let place = try await writer.append(exchange())
    let picture: [UInt8] = [0x89, 0x50, 0x4e, 0x47] + Array(repeating: 7, count: 500)
    try scratch.write(picture, "pictures/0001.png")
    let first = EvidenceEntry(
      number: 1, finding: "F0000000000000", unit: "示例市民政局", indicatorPath: "一/二",
      problem: "栏目链接打不开", pageURL: "http://h/", foundAt: moment, status: .confirmed,
      points: "-0.5", screenshot: "pictures/0001.png", screenshotSHA256: Digest.sha256(picture),
      capturedAt: moment, record: .init(place, folder: "archive"), completeness: .complete)
    let second = EvidenceEntry(
      number: 2, finding: "F0000000000001", unit: "示例市民政局", problem: "没有公开指南",
      foundAt: moment, completeness: .notVisual)
    try EvidencePack.write([first, second], metadata: metadata, to: scratch.path)
    return [first, second]
  }

  private let metadata = PackMetadata(
    version: "1.0", generatedAt: moment,
    environment: PackMetadata.environment(
      browser: nil, resolve: ["h:80:127.0.0.1"], clockNote: "未核对"))

  @Test("A pack as written is intact, and says what was looked at")
  func intact() async throws {
    let scratch = try Scratch()
    _ = try await pack(scratch)
    let report = try EvidencePack.verify(scratch.path)
    #expect(report.problems == [])
    #expect((report.files, report.records, report.entries) == (3, 3, 2))
    #expect(report.manifestSHA256.count == 64)
    #expect(report.summary.hasPrefix("证据包完整"))
    let checked = try run(
      "/bin/sh", ["-c", "cd '\(scratch.path)' && sha256sum --check manifest.sha256"])
    #expect(checked.status == 0)
  }

  @Test("The same content gives the same bytes")
  func deterministic() async throws {
    let scratch = try Scratch()
    let entries = try await pack(scratch)
    let before = try scratch.bytes("manifest.json") + scratch.bytes("evidence.json")
    try EvidencePack.write(entries, metadata: metadata, to: scratch.path)
    #expect(try scratch.bytes("manifest.json") + scratch.bytes("evidence.json") == before)
  }

  @Test("Every file, changed in any of its bytes, is noticed")
  func everyByte() async throws {
    let scratch = try Scratch()
    _ = try await pack(scratch)
    for name in ["pictures/0001.png", "evidence.json", "manifest.json", "manifest.sha256"] {
      let original = try scratch.bytes(name)
      for place in stride(from: 0, to: original.count, by: max(1, original.count / 40)) {
        var bytes = original
        bytes[place] ^= 1
        try scratch.write(bytes, name)
        #expect(try !EvidencePack.verify(scratch.path).isIntact, "\(name) @\(place)")
      }
      try scratch.write(original, name)
    }
    #expect(try EvidencePack.verify(scratch.path).isIntact)
  }

  @Test("A changed archive byte is noticed, even when the forger mends the manifest")
  func forgedArchive() async throws {
    let scratch = try Scratch()
    let entries = try await pack(scratch)
    let name = "archive/sweep-00001.warc.gz"
    let original = try scratch.bytes(name)
    var unnoticed: [Int] = []
    for place in original.indices {
      var bytes = original
      bytes[place] ^= 0x10
      try scratch.write(bytes, name)
      if try EvidencePack.verify(scratch.path).isIntact { unnoticed.append(place) }
    }
    #expect(unnoticed.isEmpty)
    var bytes = original
    bytes[original.count - 60] ^= 0x10
    try scratch.write(bytes, name)
    #expect(throws: EvidenceError.self) {
      try EvidencePack.write(entries, metadata: metadata, to: scratch.path)
    }
    try reseal(scratch, entries: 2)
    let codes = try EvidencePack.verify(scratch.path).problems.map(\.code)
    #expect(codes.contains(.archiveFaulty))
  }

  @Test("A picture exchanged together with its manifest line still contradicts the list")
  func exchangedPicture() async throws {
    let scratch = try Scratch()
    _ = try await pack(scratch)
    try scratch.write([1, 2, 3], "pictures/0001.png")
    try reseal(scratch, entries: 2)
    #expect(try EvidencePack.verify(scratch.path).problems.map(\.code) == [.pictureDiffers])
  }

  @Test("Missing, extra and unsafe files are named")
  func missingAndExtra() async throws {
    let scratch = try Scratch()
    _ = try await pack(scratch)
    try scratch.write([1], "extra.txt")
    #expect(try codes(scratch) == [.fileUnlisted])
    try FileManager.default.removeItem(atPath: "\(scratch.path)/extra.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.path)/link", withDestinationPath: "/etc/passwd")
    #expect(try codes(scratch) == [.pathUnsafe])
    try FileManager.default.removeItem(atPath: "\(scratch.path)/link")
    try FileManager.default.removeItem(atPath: "\(scratch.path)/pictures/0001.png")
    #expect(try codes(scratch) == [.fileMissing])
    try FileManager.default.removeItem(atPath: "\(scratch.path)/archive/sweep-00001.warc.gz")
    #expect(try codes(scratch).contains(.recordMissing))
    try FileManager.default.removeItem(atPath: "\(scratch.path)/manifest.json")
    #expect(try codes(scratch) == [.manifestMissing])
  }

  @Test("References that leave the folder, and numbers given twice, are not written")
  func unsafe() async throws {
    let scratch = try Scratch()
    let entries = try await pack(scratch)
    func code(_ change: (inout EvidenceEntry) -> Void) -> EvidenceError.Code? {
      var changed = entries
      change(&changed[0])
      do {
        try EvidencePack.write(changed, metadata: metadata, to: scratch.path)
        return nil
      } catch { return error.code }
    }
    #expect(code { $0.screenshot = "../x.png" } == .unsafePath)
    #expect(code { $0.screenshot = "/etc/passwd" } == .unsafePath)
    #expect(code { $0.record?.file = "archive/../../x" } == .unsafePath)
    #expect(code { $0.screenshotSHA256 = "0" } == .digestChanged)
    #expect(code { $0.number = 2 } == .duplicateNumber)
  }

  private func codes(_ scratch: Scratch) throws -> [VerificationReport.Problem.Code] {
    try EvidencePack.verify(scratch.path).problems.map(\.code)
  }

  /// What a forger would do: list the files as they are now and seal again.
  private func reseal(_ scratch: Scratch, entries: Int) throws {
    let skipped = [Manifest.name, Manifest.sealName]
    let files = try PackFolder.contents(of: scratch.path).files.filter { !skipped.contains($0) }
      .map { path in
        let (sha256, size) = try Digest.measure(file: "\(scratch.path)/\(path)")
        return Manifest.File(path: path, size: size, sha256: sha256)
      }
    let manifest = Manifest(
      format: Manifest.currentFormat, metadata: metadata, generatedAt: "", entries: entries,
      files: files)
    let bytes = try StableJSON.bytes(manifest, path: "")
    try scratch.write(bytes, Manifest.name)
    try scratch.write(Manifest.seal(bytes), Manifest.sealName)
  }
}
