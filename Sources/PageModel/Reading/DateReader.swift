internal import AuditModel

/// Dates a reader sees, each with its words and its part in the page.
struct DateReader {
  private let reading: PageReading
  private var outline: Outline { reading.outline }

  init(_ reading: PageReading) { self.reading = reading }

  func dates() -> [DatedText] {
    reading.dates.map { read($0).text }
  }

  /// A date with its label and how sure the label is.
  struct Labelled {
    var text: DatedText
    var strength: DateRoles.Strength
    var found: FoundDate
    var node: Int
  }

  func labelled() -> [Labelled] { reading.dates.map(read) }

  private func read(_ found: FoundDate) -> Labelled {
    let node = outline.element(at: found.range.lowerBound)
    let before = words(before: found.range.lowerBound)
    var (role, strength, label) = DateRoles.role(after: before)
    if found.isInNumerals, role == .other { role = .created }
    if reading.places[node] == .list { role = .listed }
    if strength == .generic, !isNearLabel(before, label) { (role, strength) = (.other, .none) }
    let shown = outline.line(found.range)
    let quote = label.isEmpty ? shown : quoted(before, label) + shown
    return Labelled(
      text: DatedText(day: found.day, quote: quote, role: role, source: path(node)),
      strength: strength, found: found, node: node)
  }

  private func path(_ node: Int) -> String { reading.tree.xpath(node) }

  /// The words of the same line before an offset; a cell's label may stand in the cell before, and
  /// a label that ends in a colon on the line before.
  private func words(before offset: Int) -> String {
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
    return String(decoding: text[start..<offset], as: UTF8.self)
  }

  private func endsInColon(_ end: Int) -> Bool {
    var at = end
    while at > 0, outline.text[at - 1] <= Ascii.space { at -= 1 }
    if at > 0, outline.text[at - 1] == Ascii.colon { return true }
    return at >= 3 && outline.text[at - 3..<at].elementsEqual("：".utf8)
  }

  /// A general word such as 时间 counts only right before the date.
  private func isNearLabel(_ before: String, _ label: String) -> Bool {
    before.suffix(label.count + 6).filter { !$0.isWhitespace }.lowercased().contains(label)
  }

  private func quoted(_ before: String, _ label: String) -> String {
    let compact = Array(before)
    var need = label.count
    var at = compact.count
    while at > 0, need > 0 {
      at -= 1
      let mark = compact[at]
      if !mark.isWhitespace, mark != "：", mark != ":" || need < label.count { need -= 1 }
    }
    return TextFold.line(String(compact[at...])) + (compact.last == " " ? " " : "")
  }
}
