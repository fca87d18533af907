import SiteModel

/// How much of one text stands word for word in another.
///
/// The measure is the share of the text's characters (letters, digits and Chinese characters; no
/// spaces or punctuation) that lie in runs of at least thirteen characters also found in the other.
/// A 64-bit hash stands for each run of thirteen; the time is linear in both lengths.
struct TextOverlap {
  /// Characters compared.
  let length: Int
  /// Characters in common runs.
  let shared: Int
  /// The longest common run.
  let longest: String

  static let run = 13

  /// 0…100, rounded down.
  var percent: Int { length == 0 ? 0 : shared * 100 / length }

  init(of text: String, in other: String) {
    let own = Array(Naming.fold(text).unicodeScalars)
    let known = Set(TextOverlap.hashes(Array(Naming.fold(other).unicodeScalars)))
    var isShared = [Bool](repeating: false, count: own.count)
    for (start, hash) in TextOverlap.hashes(own).enumerated() where known.contains(hash) {
      for index in start..<(start + TextOverlap.run) { isShared[index] = true }
    }
    length = own.count
    shared = isShared.count { $0 }
    longest = TextOverlap.longest(own, isShared)
  }

  private static func longest(_ text: [Unicode.Scalar], _ isShared: [Bool]) -> String {
    var best = 0..<0
    var start = 0
    for index in 0...text.count where index == text.count || !isShared[index] {
      if index - start > best.count { best = start..<index }
      start = index + 1
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[best].prefix(60))
    return String(view)
  }

  /// Rolling polynomial hashes of every run.
  private static func hashes(_ text: [Unicode.Scalar]) -> [UInt64] {
    guard text.count >= run else { return [] }
    let base: UInt64 = 0x1_0000_01b3
    var power: UInt64 = 1
    for _ in 1..<run { power = power &* base }
    var hash: UInt64 = 0
    var result: [UInt64] = []
    result.reserveCapacity(text.count - run + 1)
    for (index, scalar) in text.enumerated() {
      if index >= run { hash = hash &- UInt64(text[index - run].value + 1) &* power }
      hash = hash &* base &+ UInt64(scalar.value + 1)
      if index >= run - 1 { result.append(hash) }
    }
    return result
  }
}
