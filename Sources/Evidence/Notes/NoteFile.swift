/// A file of notes under keys, each compressed: what was worked out from evidence and may be worked
/// out again at any time. Losing it costs time and nothing else, so no fault of it is an error.
///
/// One process writes at a time; others only read. A tail that a crash left is cut off.
public final class NoteFile {
  /// Names what a note was made from: the first sixteen bytes of a SHA-256.
  public struct Key: Hashable, Sendable {
    let high: UInt64
    let low: UInt64

    /// - Parameter text: says everything that the note depends on.
    public init(_ text: String) {
      let digits = Digest.sha256(text.utf8)
      high = UInt64(digits.prefix(16), radix: 16) ?? 0
      low = UInt64(digits.dropFirst(16).prefix(16), radix: 16) ?? 0
    }
  }

  private struct Place {
    var offset: Int
    var length: Int32
    var whole: Int32
  }

  private let path: String
  private let reading: ReadableFile
  /// Nil when another process writes.
  private var writing: ArchiveFile?
  private var places: [Key: Place] = [:]
  private let deflater = Deflater()
  private static let longest = 64 << 20

  /// Opens or creates the file.
  /// - Parameter stamp: who can read the notes; a file with another stamp is begun anew.
  public init?(path: String, stamp: String) {
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    try? WholeFile.makeFolder(folder.joined(separator: "/"))
    writing = try? ArchiveFile(path: path)
    guard let reading = try? ReadableFile(path: path) else { return nil }
    self.path = path
    self.reading = reading
    let opening = Array("notes \(stamp)\n".utf8)
    if (try? reading.bytes(at: 0, count: opening.count)) == opening {
      readPlaces(from: opening.count)
    } else {
      guard let writing, (try? writing.truncate(to: 0)) != nil,
        (try? writing.append(opening)) != nil
      else { return nil }
    }
  }

  /// The note under the key; nil when there is none or it does not read back as it was written.
  public func note(_ key: Key) -> [UInt8]? {
    guard let place = places[key],
      let packed = try? reading.bytes(at: place.offset, count: Int(place.length))
    else { return nil }
    return Deflater.inflated(packed, count: Int(place.whole))
  }

  /// Adds a note. When it cannot be written, nothing is kept from then on.
  public func keep(_ note: [UInt8], under key: Key) {
    guard let writing, note.count < Self.longest, places[key] == nil,
      let packed = deflater.deflated(note)
    else { return }
    let head = Self.head(key, length: packed.count, whole: note.count)
    guard (try? writing.append(head + packed)) != nil else {
      self.writing = nil
      return
    }
    places[key] = Place(
      offset: writing.length - packed.count, length: Int32(packed.count),
      whole: Int32(note.count))
  }

  /// Hops from note to note; what is not whole at the end is cut off by the one who may write.
  private func readPlaces(from start: Int) {
    var offset = start
    let end = writing?.length ?? reading.size
    while let head = try? reading.bytes(at: offset, count: Self.headLength),
      let (key, place) = Self.place(head, at: offset),
      place.offset + Int(place.length) <= end
    {
      places[key] = place
      offset = place.offset + Int(place.length)
    }
    if offset < end { try? writing?.truncate(to: offset) }
  }

  // MARK: Heads

  /// Key, length, length unpacked, each in little-endian bytes, and a mark.
  private static let headLength = 28
  private static let mark: [UInt8] = [0x4E, 0x4F, 0x54, 0x45]

  private static func head(_ key: Key, length: Int, whole: Int) -> [UInt8] {
    mark + bytes(key.high, 8) + bytes(key.low, 8) + bytes(UInt64(length), 4)
      + bytes(UInt64(whole), 4)
  }

  private static func place(_ head: [UInt8], at offset: Int) -> (Key, Place)? {
    guard head.count == headLength, head.starts(with: mark) else { return nil }
    let length = Int(number(head[20..<24]))
    let whole = Int(number(head[24..<28]))
    guard length < longest, whole < longest else { return nil }
    return (
      Key(high: number(head[4..<12]), low: number(head[12..<20])),
      Place(offset: offset + headLength, length: Int32(length), whole: Int32(whole))
    )
  }

  private static func bytes(_ value: UInt64, _ count: UInt64) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension NoteFile.Key {
  fileprivate init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}
