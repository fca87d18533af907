/// An IPv6 address as eight 16-bit pieces.
public struct IPv6Address: Hashable, Sendable, CustomStringConvertible {
  /// Always eight.
  public let pieces: [UInt16]

  /// Reads an address without brackets and without a zone.
  public init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// Makes an address of its eight pieces.
  init(pieces: [UInt16]) { self.pieces = pieces }

  init?(_ text: ArraySlice<UInt8>) {
    var reader = IPv6Reader(text: text)
    guard let pieces = reader.read() else { return nil }
    self.pieces = pieces
  }

  /// The shortest form: lower case, the longest run of two or more zero pieces as `::`.
  public var description: String {
    let run = longestZeroRun
    var text = ""
    var index = 0
    while index < 8 {
      if let run, index == run.lowerBound {
        text += "::"
        index = run.upperBound
        continue
      }
      if !text.isEmpty, !text.hasSuffix(":") { text += ":" }
      text += String(pieces[index], radix: 16)
      index += 1
    }
    return text
  }

  private var longestZeroRun: Range<Int>? {
    var best: Range<Int>?
    var index = 0
    while index < 8 {
      var end = index
      while end < 8, pieces[end] == 0 { end += 1 }
      if end - index > max(1, best?.count ?? 0) { best = index..<end }
      index = max(end, index + 1)
    }
    return best
  }
}

/// https://url.spec.whatwg.org/#concept-ipv6-parser
private struct IPv6Reader {
  let text: ArraySlice<UInt8>
  var position: Int
  var pieces: [UInt16] = []
  var compressAt: Int?

  init(text: ArraySlice<UInt8>) {
    self.text = text
    position = text.startIndex
  }

  private func byte(_ offset: Int = 0) -> UInt8? {
    position + offset < text.endIndex ? text[position + offset] : nil
  }

  mutating func read() -> [UInt16]? {
    if byte() == UInt8(ascii: ":") {
      guard byte(1) == UInt8(ascii: ":") else { return nil }
      position += 2
      compressAt = 0
    }
    while byte() != nil {
      guard readPiece() else { return nil }
    }
    return expanded()
  }

  private mutating func readPiece() -> Bool {
    guard pieces.count < 8 else { return false }
    if byte() == UInt8(ascii: ":") {
      guard compressAt == nil else { return false }
      position += 1
      compressAt = pieces.count
      return true
    }
    let start = position
    var value: UInt16 = 0
    while position - start < 4, let digit = byte().flatMap(ASCII.hexValue) {
      value = value << 4 | UInt16(digit)
      position += 1
    }
    if byte() == UInt8(ascii: ".") {
      position = start
      return readEmbeddedIPv4()
    }
    // An empty piece is only possible where a colon stood, and that case was handled above.
    guard position > start else { return false }
    pieces.append(value)
    return readSeparator()
  }

  private mutating func readSeparator() -> Bool {
    guard let next = byte() else { return true }
    guard next == UInt8(ascii: ":") else { return false }
    position += 1
    return byte() != nil
  }

  private mutating func readEmbeddedIPv4() -> Bool {
    guard pieces.count <= 6 else { return false }
    var numbers: [UInt16] = []
    while numbers.count < 4 {
      if !numbers.isEmpty {
        guard byte() == UInt8(ascii: ".") else { return false }
        position += 1
      }
      guard let number = readDecimalByte() else { return false }
      numbers.append(number)
    }
    pieces.append(numbers[0] << 8 | numbers[1])
    pieces.append(numbers[2] << 8 | numbers[3])
    return byte() == nil
  }

  /// 0 to 255 without leading zeros.
  private mutating func readDecimalByte() -> UInt16? {
    var value: UInt16?
    while let digit = byte(), ASCII.isDigit(digit) {
      guard value != 0 else { return nil }
      let next = (value ?? 0) * 10 + UInt16(digit - 48)
      guard next <= 255 else { return nil }
      value = next
      position += 1
    }
    return value
  }

  private func expanded() -> [UInt16]? {
    guard let compressAt else { return pieces.count == 8 ? pieces : nil }
    guard pieces.count < 8 else { return nil }
    let zeros = [UInt16](repeating: 0, count: 8 - pieces.count)
    return Array(pieces[..<compressAt]) + zeros + pieces[compressAt...]
  }
}
