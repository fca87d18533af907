/// The head of the final response, gathered line by line as libcurl hands them over.
struct ResponseHead {
  /// Status line and fields of the block at hand.
  private(set) var bytes: [UInt8] = []
  /// The empty line has come, and the block is not an interim (1xx) one.
  private(set) var isComplete = false
  private var received = 0
  private var lines = 0
  private var blockEnded = false

  /// Takes one line with its line end; false when a limit is passed.
  ///
  /// Interim responses (RFC 9110 section 15.2) are counted against the limits and dropped. What
  /// comes after the final block are trailers, which libcurl hands over in the same way.
  mutating func append(_ line: UnsafeRawBufferPointer, limits: FetchLimits) -> Bool {
    received += line.count
    lines += 1
    guard received <= limits.headerBytes, lines <= limits.headerCount else { return false }
    if isComplete { return true }
    if blockEnded {
      bytes.removeAll(keepingCapacity: true)
      blockEnded = false
    }
    let text = line.prefix(line.count - lineEndLength(line))
    bytes.append(contentsOf: text)
    bytes.append(contentsOf: crlf)
    if text.isEmpty {
      blockEnded = true
      isComplete = status >= 200
    }
    return true
  }

  /// The number in the status line; 0 when there is none.
  var status: Int {
    let afterVersion = bytes.prefix(16).drop { $0 != UInt8(ascii: " ") }.dropFirst()
    let digits = afterVersion.prefix(3)
    guard digits.count == 3 else { return 0 }
    return digits.reduce(0) { total, byte in
      (0x30...0x39).contains(byte) ? total * 10 + Int(byte - 0x30) : 0
    }
  }

  /// `HTTP/1.1`, as the status line says.
  var version: String {
    String(decoding: bytes.prefix(16).prefix { $0 > 0x20 && $0 < 0x7f }, as: UTF8.self)
  }

  /// The fields in order; a folded line (RFC 9112 section 5.2) belongs to the field before it.
  func fields() -> [HeaderField] {
    var fields: [HeaderField] = []
    fields.reserveCapacity(lines)
    bytes.withUnsafeBufferPointer { bytes in
      var start = (bytes.firstIndex(of: newline) ?? bytes.count) + 1
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: newline) ?? bytes.count
        // Each line was written with CRLF.
        ResponseHead.take(bytes[start..<max(start, end - 1)], into: &fields)
        start = end + 1
      }
    }
    return fields
  }

  private static func take(
    _ line: Slice<UnsafeBufferPointer<UInt8>>, into fields: inout [HeaderField]
  ) {
    if line.first == 0x20 || line.first == 0x09 {
      if let last = fields.indices.last { fields[last].value += " " + text(trimmed(line)) }
    } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      let value = trimmed(line[line.index(after: colon)...])
      fields.append(HeaderField(text(trimmed(line[..<colon])), text(value)))
    }
  }

  private func lineEndLength(_ line: UnsafeRawBufferPointer) -> Int {
    guard line.last == UInt8(ascii: "\n") else { return 0 }
    return line.dropLast().last == UInt8(ascii: "\r") ? 2 : 1
  }
}

private let crlf: [UInt8] = [0x0d, 0x0a]
private let newline = UInt8(ascii: "\n")

/// Without blanks at either end.
private func trimmed(_ bytes: Slice<UnsafeBufferPointer<UInt8>>)
  -> Slice<UnsafeBufferPointer<UInt8>>
{
  var (start, end) = (bytes.startIndex, bytes.endIndex)
  while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
  while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
  return bytes[start..<end]
}

/// UTF-8 where it is, otherwise byte for byte as Latin-1, so that no byte is lost.
private func text(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
  if let text = String(validating: bytes, as: UTF8.self) { return text }
  return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
}
