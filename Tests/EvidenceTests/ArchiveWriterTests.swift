import AuditModel
import Foundation
import Glibc
import Testing

@testable import Evidence

@Suite("Writing archives")
struct ArchiveWriterTests {
  private func writer(_ scratch: Scratch, rotateBytes: Int = 1 << 30) throws -> ArchiveWriter {
    try ArchiveWriter(
      directory: scratch.path, prefix: "sweep", software: ArchiveSoftware(name: "mingcha/test"),
      rotateBytes: rotateBytes, clock: { moment })
  }

  @Test("What is appended is read back at its place, byte for byte")
  func roundTrip() async throws {
    let scratch = try Scratch()
    let writer = try writer(scratch)
    let place = try await writer.append(exchange())
    let record = try ArchiveReader(file: "\(scratch.path)/\(place.file)").record(at: place.offset)
    #expect(record.type == "response")
    #expect(record.id == place.recordID)
    #expect(record.url == "http://www.example.gov.cn/a.html")
    #expect(record.body == Array("<p>正文</p>".utf8))
    #expect(Digest.sha256(record.body) == place.payloadDigest)
    #expect(record.length == place.length)
    #expect(record.problems.isEmpty)
  }

  @Test("Encodings that were removed are renamed, and the length is that of the kept body")
  func headOfDecodedBody() async throws {
    let head = "HTTP/2 200\r\ncontent-encoding: gzip\r\ncontent-length: 9\r\nx-a: b\r\n\r\n"
    let text = String(
      decoding: ArchivedHead.response(Array(head.utf8), bodyLength: 13), as: UTF8.self)
    #expect(
      text == "HTTP/1.1 200 OK\r\nX-Archive-Orig-content-encoding: gzip\r\n"
        + "X-Archive-Orig-content-length: 9\r\nx-a: b\r\nContent-Length: 13\r\n\r\n")
  }

  @Test("A head that is already true stays as it was")
  func headKept() {
    let head = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n"
    #expect(ArchivedHead.response(Array(head.utf8), bodyLength: 3) == Array(head.utf8))
  }

  @Test("A fetch without a response leaves a metadata record that says why")
  func failure() async throws {
    let scratch = try Scratch()
    var lost = exchange(head: "")
    lost.failure = "timeout\r\nWARC-Type: forged"
    let place = try await writer(scratch).append(lost)
    let record = try ArchiveReader(file: "\(scratch.path)/\(place.file)").record(at: place.offset)
    #expect(record.type == "metadata")
    let block = String(decoding: record.block, as: UTF8.self)
    #expect(block == "fetchFailure: timeout  WARC-Type: forged\r\n")
  }

  @Test("A cut body is marked and an address cannot smuggle in fields")
  func truncated() async throws {
    let scratch = try Scratch()
    var cut = exchange("http://h/a b\r\nWARC-Type: x")
    cut.isTruncated = true
    let place = try await writer(scratch).append(cut)
    let record = try ArchiveReader(file: "\(scratch.path)/\(place.file)").record(at: place.offset)
    #expect(record.field("WARC-Truncated") == "length")
    #expect(record.url == "http://h/a%20b%0D%0AWARC-Type:%20x")
    #expect(record.type == "response")
  }

  @Test("A new file begins at the limit, each with its own first record")
  func rotation() async throws {
    let scratch = try Scratch()
    let writer = try writer(scratch, rotateBytes: 1200)
    var places: [ArchiveLocation] = []
    for number in 0..<4 { places.append(try await writer.append(exchange("http://h/\(number)"))) }
    #expect(Set(places.map(\.file)).count > 1)
    for name in Set(places.map(\.file)) {
      let reader = try ArchiveReader(file: "\(scratch.path)/\(name)")
      #expect(try reader.record(at: 0).type == "warcinfo")
      #expect(try reader.problems() == [])
    }
  }

  @Test("Two writers never share a file")
  func busy() async throws {
    let scratch = try Scratch()
    let first = try writer(scratch)
    #expect { try writer(scratch) } throws: { ($0 as? EvidenceError)?.code == .archiveBusy }
    _ = try await first.append(exchange())
    try await first.close()
    _ = try await writer(scratch).append(exchange())
    await #expect(throws: EvidenceError.self) { try await first.append(exchange()) }
  }

  @Test("A full disk is named")
  func diskFull() throws {
    let file = try ArchiveFile(path: "/dev/full")
    #expect { try file.append([1, 2, 3]) } throws: { ($0 as? EvidenceError)?.code == .diskFull }
    #expect(file.length == 0)
  }

  @Test("A write that stops half-way is taken back, and the next one may succeed")
  func halfWritten() async {
    await #expect(processExitsWith: .success) {
      let scratch = try Scratch()
      let file = try ArchiveFile(path: "\(scratch.path)/a")
      try file.append([1, 2, 3])
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 10, rlim_max: rlim_t.max)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #expect(throws: EvidenceError.self) { try file.append([UInt8](repeating: 9, count: 20)) }
      limit.rlim_cur = rlim_t.max
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #expect(try scratch.bytes("a") == [1, 2, 3])
      try file.append([4])
      #expect(try scratch.bytes("a") == [1, 2, 3, 4])
    }
  }
}
