import Foundation
import Testing

@testable import Evidence

@Suite("Hostile archives")
struct HostileArchiveTests {
  private func problems(
    _ bytes: [UInt8], limits: ArchiveReader.Limits = .init()
  ) throws -> [ArchiveProblem.Code] {
    let scratch = try Scratch()
    try scratch.write(bytes, "a.warc.gz")
    return try ArchiveReader(file: "\(scratch.path)/a.warc.gz", limits: limits).problems()
      .map(\.code)
  }

  @Test("A member that swells beyond the limit is refused, not inflated")
  func bomb() throws {
    let bomb = try GzipMember.compress([UInt8](repeating: 0, count: 40 << 20), level: 9)
    #expect(bomb.count < 100_000)
    #expect(
      try problems(bomb, limits: .init(headerBytes: 1 << 16, blockBytes: 1 << 20))
        == [.blockTooLarge])
  }

  @Test("Absurd lengths, endless headers and noise end in a reason")
  func absurd() throws {
    let head = "WARC/1.1\r\nWARC-Type: metadata\r\nContent-Length: "
    #expect(try problems(Array("\(head)9223372036854775807\r\n\r\nx".utf8)).contains(.blockCutOff))
    #expect(
      try problems(Array("\(head)99999999999999999999\r\n\r\nx".utf8)).contains(.fieldInvalid))
    #expect(try problems(Array("\(head)-5\r\n\r\nx".utf8)).contains(.fieldInvalid))
    let endless = Array("WARC/1.1\r\n".utf8) + [UInt8](repeating: 65, count: 1 << 20)
    #expect(try problems(endless) == [.headerTooLarge])
    #expect(try problems([UInt8](repeating: 10, count: 1 << 16)) == [.notArchive])
    #expect(try problems([]) == [.notArchive])
    #expect(try problems([0x1f, 0x8b]) == [.gzipCutOff])
    #expect(try problems([0x1f, 0x8b, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]) == [.gzipDamaged])
  }

  @Test("No random change makes reading crash or hang")
  func mutations() async throws {
    let scratch = try Scratch()
    let record = try RecordWriter.records(of: exchange(), level: 4)
    let plain = try #require(record.last)
    try scratch.write(plain.member, "m")
    let text = try GzipMember.inflate(
      try ReadableFile(path: "\(scratch.path)/m"), at: 0, limit: 1 << 20
    ).bytes
    var random = SystemRandomNumberGenerator()
    var sound = 0
    for round in 0..<600 {
      var bytes = round % 2 == 0 ? plain.member : text
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      try scratch.write(bytes, "a.warc.gz")
      sound += try ArchiveReader(file: "\(scratch.path)/a.warc.gz").problems().isEmpty ? 1 : 0
    }
    #expect(sound < 300)
  }

  @Test("An offset that is no record's beginning is an error, not a record")
  func wrongOffset() throws {
    let scratch = try Scratch()
    let records = try RecordWriter.records(of: exchange(), level: 4)
    try scratch.write(Array(records.map(\.member).joined()), "a.warc.gz")
    let reader = try ArchiveReader(file: "\(scratch.path)/a.warc.gz")
    for offset in [-1, 1, 17, 1 << 40] {
      #expect { try reader.record(at: offset) } throws: {
        ($0 as? EvidenceError)?.code == .recordUnreadable
      }
    }
    #expect(try reader.record(at: records[0].member.count).type == "response")
  }
}
