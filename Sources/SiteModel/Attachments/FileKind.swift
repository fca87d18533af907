/// What a file is by its first bytes, whatever its name says.
public enum FileKind: String, Sendable, Hashable, CaseIterable {
  /// Portable Document Format (ISO 32000-2 §7.5.2).
  case pdf
  /// A ZIP package: DOCX, XLSX, OFD, a plain archive (APPNOTE 4.3.7).
  case zip
  /// A compound file: DOC, XLS, PPT, WPS, encrypted new ones ([MS-CFB] §2.2).
  case compound
  /// Rich Text Format.
  case rtf
  /// RAR 4 and 5.
  case rar
  /// 7z.
  case sevenZip
  /// gzip.
  case gzip
  /// JPEG, PNG, GIF, BMP, TIFF, WebP.
  case picture
  /// Sound and film of any container.
  case media
  /// A Windows program.
  case program
  /// A web page.
  case html
  /// Other XML, such as a 2003 spreadsheet.
  case xml
  /// Text without a known form.
  case text
  /// Nothing at all.
  case empty
  /// Bytes of a form not known here.
  case unknown

  /// Tells the kind; `bytes` are the beginning of the file, 4 KiB are enough.
  public init(_ bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(4096))
    self = head.isEmpty ? .empty : FileKind.signed(head) ?? FileKind.written(head)
  }

  private static let signatures: [(FileKind, Int, [UInt8])] = [
    (.zip, 0, [0x50, 0x4B, 0x03, 0x04]), (.zip, 0, [0x50, 0x4B, 0x05, 0x06]),
    (.compound, 0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    (.rtf, 0, Array("{\\rtf".utf8)), (.rar, 0, Array("Rar!\u{1A}\u{07}".utf8)),
    (.sevenZip, 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]), (.gzip, 0, [0x1F, 0x8B, 0x08]),
    (.picture, 0, [0xFF, 0xD8, 0xFF]), (.picture, 0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A]),
    (.picture, 0, Array("GIF8".utf8)), (.picture, 0, [0x49, 0x49, 0x2A, 0x00]),
    (.picture, 0, [0x4D, 0x4D, 0x00, 0x2A]), (.picture, 8, Array("WEBP".utf8)),
    (.media, 4, Array("ftyp".utf8)), (.media, 0, Array("ID3".utf8)),
    (.media, 8, Array("WAVE".utf8)),
    (.media, 8, Array("AVI ".utf8)), (.media, 0, Array("FLV".utf8)),
    (.media, 0, Array("OggS".utf8)), (.media, 0, [0x30, 0x26, 0xB2, 0x75]),
    (.media, 0, [0x1A, 0x45, 0xDF, 0xA3]), (.media, 0, [0xFF, 0xFB]), (.media, 0, [0xFF, 0xF3]),
    (.media, 0, [0x00, 0x00, 0x01, 0xBA]),
    (.media, 0, Array("FWS".utf8)), (.media, 0, Array("CWS".utf8)),
    (.picture, 0, Array("BM".utf8)), (.program, 0, Array("MZ".utf8)),
  ]

  private static func signed(_ head: [UInt8]) -> FileKind? {
    // Readers look for the mark of a PDF in the first kilobyte.
    if head.prefix(1024).holds("%PDF-") { return .pdf }
    return signatures.first { _, offset, mark in head.dropFirst(offset).starts(with: mark) }?.0
  }

  /// Text is told from other bytes by control signs, which no encoding of Chinese uses.
  private static func written(_ head: [UInt8]) -> FileKind {
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    let plain = isWide ? head.dropFirst(2).filter { $0 != 0 } : head
    let controls = plain.count { $0 < 9 || (14..<32).contains($0) && $0 != 27 }
    guard controls == 0 else { return .unknown }
    let bare = plain.drop { $0 <= 32 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let lower = bare.prefix(1024).map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    guard lower.first == UInt8(ascii: "<") else { return .text }
    let marks = ["<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<title", "<div"]
    if marks.contains(where: { lower[...].holds($0) }) { return .html }
    return lower.starts(with: Array("<?xml".utf8)) ? .xml : .text
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes of a word stand somewhere in it.
  func holds(_ word: String) -> Bool {
    let wanted = Array(word.utf8)
    guard let first = wanted.first, count >= wanted.count else { return false }
    return (startIndex...(endIndex - wanted.count)).contains {
      self[$0] == first && self[$0...].starts(with: wanted)
    }
  }
}
