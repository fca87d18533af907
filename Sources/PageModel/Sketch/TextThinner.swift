import CXML2

/// Cuts long runs of prose short before libxml2 walks them character by character, which is a
/// good part of what reading a Chinese page costs.
///
/// Only what a sketch does not ask for is lost: a run keeps its beginning, and is left alone when
/// it may hold a date, or a `>`, which text hardly ever does and comments and scripts often do.
/// Where this and libxml2 should ever disagree about what is text, words are cut and nothing else.
struct TextThinner {
  /// Bytes of a run that stay; more than the words of any pager have.
  private static let kept = 96
  private static let worthwhile = 160

  private let input: [UInt8]
  private var position = 0
  /// Up to where the input has been taken over.
  private var taken = 0
  private(set) var html: [UInt8] = []
  /// Whether anything was cut.
  private(set) var isThinned = false

  init(_ utf8: [UInt8]) {
    input = utf8
    run()
    if isThinned { html.append(contentsOf: input[taken...]) } else { html = input }
  }

  private mutating func run() {
    while position < input.count {
      let open = next(Ascii.less)
      thin(position..<open)
      position = open
      guard open + 1 < input.count, skipMarkup() else { return }
    }
  }

  private mutating func thin(_ run: Range<Int>) {
    guard run.count >= TextThinner.worthwhile else { return }
    let cut = start(of: run)..<run.upperBound
    let text = input[cut]
    guard next(Ascii.greater, from: cut.lowerBound, before: cut.upperBound) == cut.upperBound,
      !SketchText.mayHoldDate(text)
    else { return }
    html.append(contentsOf: input[taken..<cut.lowerBound])
    taken = cut.upperBound
    isThinned = true
  }

  /// Where the cut begins, between two characters.
  private func start(of run: Range<Int>) -> Int {
    var at = run.lowerBound + TextThinner.kept
    while at < run.upperBound, input[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }

  // MARK: Markup

  /// Moves past the tag, comment or declaration at hand; false at the end of the document, or when
  /// something is left open.
  private mutating func skipMarkup() -> Bool {
    let byte = input[position + 1]
    if input.matchesIgnoringCase("<!--", at: position) {
      return skip(past: "-->", from: position + 4)
    }
    if Ascii.isLetter(byte) { return skipTag() }
    guard byte == Ascii.slash || byte == Ascii.bang || byte == Ascii.question else {
      position += 1
      return true
    }
    position = next(Ascii.greater) + 1
    return position < input.count
  }

  /// Elements whose content is not walked, whatever looks like a tag in it.
  private static let raw: [StaticString] = [
    "script", "style", "title", "textarea", "xmp", "noscript", "iframe", "noframes",
  ]

  private mutating func skipTag() -> Bool {
    let name = position + 1
    skipAttributes()
    for word in TextThinner.raw where input.matchesIgnoringCase(word, at: name) {
      let end = name + word.utf8CodeUnitCount
      if end < input.count, !Ascii.isWord(input[end]) { return skipContent(of: word) }
    }
    return position < input.count
  }

  /// To the `>` of a tag. A quote opens a value only right behind `=`.
  private mutating func skipAttributes() {
    var isValue = false
    while position < input.count {
      let byte = input[position]
      position += 1
      if byte == Ascii.greater { return }
      if isValue, byte == Ascii.quote || byte == Ascii.apostrophe { position = next(byte) + 1 }
      if !Ascii.isSpace(byte) { isValue = byte == Ascii.equals }
    }
  }

  private mutating func skipContent(of word: StaticString) -> Bool {
    while position < input.count {
      position = next(Ascii.less)
      if position + 1 < input.count, input[position + 1] == Ascii.slash,
        input.matchesIgnoringCase(word, at: position + 2)
      {
        return true
      }
      position += 1
    }
    return false
  }

  private mutating func skip(past word: StaticString, from start: Int) -> Bool {
    guard start < input.count,
      let found = input[start...].firstIndexIgnoringCase(of: word, from: start)
    else { return false }
    position = found + word.utf8CodeUnitCount
    return position < input.count
  }

  /// The next such byte at or after the position, or the end.
  private func next(_ byte: UInt8) -> Int { next(byte, from: position, before: input.count) }

  /// The first such byte of a range, or its end.
  private func next(_ byte: UInt8, from start: Int, before end: Int) -> Int {
    input.withUnsafeBytes { bytes in
      guard start < end, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), end - start)
      else { return end }
      return UnsafeRawPointer(found) - base
    }
  }
}
