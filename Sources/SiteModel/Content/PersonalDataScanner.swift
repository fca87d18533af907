import AuditModel
import PageModel

/// Finds numbers of natural persons in the text of a page, in one pass over its bytes.
struct PersonalDataScanner {
  private typealias Kind = PersonalDataSighting.Kind
  private static let maskedLimit = 3

  /// A candidate number and where it stands.
  private struct Hit {
    let kind: Kind
    let certainty: PersonalDataSighting.Certainty
    let number: String
    let run: Range<Int>
  }

  private let bytes: [UInt8]
  private let reference: PageReference

  init(_ page: Page, reference: PageReference) {
    bytes = PersonalDataScanner.narrowDigits(page.text)
    self.reference = reference
  }

  /// At most one sighting a kind, in the order of the kinds.
  func sightings() -> [PersonalDataSighting] {
    let runs = PersonalNumber.digitRuns(in: bytes)
    guard !runs.isEmpty else { return [] }
    let hits = runs.compactMap(hit)
    return Kind.allCases.compactMap { kind in sighting(kind, hits.filter { $0.kind == kind }) }
  }

  private func sighting(_ kind: Kind, _ hits: [Hit]) -> PersonalDataSighting? {
    guard let first = hits.max(by: { $0.certainty < $1.certainty }) else { return nil }
    var distinct: [String] = []
    for hit in hits where !distinct.contains(hit.number) && distinct.count < 1000 {
      distinct.append(hit.number)
    }
    return PersonalDataSighting(
      kind: kind, page: reference, certainty: first.certainty, count: distinct.count,
      masked: distinct.prefix(Self.maskedLimit).map(PersonalNumber.masked),
      quote: quote(around: first.run))
  }

  private func hit(_ run: Range<Int>) -> Hit? {
    let digits = bytes[run]
    let number = String(decoding: digits, as: UTF8.self)
    switch run.count {
    case 18 where PersonalNumber.isResidentNumber(digits):
      return Hit(kind: .identityNumber, certainty: identityCertainty(run), number: number, run: run)
    case 15 where PersonalNumber.isOldResidentNumber(digits) && hasWord(identityWords, near: run):
      return Hit(kind: .identityNumber, certainty: .possible, number: number, run: run)
    case 11 where isMobile(digits):
      return Hit(kind: .phone, certainty: .possible, number: number, run: run)
    case 16...19 where digits.starts(with: "62".utf8) && PersonalNumber.satisfiesLuhn(digits):
      guard hasWord(cardWords, near: run) else { return nil }
      return Hit(kind: .bankCard, certainty: .named, number: number, run: run)
    default: return nil
    }
  }

  /// The words may stand right before the number or over its column at the head of a table.
  private func identityCertainty(_ run: Range<Int>) -> PersonalDataSighting.Certainty {
    if hasWord(exampleWords, near: run) { return .possible }
    return hasWord(identityWords, near: run) || hasWord(identityWords, within: 0..<run.lowerBound)
      ? .named : .possible
  }

  /// `1`, then 3…9: the numbering plan of mobile phones (工信部电信网编号计划).
  private func isMobile(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.first == 49 && (51...57).contains(digits[digits.startIndex + 1])
  }

  private func hasWord(_ words: [[UInt8]], near run: Range<Int>) -> Bool {
    hasWord(words, within: max(0, run.lowerBound - 90)..<min(bytes.count, run.upperBound + 15))
  }

  private func hasWord(_ words: [[UInt8]], within range: Range<Int>) -> Bool {
    words.contains { bytes[range].firstRange(of: $0) != nil }
  }

  /// About thirty characters before and ten after, with every long number in them masked.
  private func quote(around run: Range<Int>) -> String {
    var start = max(0, run.lowerBound - 90)
    var end = min(bytes.count, run.upperBound + 30)
    while start < run.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > run.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    // A number that the cut would split is left out, or its half would escape the mask.
    while start < run.lowerBound, isWordByte(start - 1), isWordByte(start) { start += 1 }
    while end > run.upperBound, end < bytes.count, isWordByte(end - 1), isWordByte(end) { end -= 1 }
    var shown = Array(bytes[start..<end])
    for other in PersonalNumber.digitRuns(in: shown) {
      let head = other.count <= 11 ? 3 : 4
      for index in other.dropFirst(head).dropLast(4) { shown[index] = 42 }
    }
    return String(decoding: shown, as: UTF8.self)
  }

  private func isWordByte(_ index: Int) -> Bool {
    index >= 0 && ((48...57).contains(bytes[index]) || (bytes[index] | 32) == 120)
  }

  /// Full-width digits (U+FF10…U+FF19) as plain ones.
  private static func narrowDigits(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    guard wideDigits.occurs(in: text) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if index + 2 < bytes.count, bytes[index] == 0xEF, bytes[index + 1] == 0xBC,
        (0x90...0x99).contains(bytes[index + 2])
      {
        result.append(bytes[index + 2] - 0x90 + 48)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }
}

private let wideDigits = WordSet(
  (0xFF10...0xFF19).compactMap { Unicode.Scalar($0).map { String($0) } })
private func words(_ list: [String]) -> [[UInt8]] { list.map { Array($0.utf8) } }

private let identityWords = words(["身份证", "公民身份", "证件号", "身份号码"])
private let exampleWords = words(["示例", "样例", "例如", "样本", "填写说明", "虚构"])
private let cardWords = words(["卡号", "银行", "账号", "帐号", "账户", "帐户", "开户"])
