import Foundation

/// The folder that evidence paths are relative to. Reads small files from inside it only, or from
/// the folder `evidence` beside it, which the reports of a sweep share.
public struct EvidenceFolder: Sendable {
  private let root: String
  private let shared: String

  /// `path` is the output folder of the audit.
  public init(path: String) {
    let folder = URL(fileURLWithPath: path).resolvingSymlinksInPath()
    root = folder.path
    shared = folder.deletingLastPathComponent().appendingPathComponent("evidence").path
  }

  /// The file's bytes; nil when it is missing, larger than `limit` bytes, or outside the folder.
  func bytes(of file: String, limit: Int) -> Data? {
    guard !file.isEmpty, !file.hasPrefix("/"), !file.contains("\0") else { return nil }
    let path = URL(fileURLWithPath: root).appendingPathComponent(file)
      .resolvingSymlinksInPath().path
    guard path.hasPrefix(root + "/") || path.hasPrefix(shared + "/"),
      let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let size = attributes[.size] as? Int, size > 0, size <= limit
    else { return nil }
    return FileManager.default.contents(atPath: path)
  }
}

/// A picture whose kind and size are known from its first bytes.
struct Picture {
  let bytes: Data
  let mediaType: String
  let width: Int
  let height: Int

  /// Nil unless the bytes begin as a PNG or JPEG of believable size.
  init?(_ bytes: Data) {
    let head = [UInt8](bytes.prefix(262_144))
    guard let found = Picture.png(head) ?? Picture.jpeg(head),
      (1...20_000).contains(found.width), (1...20_000).contains(found.height)
    else { return nil }
    self.bytes = bytes
    mediaType = found.type
    width = found.width
    height = found.height
  }

  private typealias Header = (type: String, width: Int, height: Int)

  /// https://www.w3.org/TR/png-3/#11IHDR
  private static func png(_ head: [UInt8]) -> Header? {
    guard head.count >= 24, Array(head[0..<8]) == [137, 80, 78, 71, 13, 10, 26, 10],
      Array(head[12..<16]) == Array("IHDR".utf8)
    else { return nil }
    return (
      "image/png", word(head, 16) << 16 | word(head, 18), word(head, 20) << 16 | word(head, 22)
    )
  }

  /// Walks the segments to the frame header (SOF), ISO/IEC 10918-1 annex B.
  private static func jpeg(_ head: [UInt8]) -> Header? {
    guard head.count > 10, head[0] == 0xFF, head[1] == 0xD8 else { return nil }
    var at = 2
    while at + 9 < head.count, head[at] == 0xFF {
      let marker = head[at + 1]
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return ("image/jpeg", word(head, at + 7), word(head, at + 5))
      }
      at += 2 + max(word(head, at + 2), 2)
    }
    return nil
  }

  private static func word(_ bytes: [UInt8], _ at: Int) -> Int {
    Int(bytes[at]) << 8 | Int(bytes[at + 1])
  }
}
