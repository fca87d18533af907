/// Decides how a body is encoded and turns it into UTF-8.
///
/// Portals mislabel themselves: a page says gb2312 and is UTF-8, or the other way round. A label
/// is believed when the bytes fit it; when they do not and fit another encoding, the bytes win and
/// the contradiction is recorded (crawling.md §3.2: a wrong guess loses every link of the page).
public enum CharsetDecoder {
  /// Faults a label may have before the bytes are tried with another encoding.
  private static let tolerated = 3
  /// Bytes looked at when encodings are compared.
  private static let sampleSize = 262_144

  /// The decision alone; `replacements` stays 0, for nothing is decoded yet.
  public static func decide(body: [UInt8], contentType: String?) -> CharsetDecision {
    choose(body: body, contentType: contentType).decision
  }

  /// The body as UTF-8, without byte order mark, and how it was read.
  public static func decode(
    body: [UInt8], contentType: String?
  ) -> (utf8: [UInt8], decision: CharsetDecision) {
    let choice = choose(body: body, contentType: contentType)
    if choice.charset == .utf8, choice.isFlawless { return (body, choice.decision) }
    let text = choice.charset.decode(body, from: choice.start)
    var decision = choice.decision
    decision.replacements = text.replacements
    return (text.bytes, decision)
  }

  /// `isFlawless`: the whole body is UTF-8 without a fault, so that nothing has to be decoded.
  private typealias Choice = (
    charset: Charset, decision: CharsetDecision, start: Int, isFlawless: Bool
  )

  private static func choose(body: [UInt8], contentType: String?) -> Choice {
    let header = contentType.flatMap { MetaPrescan.charset(inContent: $0) }
    let meta = MetaPrescan.label(in: body)
    let declared = header ?? meta
    if let (charset, length) = byteOrderMark(body) {
      let labelled = declared.flatMap { Charset(label: $0) }
      let decision = CharsetDecision(
        name: charset.rawValue, source: .byteOrderMark, declared: declared,
        isContradictory: labelled.map { $0 != charset } ?? false)
      return (charset, decision, length, false)
    }
    // A page that could be scanned for a meta element is no UTF-16 (HTML standard, same place).
    let fromMeta = meta.flatMap { Charset(label: $0) }.map { isUTF16($0) ? .utf8 : $0 }
    let fromHeader = header.flatMap { Charset(label: $0) }
    return weigh(body, header: fromHeader, meta: fromMeta, declared: declared)
  }

  private static func weigh(
    _ body: [UInt8], header: Charset?, meta: Charset?, declared: String?
  ) -> Choice {
    let sample = Sample(body, size: sampleSize)
    let isDisputed = header != nil && meta != nil && header != meta
    var candidates: [(Charset, CharsetDecision.Source)] = []
    if let header { candidates.append((header, .header)) }
    if let meta { candidates.append((meta, .meta)) }
    for (charset, source) in candidates where sample.fits(charset, tolerated: 0) {
      return choice(charset, source, declared, isDisputed, isFlawless: sample.isFlawless)
    }
    if let charset = sample.best {
      let contradicts = candidates.contains { $0.0 != charset }
      return choice(
        charset, .content, declared, isDisputed || contradicts, isFlawless: sample.isFlawless)
    }
    for (charset, source) in candidates where sample.fits(charset, tolerated: tolerated) {
      return choice(charset, source, declared, isDisputed)
    }
    if let (charset, source) = sample.least(of: candidates) {
      return choice(charset, source, declared, isDisputed)
    }
    return choice(.windows1252, .fallback, declared, isDisputed)
  }

  private static func choice(
    _ charset: Charset, _ source: CharsetDecision.Source, _ declared: String?, _ disputed: Bool,
    isFlawless: Bool = false
  ) -> Choice {
    let decision = CharsetDecision(
      name: charset.rawValue, source: source, declared: declared, isContradictory: disputed)
    return (charset, decision, 0, isFlawless)
  }

  private static func byteOrderMark(_ body: [UInt8]) -> (Charset, Int)? {
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if body.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    if body.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    return nil
  }

  private static func isUTF16(_ charset: Charset) -> Bool {
    charset == .utf16LittleEndian || charset == .utf16BigEndian
  }
}

/// What the bytes themselves say about their encoding.
private struct Sample {
  private let utf8Faults: Int
  private let gb18030Faults: Int
  private let big5Faults: Int
  private let highBytes: Int
  /// The whole body is UTF-8 without a fault.
  let isFlawless: Bool
  private static let limit = 1000

  init(_ body: [UInt8], size: Int) {
    let isWhole = body.count <= size && body.withUnsafeBufferPointer(UTF8Reading.isValid)
    isFlawless = isWhole
    (utf8Faults, gb18030Faults, big5Faults, highBytes) = body.withUnsafeBufferPointer { buffer in
      let sample = UnsafeBufferPointer(rebasing: buffer[..<min(buffer.count, size)])
      let utf8 = isWhole ? 0 : UTF8Reading.faults(sample, limit: Sample.limit)
      if utf8 == 0 {
        // Flawless UTF-8 beyond ASCII is never anything else; how many such bytes does not matter.
        let isWide = sample.contains { $0 >= 0x80 }
        return (0, isWide ? Sample.limit : 0, isWide ? Sample.limit : 0, isWide ? 1 : 0)
      }
      let high = sample.reduce(into: 0) { $0 += Int($1 >> 7) }
      return (
        utf8, GB18030Reading.faults(sample, limit: Sample.limit),
        Big5Reading.faults(sample, limit: Sample.limit), high
      )
    }
  }

  func fits(_ charset: Charset, tolerated: Int) -> Bool {
    if highBytes == 0 { return true }
    return faults(charset) <= tolerated
  }

  /// The encoding every byte fits; text in UTF-8 hardly ever fits another by chance.
  var best: Charset? {
    if highBytes == 0 { return nil }
    if utf8Faults == 0 { return .utf8 }
    if utf8Faults * 50 < highBytes, utf8Faults < gb18030Faults { return .utf8 }
    if gb18030Faults == 0, highBytes >= 4 { return .gb18030 }
    if gb18030Faults * 50 < highBytes, gb18030Faults < big5Faults { return .gb18030 }
    if big5Faults == 0, highBytes >= 8 { return .big5 }
    return nil
  }

  func least(
    of candidates: [(Charset, CharsetDecision.Source)]
  ) -> (Charset, CharsetDecision.Source)? {
    candidates.min { faults($0.0) < faults($1.0) }
  }

  private func faults(_ charset: Charset) -> Int {
    switch charset {
    case .utf8: utf8Faults
    case .gb18030: gb18030Faults
    case .big5: big5Faults
    // Every byte is a letter of windows-1252; Chinese text that claims it is tried otherwise.
    case .windows1252: highBytes > 0 && (utf8Faults == 0 || gb18030Faults == 0) ? 1 : 0
    case .utf16LittleEndian, .utf16BigEndian: highBytes == 0 ? 0 : 1
    }
  }
}
