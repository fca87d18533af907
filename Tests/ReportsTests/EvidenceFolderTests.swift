import Foundation
import Testing

@testable import Reports

extension Fixture {
  /// A one-pixel picture.
  static let png =
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    ) ?? Data()
}

@Suite struct EvidenceFolderTests {
  private let root = FileManager.default.temporaryDirectory
    .appendingPathComponent("mingcha-evidence-\(UUID().uuidString)")

  init() throws {
    let inside = root.appendingPathComponent("out/evidence")
    try FileManager.default.createDirectory(at: inside, withIntermediateDirectories: true)
    try Fixture.png.write(to: inside.appendingPathComponent("a.png"))
    try Data("secret".utf8).write(to: root.appendingPathComponent("secret.txt"))
    try FileManager.default.createSymbolicLink(
      at: inside.appendingPathComponent("way-out.txt"),
      withDestinationURL: root.appendingPathComponent("secret.txt"))
  }

  private var folder: EvidenceFolder {
    EvidenceFolder(path: root.appendingPathComponent("out").path)
  }

  @Test func `a file inside is read`() {
    #expect(folder.bytes(of: "evidence/a.png", limit: 1000) == Fixture.png)
  }

  @Test func `the evidence folder beside the reports of a sweep is read`() throws {
    let unit = EvidenceFolder(path: root.appendingPathComponent("out/weisheng").path)
    #expect(unit.bytes(of: "../evidence/a.png", limit: 1000) == Fixture.png)
    #expect(unit.bytes(of: "../evidence/way-out.txt", limit: 1000) == nil)
  }

  @Test(arguments: [
    "../secret.txt", "evidence/../../secret.txt", "evidence/way-out.txt", "/etc/passwd", "",
    "evidence", "evidence/none.png",
  ])
  func `nothing outside is read`(file: String) {
    #expect(folder.bytes(of: file, limit: 1000) == nil)
  }

  @Test func `a file over the limit is not read`() {
    #expect(folder.bytes(of: "evidence/a.png", limit: 10) == nil)
  }

  @Test func `only pictures are taken for pictures`() {
    #expect(Picture(Fixture.png)?.width == 1)
    #expect(Picture(Data("<svg onload=alert(1)>".utf8)) == nil)
    #expect(Picture(Data([0xFF, 0xD8, 0xFF, 0xE0, 0xFF])) == nil)
    #expect(Picture(Data()) == nil)
  }

  @Test func `a thumbnail is inlined until the budget is used up`() {
    var thumbnails = Thumbnails(folder: folder, budget: Fixture.png.count + 10)
    #expect(thumbnails.inline("evidence/a.png")?.hasPrefix("data:image/png;base64,") == true)
    #expect(thumbnails.inline("evidence/a.png") == nil)
  }
}
