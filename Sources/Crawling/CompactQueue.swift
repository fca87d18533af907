import DequeModule
import Fetching
import WebAddress

/// First in, first out, as runs of bytes: 20 to 30 bytes per address, where an array of values
/// would take three hundred. An address is kept as what sets it apart from an earlier one: the last
/// that came from a folder like its own, since a sitemap lists one column's articles among others'.
struct CompactQueue: Sendable {
  /// An entry without what its host already knows.
  struct Record: Equatable {
    var href: String
    var kind: FrontierEntry.Kind
    var depth: Int
    var referrer: UInt32
    var method: FetchRequest.Method
  }

  /// A run is given back whole once it is read, so that a long queue never moves in memory.
  private static let runLength = 1 << 15
  private static let headFlag: UInt8 = 0x80
  private static let shortFlag: UInt8 = 0x40
  private var runs = Deque<[UInt8]>()
  /// Where in the first run the next entry begins.
  private var head = 0
  private(set) var count = 0
  /// The texts last put in and last taken out, by folder; most queues are short and use one place.
  private var lastIn = FolderMemory()
  private var lastOut = FolderMemory()

  var isEmpty: Bool { count == 0 }

  /// - Parameter origin: of the host; an address that begins with it is stored without it.
  mutating func append(_ record: Record, origin: String) {
    let isShort = record.href.utf8.starts(with: origin.utf8)
    let text = Array(record.href.utf8.dropFirst(isShort ? origin.utf8.count : 0))
    let place = lastIn.place(of: text)
    let shared = zip(lastIn[place], text).prefix { $0 == $1 }.count
    if (runs.last?.count ?? CompactQueue.runLength) >= CompactQueue.runLength { openRun() }
    let flags =
      (isShort ? CompactQueue.shortFlag : 0) | (record.method == .head ? CompactQueue.headFlag : 0)
    put(record.kind.rawValue | flags)
    put(number: min(record.depth, 0xFFFF))
    put(number: Int(record.referrer))
    put(number: place)
    put(number: shared)
    put(number: text.count - shared)
    runs[runs.count - 1].append(contentsOf: text[shared...])
    lastIn[place] = text
    count += 1
  }

  mutating func popFirst(origin: String) -> Record? {
    guard count > 0 else { return nil }
    let first = takeByte()
    let (depth, referrer) = (takeNumber(), takeNumber())
    let (place, shared, added) = (takeNumber(), takeNumber(), takeNumber())
    let text = Array(lastOut[place][..<shared] + runs[0][head..<head + added])
    lastOut[place] = text
    head += added
    count -= 1
    forgetRead()
    guard let kind = FrontierEntry.Kind(rawValue: first & 0x3F) else { return nil }
    if count == 0 { (lastIn, lastOut) = (FolderMemory(), FolderMemory()) }
    let href = String(decoding: text, as: UTF8.self)
    return Record(
      href: first & CompactQueue.shortFlag != 0 ? origin + href : href, kind: kind, depth: depth,
      referrer: UInt32(referrer), method: first & CompactQueue.headFlag != 0 ? .head : .get)
  }

  /// Most hosts never fill their first run, which grows as it needs; the others are made whole.
  private mutating func openRun() {
    var run: [UInt8] = []
    if !runs.isEmpty { run.reserveCapacity(CompactQueue.runLength + 1024) }
    runs.append(run)
  }

  private mutating func forgetRead() {
    guard head == runs[0].count, runs.count > 1 || count == 0 else { return }
    runs.removeFirst()
    head = 0
  }

  private mutating func put(_ byte: UInt8) { runs[runs.count - 1].append(byte) }

  /// Seven bits to a byte, the low ones first; the high bit says that more follow.
  private mutating func put(number: Int) {
    var rest = UInt(number)
    while rest >= 0x80 {
      put(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    put(UInt8(rest))
  }

  private mutating func takeByte() -> UInt8 {
    defer { head += 1 }
    return runs[0][head]
  }

  private mutating func takeNumber() -> Int {
    var number = 0
    var shift = 0
    while true {
      let byte = takeByte()
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}

/// The last address met of each folder, in few places: folders that share one only cost bytes.
private struct FolderMemory: Sendable {
  /// Addresses after which more than one place is used, so that short queues stay small.
  private static let patience = 256
  private static let places = 64
  private var texts: [[UInt8]] = [[]]
  private var seen = 0

  subscript(place: Int) -> [UInt8] {
    get { place < texts.count ? texts[place] : [] }
    set {
      while texts.count <= place { texts.append([]) }
      texts[place] = newValue
    }
  }

  /// Where an address that is put in finds its like.
  mutating func place(of text: [UInt8]) -> Int {
    seen += 1
    guard seen > FolderMemory.patience else { return 0 }
    let end = text.lastIndex(of: UInt8(ascii: "/")) ?? 0
    var hash: UInt32 = 2_166_136_261
    for byte in text[..<end] { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash >> 16) % FolderMemory.places
  }
}

/// Referring pages, each kept once and only while an entry that names it waits.
struct ReferrerTable: Sendable {
  static let none: UInt32 = 0

  private var addresses: [String] = [""]
  private var uses: [UInt32] = [0]
  private var free: [UInt32] = []
  /// Links of one page arrive in a row …
  private var last: UInt32 = none
  /// … and leave in a row.
  private var left: (slot: UInt32, address: WebURL?) = (none, nil)

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
      if left.slot == slot { left = (ReferrerTable.none, nil) }
    } else {
      last = UInt32(addresses.count)
      addresses.append(address.href)
      uses.append(1)
    }
    return last
  }

  mutating func release(_ slot: UInt32) -> WebURL? {
    guard slot != ReferrerTable.none else { return nil }
    if left.slot != slot { left = (slot, WebURL(addresses[Int(slot)])) }
    uses[Int(slot)] -= 1
    if uses[Int(slot)] == 0 {
      addresses[Int(slot)] = ""
      free.append(slot)
    }
    return left.address
  }
}
