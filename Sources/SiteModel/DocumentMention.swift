/// A document number in running text, such as `道府办发〔2020〕5号`, and the name before it.
struct DocumentMention: Sendable, Hashable {
  /// With up to twelve characters before the year, brackets unified to 〔〕.
  let number: String
  /// The 《…》 that ends right before the number.
  let name: String?

  /// Whether the mention means the document that bears `own`.
  func means(_ own: String) -> Bool {
    number == own || (number.hasSuffix(own) && own.first.map { $0 != "〔" } == true)
  }

  static func numbers(in text: String) -> [String] { all(in: text).map(\.number) }

  static func normalise(_ number: String) -> String { numbers(in: number).first ?? number }

  static func all(in text: String) -> [DocumentMention] {
    let characters = Array(text)
    var found: [DocumentMention] = []
    var index = 0
    while index < characters.count, found.count < 40 {
      if "〔[［【(（".contains(characters[index]),
        let (number, end) = number(at: index, in: characters)
      {
        let prefix = prefix(before: index, in: characters)
        let name = name(before: index - prefix.count, in: characters)
        if !prefix.isEmpty { found.append(DocumentMention(number: prefix + number, name: name)) }
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  /// `〔2020〕5号` from the bracket on; spaces and 第 are allowed, as portals write them.
  private static func number(at start: Int, in text: [Character]) -> (String, Int)? {
    var index = start + 1
    func digits(_ limit: Int) -> String {
      var result = ""
      while index < text.count, result.count < limit, text[index].isASCII, text[index].isNumber {
        result.append(text[index])
        index += 1
      }
      return result
    }
    let year = digits(4)
    guard year.count == 4, index < text.count, "〕]］】)）".contains(text[index]) else { return nil }
    index += 1
    while index < text.count, text[index] == "第" || text[index] == " " { index += 1 }
    let serial = digits(5)
    while index < text.count, text[index] == " " { index += 1 }
    guard !serial.isEmpty, index < text.count, text[index] == "号" else { return nil }
    return ("〔\(year)〕\(Int(serial) ?? 0)号", index + 1)
  }

  private static func prefix(before end: Int, in text: [Character]) -> String {
    var start = end
    while start > 0, end - start < 12, let scalar = text[start - 1].unicodeScalars.first,
      (0x4E00...0x9FFF).contains(scalar.value)
        || text[start - 1].isASCII && text[start - 1].isLetter
    {
      start -= 1
    }
    return String(text[start..<end])
  }

  /// `…《名称》(` + number: the name.
  private static func name(before end: Int, in text: [Character]) -> String? {
    var index = end - 1
    while index >= 0, "(（ ".contains(text[index]) { index -= 1 }
    guard index >= 0, text[index] == "》" else { return nil }
    var open = index
    while open > 0, index - open < 120, text[open] != "《" { open -= 1 }
    guard text[open] == "《" else { return nil }
    return String(text[(open + 1)..<index])
  }
}
