import Fetching
import WebAddress

/// First in, first out, as one run of bytes: about 20 bytes and the path per address, where an
/// array of values would take three hundred.
struct CompactQueue: Sendable {
  /// An entry without what its host already knows.
  struct Record {
    var href: String
    var kind: FrontierEntry.Kind
    var depth: Int
    var referrer: UInt32
    var method: FetchRequest.Method
  }

  private static let headerLength = 12
  private var bytes: [UInt8] = []
  private var head = 0
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// - Parameter origin: of the host; an address that begins with it is stored without it.
  mutating func append(_ record: Record, origin: String) {
    let isShort = record.href.utf8.starts(with: origin.utf8)
    let text = isShort ? record.href.utf8.dropFirst(origin.utf8.count) : record.href.utf8[...]
    bytes.append(record.kind.rawValue)
    bytes.append((isShort ? 1 : 0) | (record.method == .head ? 2 : 0))
    append(UInt32(min(record.depth, 0xFFFF)), width: 2)
    append(record.referrer, width: 4)
    append(UInt32(text.count), width: 4)
    bytes.append(contentsOf: text)
    count += 1
  }

  mutating func popFirst(origin: String) -> Record? {
    guard count > 0, let kind = FrontierEntry.Kind(rawValue: bytes[head]) else { return nil }
    let flags = bytes[head + 1]
    let start = head + CompactQueue.headerLength
    let end = start + Int(read(at: head + 8, width: 4))
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let record = Record(
      href: flags & 1 == 1 ? origin + text : text, kind: kind,
      depth: Int(read(at: head + 2, width: 2)), referrer: read(at: head + 4, width: 4),
      method: flags & 2 == 2 ? .head : .get)
    head = end
    count -= 1
    reclaim()
    return record
  }

  /// Drops what was read once it is most of the buffer, so that the cost per entry stays constant.
  private mutating func reclaim() {
    if count == 0 {
      bytes = []
      head = 0
    } else if head > 4096, head > bytes.count / 2 {
      bytes = Array(bytes[head...])
      head = 0
    }
  }

  private mutating func append(_ value: UInt32, width: Int) {
    for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(byte * 8))) }
  }

  private func read(at index: Int, width: Int) -> UInt32 {
    (0..<width).reduce(0) { $0 | UInt32(bytes[index + $1]) << UInt32($1 * 8) }
  }
}

/// Referring pages, each kept once and only while an entry that names it waits.
struct ReferrerTable: Sendable {
  static let none: UInt32 = 0

  private var addresses: [String] = [""]
  private var uses: [UInt32] = [0]
  private var free: [UInt32] = []
  /// Links of one page arrive in a row.
  private var last: UInt32 = none

  mutating func retain(_ address: WebURL?) -> UInt32 {
    guard let address else { return ReferrerTable.none }
    if last != ReferrerTable.none, uses[Int(last)] > 0, addresses[Int(last)] == address.href {
      uses[Int(last)] += 1
      return last
    }
    if let slot = free.popLast() {
      addresses[Int(slot)] = address.href
      uses[Int(slot)] = 1
      last = slot
    } else {
      last = UInt32(addresses.count)
      addresses.append(address.href)
      uses.append(1)
    }
    return last
  }

  mutating func release(_ slot: UInt32) -> WebURL? {
    guard slot != ReferrerTable.none else { return nil }
    let address = WebURL(addresses[Int(slot)])
    uses[Int(slot)] -= 1
    if uses[Int(slot)] == 0 {
      addresses[Int(slot)] = ""
      free.append(slot)
    }
    return address
  }
}
