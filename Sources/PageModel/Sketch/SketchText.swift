import AuditModel

/// The visible text of a tree, as far as a crawl needs it.
struct SketchText {
  private(set) var dates: [Day] = []
  /// Characters seen that are no blanks; counting stops past what a notice may have.
  private var length = 0
  private let dateLimit: Int

  var isNotice: Bool { length <= PageSketch.noticeLength }

  init(_ tree: MarkupTree, dateLimit: Int) {
    self.dateLimit = dateLimit
    var isHidden = [Bool](repeating: false, count: tree.count)
    for node in 1..<tree.count {
      if isHidden[tree.parent(node)] || Outline.isHiding(tree, node) {
        isHidden[node] = true
      } else if tree.name(node) == .text {
        read(tree.textBytes(node))
      }
    }
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    if isNotice { length += SketchText.length(text) }
    guard dates.count < dateLimit, SketchText.mayHoldDate(text) else { return }
    let found = DateScanner(text).all(limit: dateLimit - dates.count)
    if !found.isEmpty { dates.append(contentsOf: found.map(\.day)) }
  }

  /// Characters that are no blanks, the wide blanks of Chinese pages among them.
  private static func length(_ text: ArraySlice<UInt8>) -> Int {
    text.withUnsafeBufferPointer { bytes in
      var count = 0
      for at in bytes.indices where bytes[at] > 0x20 && bytes[at] & 0xC0 != 0x80 {
        let isBlank =
          bytes[at] == 0xC2 && at + 1 < bytes.count && bytes[at + 1] == 0xA0
          || bytes[at] == 0xE3 && at + 2 < bytes.count && bytes[at + 1] == 0x80
            && bytes[at + 2] == 0x80
        if !isBlank { count += 1 }
      }
      return count
    }
  }

  /// A date has digits, or is written in Chinese numerals and names its year. Eight bytes are the
  /// shortest, `2020-1-2`.
  static func mayHoldDate(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count >= 8 else { return false }
    let digit = text.withUnsafeBytes {
      $0.firstIndex(inWordsThat: ByteWord.holdsDigit, where: Ascii.isDigit)
    }
    if digit != nil { return true }
    return text.firstIndexIgnoringCase(of: "年", from: text.startIndex) != nil
  }

  /// The whole visible text, as ``Page/text`` has it.
  static func text(_ tree: MarkupTree, limit: Int) -> String {
    TextReader.text(Outline(tree), limit: limit) { _ in true }
  }
}
