import Foundation

/// Files of the sample: real formats, as small as they go.
enum Media {
  /// The smallest PDF that readers open: one empty page with a line of text.
  static func pdf(_ text: String) -> [UInt8] {
    let stream = "BT /F1 14 Tf 60 760 Td (\(text)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    return Array((file + trailer(offsets, start: file.utf8.count)).utf8)
  }

  /// Cross-reference table (ISO 32000-1, 7.5.4: entries of exactly 20 bytes).
  private static func trailer(_ offsets: [Int], start: Int) -> String {
    let entries = offsets.map { offset in
      String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
    }
    let count = offsets.count + 1
    return "xref\n0 \(count)\n0000000000 65535 f \n\(entries.joined())"
      + "trailer\n<< /Size \(count) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
  }

  /// A PNG of one colour; deflate is left uncompressed, which the format allows.
  static func png(width: Int, height: Int, red: UInt8, green: UInt8, blue: UInt8) -> [UInt8] {
    var rows: [UInt8] = []
    for _ in 0..<height {
      rows.append(0)
      for _ in 0..<width { rows += [red, green, blue] }
    }
    let header = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 2, 0, 0, 0]
    let data = [0x78, 0x01] + Deflate.stored(rows) + bigEndian(Deflate.adler32(rows))
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
      + chunk("IDAT", data) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return bigEndian(UInt32(content.count)) + body + bigEndian(Deflate.crc32(body))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  /// The signature of the old binary Office formats, padded to one sector: enough for a type check.
  static let word: [UInt8] =
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)

  /// An empty ZIP archive (end of central directory only), as the container of an `.xlsx`.
  static let workbook: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)

  /// A banner with the site's name.
  static func banner(_ name: String, colour: String) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="560" height="90">
    <circle cx="45" cy="45" r="34" fill="\(colour)"/>
    <path d="M20 52 Q33 36 45 52 T70 52" stroke="#fff" stroke-width="5" fill="none"/>
    <text x="95" y="58" font-size="36" font-weight="bold" fill="\(colour)" \
    font-family="Noto Serif CJK SC, SimSun, serif">\(name)</text></svg>
    """
  }
}
