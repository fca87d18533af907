import AuditModel
import Foundation
import Testing

@testable import Evidence

@Suite("Archives after a crash")
struct ArchiveRepairTests {
  private let software = ArchiveSoftware(name: "mingcha/test")

  private func reopened(_ folder: String) throws -> ArchiveWriter {
    try ArchiveWriter(directory: folder, prefix: "s", software: software, clock: { moment })
  }

  /// An archive of three exchanges, closed.
  private func archive(in scratch: Scratch) async throws -> [ArchiveLocation] {
    let writer = try reopened(scratch.path)
    var places: [ArchiveLocation] = []
    for number in 0..<3 {
      places.append(try await writer.append(exchange("http://h/\(number)", body: "正文 \(number)")))
    }
    return places
  }

  @Test("Cut anywhere in the last append, the archive is whole again and goes on")
  func everyCut() async throws {
    let scratch = try Scratch()
    let places = try await archive(in: scratch)
    let name = places[0].file
    let whole = try scratch.bytes(name)
    let start = places[1].offset + places[1].length
    for cut in start..<whole.count {
      let copy = try Scratch()
      try copy.write(Array(whole[..<cut]), name)
      let state = try ArchiveTail.inspect(try ReadableFile(path: "\(copy.path)/\(name)"))
      let kept = cut < places[2].offset ? start : places[2].offset
      #expect(state == (cut == kept ? .whole : .torn(at: kept)), "cut at \(cut)")
    }
    try scratch.write(Array(whole[..<(whole.count - 5)]), name)
    let writer = try reopened(scratch.path)
    #expect(
      writer.repairs == [
        ArchiveRepair(
          file: name, keptBytes: places[2].offset, cutBytes: whole.count - 5 - places[2].offset)
      ])
    _ = try await writer.append(exchange("http://h/again"))
    let reader = try ArchiveReader(file: "\(scratch.path)/\(name)")
    #expect(try reader.problems() == [])
    #expect(try reader.record(at: places[1].offset).id == places[1].recordID)
  }

  @Test("Damage before whole records is left alone and a new file begins")
  func damageInTheMiddle() async throws {
    let scratch = try Scratch()
    let places = try await archive(in: scratch)
    var bytes = try scratch.bytes(places[0].file)
    bytes[places[1].offset] ^= 0xff
    try scratch.write(bytes, places[0].file)
    let writer = try reopened(scratch.path)
    #expect(writer.repairs.map(\.damagedAt) == [places[1].offset])
    let place = try await writer.append(exchange())
    #expect(place.file == "s-00002.warc.gz")
    #expect(try scratch.bytes(places[0].file) == bytes)
  }

  @Test("A file of which nothing is whole becomes empty and is begun anew")
  func nothingWhole() async throws {
    let scratch = try Scratch()
    try scratch.write([0x1f, 0x8b, 8, 4, 0, 0], "s-00001.warc.gz")
    let writer = try reopened(scratch.path)
    #expect(writer.repairs.map(\.cutBytes) == [6])
    _ = try await writer.append(exchange())
    #expect(try ArchiveReader(file: "\(scratch.path)/s-00001.warc.gz").problems() == [])
  }

  @Test("Members of other programs are walked too")
  func foreignMembers() async throws {
    let scratch = try Scratch()
    let places = try await archive(in: scratch)
    let plain = try GzipMember.inflate(
      try ReadableFile(path: "\(scratch.path)/\(places[0].file)"), at: 0, limit: 1 << 20)
    try scratch.write(plain.bytes, "record")
    let packed = try run(
      "/bin/sh", ["-c", "gzip -c \(scratch.path)/record > \(scratch.path)/s-00007.warc.gz"])
    #expect(packed.status == 0)
    let size = try scratch.bytes("s-00007.warc.gz").count
    try scratch.write(try scratch.bytes("s-00007.warc.gz") + [0x1f, 0x8b], "s-00007.warc.gz")
    let repairs = try ArchiveWriter.repair(directory: scratch.path, prefix: "s")
    #expect(repairs == [ArchiveRepair(file: "s-00007.warc.gz", keptBytes: size, cutBytes: 2)])
  }
}
