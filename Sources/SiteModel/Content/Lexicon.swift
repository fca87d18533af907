/// Words that must not stand on a page, with what should stand there instead.
///
/// All words are looked for in one pass over the text, however many there are (Aho and Corasick,
/// "Efficient string matching", CACM 18, 1975), over UTF-8 bytes: a word never matches half a
/// character, because no character's bytes begin inside another's.
public struct Lexicon: Sendable {
  /// One word of the list.
  public struct Entry: Sendable, Hashable, Codable {
    /// The wrong form.
    public var wrong: String
    /// What is right; empty when the list does not say.
    public var right: String
    /// Longer forms in which the wrong one is right.
    public var exceptions: [String]
    /// Whether the list's author is sure: `确定` charges, anything else asks a person.
    public var isCertain: Bool

    /// Makes the value from its parts.
    public init(
      wrong: String, right: String = "", exceptions: [String] = [], isCertain: Bool = false
    ) {
      self.wrong = wrong
      self.right = right
      self.exceptions = exceptions
      self.isCertain = isCertain
    }
  }

  /// One occurrence: the entry's number and where in the text's bytes it stands.
  public struct Match: Sendable, Hashable {
    /// Index into ``Lexicon/entries``.
    public let entry: Int
    /// Byte offsets.
    public let range: Range<Int>
  }

  /// The words, in the order of the list.
  public let entries: [Entry]
  private let matcher: ByteMatcher
  /// For every pattern of the matcher: the entry, and whether it is one of its exceptions.
  private let patterns: [(entry: Int, isException: Bool)]

  /// No words at all.
  public static let empty = Lexicon([])

  /// Builds the automaton; time and memory grow with the length of the words.
  public init(_ entries: [Entry]) {
    self.entries = entries
    var texts: [[UInt8]] = []
    var patterns: [(entry: Int, isException: Bool)] = []
    for (number, entry) in entries.enumerated() {
      texts.append(Array(entry.wrong.utf8))
      patterns.append((number, false))
      for exception in entry.exceptions where !exception.isEmpty {
        texts.append(Array(exception.utf8))
        patterns.append((number, true))
      }
    }
    self.patterns = patterns
    matcher = ByteMatcher(texts)
  }

  /// Every occurrence that no exception covers, in the order of the text.
  public func matches(in bytes: [UInt8]) -> [Match] {
    guard !entries.isEmpty else { return [] }
    var found: [Match] = []
    var excused: [Int: [Range<Int>]] = [:]
    matcher.forEachMatch(in: bytes) { pattern, range in
      let (entry, isException) = patterns[pattern]
      if isException {
        excused[entry, default: []].append(range)
      } else {
        found.append(Match(entry: entry, range: range))
      }
    }
    guard !excused.isEmpty else { return found }
    return found.filter { match in
      !(excused[match.entry] ?? []).contains {
        $0.lowerBound <= match.range.lowerBound && match.range.upperBound <= $0.upperBound
      }
    }
  }
}
