/// Finds where the whole members of an archive end.
enum ArchiveTail {
  /// What stands at the end of a file.
  enum State: Hashable {
    case whole
    /// Whole members up to this length, then the beginning of one that never ended.
    case torn(at: Int)
    /// Something unreadable with whole records of ours behind it: not a crash, damage.
    case damaged(at: Int)
  }

  /// Hops from member to member; only the last ones are inflated, because a killed writer leaves
  /// a prefix of what it wrote. Members without a stated length are inflated on the way.
  static func inspect(_ file: ReadableFile, limit: Int = 1 << 30) throws(EvidenceError) -> State {
    var offset = 0
    var lastStart = 0
    while offset < file.size {
      let next: Int
      if let length = try statedLength(file, at: offset), offset + length <= file.size,
        offset + length < file.size || isWhole(file, at: offset, limit: limit)
      {
        next = offset + length
      } else if let length = foreignLength(file, at: offset, limit: limit) {
        next = offset + length
      } else {
        return try failure(file, at: offset, after: lastStart, limit: limit)
      }
      lastStart = offset
      offset = next
    }
    return .whole
  }

  private static func statedLength(
    _ file: ReadableFile, at offset: Int
  ) throws(EvidenceError) -> Int? {
    GzipMember.statedLength(try file.bytes(at: offset, count: GzipMember.headerLength))
  }

  private static func isWhole(_ file: ReadableFile, at offset: Int, limit: Int) -> Bool {
    (try? GzipMember.inflate(file, at: offset, limit: limit)) != nil
  }

  private static func foreignLength(_ file: ReadableFile, at offset: Int, limit: Int) -> Int? {
    try? GzipMember.inflate(file, at: offset, limit: limit).length
  }

  /// A stated length may itself be wrong, so the member before is checked too.
  private static func failure(
    _ file: ReadableFile, at offset: Int, after previous: Int, limit: Int
  ) throws(EvidenceError) -> State {
    let start = offset > 0 && !isWhole(file, at: previous, limit: limit) ? previous : offset
    return try hasWholeMember(file, after: start, limit: limit)
      ? .damaged(at: start) : .torn(at: start)
  }

  /// Whether a whole member of ours begins somewhere behind `offset`.
  private static func hasWholeMember(
    _ file: ReadableFile, after offset: Int, limit: Int
  ) throws(EvidenceError) -> Bool {
    let window = 1 << 20
    var base = offset + 1
    while base < file.size {
      let bytes = try file.bytes(at: base, count: window + GzipMember.headerLength)
      for index in bytes.indices.prefix(window) where bytes[index] == 0x1f {
        guard let length = GzipMember.statedLength(bytes[index...]) else { continue }
        if base + index + length <= file.size, isWhole(file, at: base + index, limit: limit) {
          return true
        }
      }
      base += window
    }
    return false
  }
}
