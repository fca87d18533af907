import Evidence
import Foundation
import Testing

@Suite("Gzip bodies")
struct GzipBytesTests {
  private func bytes(_ name: String) throws -> [UInt8]? {
    guard let folder = sharedSuite("hostile") else { return nil }
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  @Test("the public files are unpacked; broken ones give what they had")
  func files() throws {
    guard let packed = try bytes("feed-sample1.xml.gz"), let plain = try bytes("feed-sample1.xml")
    else {
      print("skipped: ../shared/suites/hostile is absent")
      return
    }
    #expect(GzipBytes.unpacked(packed, limit: 1 << 20) == plain)
    #expect(GzipBytes.unpacked(packed + packed, limit: 1 << 20) == plain + plain)
    #expect(GzipBytes.unpacked(packed, limit: 100)?.count == 100)
    for name in ["truncated-crc-error.gz", "truncated-crc-error-short.gz", "unexpected-eof.gz"] {
      let unpacked = GzipBytes.unpacked(try #require(try bytes(name)), limit: 1 << 20)
      #expect(unpacked?.isEmpty == false, "\(name)")
    }
    let bomb = try #require(try bytes("bomb-gzip.bin"))
    #expect(GzipBytes.unpacked(bomb, limit: 1 << 20)?.count == 1 << 20)
  }

  @Test(
    "what is no gzip gives nothing",
    arguments: [[], [0x1f, 0x8b, 8], [0x1f, 0x8b, 8, 0, 1, 2, 3, 4]])
  func noise(_ bytes: [UInt8]) {
    #expect(GzipBytes.unpacked(bytes, limit: 1000) == nil)
  }
}

private func sharedSuite(_ name: String) -> URL? {
  let shared =
    ProcessInfo.processInfo.environment["MINGCHA_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")
  let folder = shared.appendingPathComponent("suites/\(name)")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}
