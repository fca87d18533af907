internal import AuditModel

/// Dates a reader sees, each with its words and its part in the page.
struct DateReader {
  private let reading: PageReading
  private var outline: Outline { reading.outline }

  init(_ reading: PageReading) { self.reading = reading }

  /// A date with its label and how sure the label is.
  struct Labelled {
    var day: Day
    var quote: String
    var role: DatedText.Role
    var strength: DateRoles.Strength
    var found: FoundDate
    var node: Int
  }

  func labelled() -> [Labelled] { reading.dates.map(read) }

  /// As ``Page/dates`` holds them, with what became known of lists since.
  func dates(_ labelled: [Labelled]) -> [DatedText] {
    labelled.map { date in
      var text = text(date)
      if reading.places[date.node] == .list { text.role = .listed }
      return text
    }
  }

  func text(_ date: Labelled) -> DatedText {
    DatedText(
      day: date.day, quote: date.quote, role: date.role, source: reading.xpath(date.node))
  }

  private func read(_ found: FoundDate) -> Labelled {
    let node = outline.element(at: found.range.lowerBound)
    let before = words(before: found.range.lowerBound)
    var (role, strength, label) = DateRoles.role(after: before)
    if found.isInNumerals, role == .other { role = .created }
    if strength == .generic, !isNear(before, label) {
      (role, strength, label) = (.other, .none, "")
    }
    let shown = outline.line(found.range)
    return Labelled(
      day: found.day, quote: label.isEmpty ? shown : quoted(before, label) + shown, role: role,
      strength: strength, found: found, node: node)
  }

  /// The words of the same line before an offset; a cell's label may stand in the cell before, and
  /// a label that ends in a colon on the line before.
  private func words(before offset: Int) -> ArraySlice<UInt8> {
    let text = outline.text
    var start = offset
    var hasText = false
    while start > 0, offset - start < 90 {
      let byte = text[start - 1]
      if byte == Ascii.newline, hasText || !endsInColon(start - 1) { break }
      if byte == Ascii.tab, hasText { break }
      if byte > Ascii.space { hasText = true }
      start -= 1
    }
    while start < offset, text[start] & 0xC0 == 0x80 { start += 1 }
    return text[start..<offset]
  }

  private func endsInColon(_ end: Int) -> Bool {
    var at = end
    while at > 0, outline.text[at - 1] <= Ascii.space { at -= 1 }
    if at > 0, outline.text[at - 1] == Ascii.colon { return true }
    return at >= 3 && outline.text[at - 3..<at].elementsEqual("：".utf8)
  }

  /// A general word such as 时间 counts only right before the date.
  private func isNear(_ before: ArraySlice<UInt8>, _ label: String) -> Bool {
    let near = before.suffix(label.utf8.count + 10).filter { $0 > Ascii.space }
    return String(decoding: near, as: UTF8.self).lowercased().contains(label)
  }

  /// The label as it stands on the page, blanks and colon included.
  private func quoted(_ before: ArraySlice<UInt8>, _ label: String) -> String {
    var need = label.utf8.count
    var at = before.endIndex
    while at > before.startIndex, need > 0 {
      at -= 1
      let byte = before[at]
      let isMark = byte <= Ascii.space || byte == Ascii.colon || isColonByte(before, at)
      if !isMark { need -= 1 }
    }
    while at > before.startIndex, before[at] & 0xC0 == 0x80 { at -= 1 }
    let ends = (before.last ?? 0) == Ascii.space ? " " : ""
    return TextFold.line(before[at...]) + ends
  }

  /// One of the three bytes of a full-width colon.
  private func isColonByte(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Bool {
    (0...2).contains { back in
      let start = at - back
      return start >= bytes.startIndex && start + 3 <= bytes.endIndex
        && bytes[start..<start + 3].elementsEqual("：".utf8)
    }
  }
}
