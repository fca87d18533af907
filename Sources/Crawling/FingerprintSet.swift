/// A set of 64-bit fingerprints for millions of addresses: about 11 bytes each.
///
/// Swift's own set doubles when it is full, so that it takes up to 21 bytes an entry and, while it
/// grows, the old table as well. Here 64 small tables grow by a quarter, one at a time.
struct FingerprintSet: Sendable {
  private static let tables = 64
  private static let smallest = 16
  private var slots = [[UInt64]](repeating: [], count: tables)
  private var used = [Int](repeating: 0, count: tables)
  /// Zero marks an empty slot, so it cannot stand in one.
  private var holdsZero = false
  private(set) var count = 0

  /// - Returns: whether it was new.
  mutating func insert(_ fingerprint: UInt64) -> Bool {
    guard fingerprint != 0 else {
      defer { holdsZero = true }
      if !holdsZero { count += 1 }
      return !holdsZero
    }
    let table = FingerprintSet.table(of: fingerprint)
    makeRoom(in: table)
    let isNew = slots[table].withUnsafeMutableBufferPointer {
      FingerprintSet.put(fingerprint, in: $0)
    }
    if isNew {
      used[table] += 1
      count += 1
    }
    return isNew
  }

  func contains(_ fingerprint: UInt64) -> Bool {
    guard fingerprint != 0 else { return holdsZero }
    let table = slots[FingerprintSet.table(of: fingerprint)]
    guard !table.isEmpty else { return false }
    var slot = FingerprintSet.home(of: fingerprint, among: table.count)
    while table[slot] != 0 {
      if table[slot] == fingerprint { return true }
      slot = slot + 1 == table.count ? 0 : slot + 1
    }
    return false
  }

  /// A fifth of the slots stays empty, or looking for one would take long.
  private mutating func makeRoom(in table: Int) {
    let old = slots[table]
    guard (used[table] + 1) * 5 > old.count * 4 else { return }
    slots[table] = [UInt64](
      repeating: 0, count: max(FingerprintSet.smallest, old.count + old.count / 4))
    slots[table].withUnsafeMutableBufferPointer { buffer in
      for fingerprint in old where fingerprint != 0 {
        _ = FingerprintSet.put(fingerprint, in: buffer)
      }
    }
  }

  private static func put(
    _ fingerprint: UInt64, in table: UnsafeMutableBufferPointer<UInt64>
  ) -> Bool {
    var slot = home(of: fingerprint, among: table.count)
    while table[slot] != 0 {
      if table[slot] == fingerprint { return false }
      slot = slot + 1 == table.count ? 0 : slot + 1
    }
    table[slot] = fingerprint
    return true
  }

  private static func table(of fingerprint: UInt64) -> Int { Int(fingerprint >> 58) }

  private static func home(of fingerprint: UInt64, among count: Int) -> Int {
    Int(truncatingIfNeeded: ((fingerprint & 0xFFFF_FFFF) &* UInt64(count)) >> 32)
  }
}
