/// Writes values one after the other, small numbers in few bytes.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first; the high bit says that more follow.
  mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func integer(_ value: Int) {
    number(UInt64(bitPattern: Int64(value &<< 1) ^ Int64(value >> 63)))
  }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func text(_ value: String) {
    number(UInt64(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  mutating func list<Value>(_ values: [Value], _ write: (inout PackedWriter, Value) -> Void) {
    number(UInt64(values.count))
    for value in values { write(&self, value) }
  }

  mutating func optional<Value>(_ value: Value?, _ write: (inout PackedWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }
}

/// Reads what ``PackedWriter`` wrote. Bytes that end too early, or say what cannot be, give empty
/// values and set ``isBroken``.
struct PackedReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  private(set) var isBroken = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether all was read and nothing was wrong.
  var isWhole: Bool { !isBroken && at == bytes.count }

  mutating func fail() { isBroken = true }

  mutating func number() -> UInt64 {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while at < bytes.count, shift < 64 {
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    isBroken = true
    return 0
  }

  mutating func integer() -> Int {
    let value = number()
    return Int(truncatingIfNeeded: Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  mutating func flag() -> Bool { number() == 1 }

  mutating func text() -> String {
    let count = Int(clamping: number())
    guard !isBroken, count <= bytes.count - at else {
      isBroken = true
      return ""
    }
    defer { at += count }
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[at..<at + count]), as: UTF8.self)
  }

  mutating func list<Value>(_ read: (inout PackedReader) -> Value) -> [Value] {
    let count = Int(clamping: number())
    // Every value takes a byte at least.
    guard !isBroken, count <= bytes.count - at else {
      isBroken = true
      return []
    }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count where !isBroken { values.append(read(&self)) }
    return values
  }

  mutating func optional<Value>(_ read: (inout PackedReader) -> Value) -> Value? {
    flag() ? read(&self) : nil
  }
}
