public import AuditModel
import PageModel

/// A word of the lexicon on one page.
public struct WordSighting: Sendable, Hashable {
  /// The word as the list has it.
  public let entry: Lexicon.Entry
  /// The page it stands on.
  public let page: PageReference
  /// Times on that page.
  public var count: Int
  /// The words around the first, personal numbers masked.
  public let quote: String
  /// Whether it stands inside quotation marks or is spoken about, so that a person must read it.
  public let isQuoted: Bool
}

/// What the pages' text holds that should not stand there.
public struct ContentCensus: Sendable {
  /// By page, then kind.
  public var personalData: [PersonalDataSighting] = []
  /// By page, then the order of the list.
  public var words: [WordSighting] = []
  /// Pages whose text was looked at.
  public var pages = 0
  /// Whether a list of words was given.
  public var hasLexicon = false
  /// Set when there was more than is kept.
  public var isCut = false
}

/// Looks through every page's text as it goes by.
struct ContentSurvey {
  private static let sightingLimit = 20_000
  private let lexicon: Lexicon
  private(set) var census = ContentCensus()

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    census.hasLexicon = !lexicon.entries.isEmpty
  }

  mutating func collect(_ page: Page, reference: PageReference) {
    census.pages += 1
    guard census.personalData.count + census.words.count < Self.sightingLimit else {
      census.isCut = true
      return
    }
    census.personalData += PersonalDataScanner(page, reference: reference).sightings()
    if census.hasLexicon { census.words += words(page, reference: reference) }
  }

  private func words(_ page: Page, reference: PageReference) -> [WordSighting] {
    let bytes = Array((page.title + "\n" + page.text).utf8)
    var order: [Int] = []
    var found: [Int: WordSighting] = [:]
    for match in lexicon.matches(in: bytes) {
      if found[match.entry] != nil {
        found[match.entry]?.count += 1
      } else {
        order.append(match.entry)
        found[match.entry] = sighting(match, bytes: bytes, reference: reference)
      }
    }
    return order.sorted().compactMap { found[$0] }
  }

  private func sighting(
    _ match: Lexicon.Match, bytes: [UInt8], reference: PageReference
  ) -> WordSighting {
    let before = bytes[..<match.range.lowerBound].suffix(60)
    let after = bytes[match.range.upperBound...].prefix(60)
    let around = text(before.drop { $0 & 0xC0 == 0x80 } + bytes[match.range] + after)
    return WordSighting(
      entry: lexicon.entries[match.entry], page: reference, count: 1,
      quote: PersonalNumber.masking(around),
      isQuoted: isQuoted(before: text(before), after: text(after)))
  }

  private func text(_ bytes: some Collection<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).filter { $0 != "\u{FFFD}" }
  }

  /// `将“X”改为“Y”`, `不得使用X`: the page speaks about the word.
  private func isQuoted(before: String, after: String) -> Bool {
    if let last = before.last, let next = after.first,
      "“\"‘「『《〈".contains(last), "”\"’」』》〉".contains(next)
    {
      return true
    }
    let around = before.suffix(12) + after.prefix(12)
    return ["不得", "不能", "禁止", "错误", "改为", "更正", "应为", "误写"].contains { around.contains($0) }
  }
}
