import Foundation

/// Makes hostile inputs from harmless ones, the same for the same seed.
struct Mutator {
  private var state: UInt64
  private let seeds: [[UInt8]]
  /// Pieces that parsers treat specially, spliced in as they are.
  private let words: [[UInt8]]

  init(seed: UInt64, seeds: [String], words: [String]) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    self.seeds = seeds.map { Array($0.utf8) }
    self.words = words.map { Array($0.utf8) }
  }

  /// The next input, at most `limit` bytes.
  mutating func next(limit: Int = 20_000) -> [UInt8] {
    var input = seeds[pick(seeds.count)]
    for _ in 0..<(1 + pick(6)) { mutate(&input) }
    return Array(input.prefix(limit))
  }

  private mutating func mutate(_ input: inout [UInt8]) {
    let place = pick(input.count + 1)
    switch pick(8) {
    case 0: input.insert(UInt8(pick(256)), at: place)
    case 1: if place < input.count { input[place] = UInt8(pick(256)) }
    case 2: if place < input.count { input[place] ^= 1 << UInt8(pick(8)) }
    case 3: input.removeSubrange(place..<min(input.count, place + pick(20)))
    case 4: input.insert(contentsOf: words[pick(words.count)], at: place)
    case 5:
      let piece = input[place..<min(input.count, place + pick(40))]
      for _ in 0..<pick(60) { input.insert(contentsOf: piece, at: place) }
    case 6: input = Array(input.prefix(place)) + seeds[pick(seeds.count)].dropFirst(pick(30))
    default:
      let other = seeds[pick(seeds.count)]
      input.insert(contentsOf: other.prefix(pick(other.count + 1)), at: place)
    }
  }

  mutating func pick(_ count: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return count > 0 ? Int(state % UInt64(count)) : 0
  }
}

/// How long each target runs: a moment in the test suite, longer where `scripts/fuzz` asks.
struct FuzzBudget {
  let seed: UInt64
  private let end: Date
  private(set) var runs = 0
  /// No input may take longer, in seconds.
  static let patience = 5.0

  init() {
    let environment = ProcessInfo.processInfo.environment
    let seconds = environment["MINGCHA_FUZZ_SECONDS"].flatMap(Double.init) ?? 0.5
    seed = environment["MINGCHA_FUZZ_SEED"].flatMap(UInt64.init) ?? 20_261_121
    end = Date().addingTimeInterval(seconds)
  }

  /// Runs the target until the time is over.
  /// - Returns: the first input that took too long, in hexadecimal; nil when there was none.
  mutating func run(_ mutator: inout Mutator, _ target: ([UInt8]) -> Void) -> String? {
    while Date() < end {
      let input = mutator.next()
      let start = Date()
      target(input)
      runs += 1
      if Date().timeIntervalSince(start) > FuzzBudget.patience {
        return input.map { String($0, radix: 16) }.joined(separator: " ")
      }
    }
    return nil
  }
}
