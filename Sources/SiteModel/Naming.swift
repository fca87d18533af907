/// How Chinese names and titles are compared: by what is left when typography is taken away.
public enum Naming {
  /// Without spaces, quotes, brackets and punctuation; full-width ASCII as half-width; lower case.
  public static func fold(_ text: some StringProtocol) -> String {
    text.utf8.withContiguousStorageIfAvailable { FoldedBytes.fold($0) }
      ?? Array(text.utf8).withUnsafeBufferPointer { FoldedBytes.fold($0) }
  }

  /// Whether the folded text has at least so many characters; it is not folded to its end.
  static func isFoldedLength(of text: String, atLeast length: Int) -> Bool {
    let count =
      text.utf8.withContiguousStorageIfAvailable { FoldedBytes.count($0, most: length) }
      ?? Array(text.utf8).withUnsafeBufferPointer { FoldedBytes.count($0, most: length) }
    return count >= length
  }

  /// A column's name for comparison: folded, without list numbers and edition notes
  /// (`一、政府信息公开指南(2024年版)` → `政府信息公开指南`).
  public static func column(_ text: some StringProtocol) -> String {
    var name = withoutNumbering(Substring(text))
    if mayHoldBracket(name), let bracket = name.firstIndex(where: { "(（[【".contains($0) }),
      name[bracket...].contains(where: \.isNumber) || name[bracket...].contains("修订")
    {
      name = name[..<bracket]
    }
    return fold(name)
  }

  private static func mayHoldBracket(_ text: Substring) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      // （ begins with EF, 【 with E3.
      case 0x28, 0x5B, 0xE3, 0xEF: true
      default: false
      }
    }
  }

  /// Whether the text begins with an ideograph that is no numeral, as nearly every name does.
  private static func beginsPlainly(_ text: Substring) -> Bool {
    guard let first = text.unicodeScalars.first else { return true }
    return (0x4E00...0x9FFF).contains(first.value) && !"一二三四五六七八九十".unicodeScalars.contains(first)
  }

  private static func withoutNumbering(_ text: Substring) -> Substring {
    if beginsPlainly(text) { return text }
    var rest = text.drop { $0.isWhitespace || "·•>»◆▪●-—|".contains($0) }
    let number = rest.prefix { "（(一二三四五六七八九十0123456789）)".contains($0) }
    let after = rest.dropFirst(number.count)
    if !number.isEmpty, number.count <= 4, let mark = after.first, "、.．".contains(mark) {
      rest = after.dropFirst()
    } else if !number.isEmpty, number.count <= 4, let last = number.last, "）)".contains(last) {
      rest = after
    }
    return rest
  }

  /// What a policy and its interpretation have in common in their titles: the name inside 《》,
  /// without issuer, `关于印发…的通知`, `解读` and the like, folded.
  public static func titleCore(_ title: String) -> String {
    var text = withoutTags(unifyBrackets(title))
    if let open = text.firstIndex(of: "《") {
      let close = text.lastIndex(of: "》") ?? text.endIndex
      if open < close { text = String(text[text.index(after: open)..<close]) }
    }
    text.removeAll { "《》".contains($0) }
    text = withoutDocumentNumber(text)
    text = strip(text, prefixes: interpretationPrefixes, suffixes: interpretationSuffixes)
    text = withoutIssuer(text)
    return strip(fold(text), prefixes: [], suffixes: ["试行", "暂行", "政策", "全文"])
  }

  private static let interpretationPrefixes = [
    "政策解读", "文件解读", "专家解读", "一图读懂", "图文解读", "图解", "图说", "划重点", "解读", "读懂",
    "关于对", ":", "：", "|", "丨", "-", "—", " ", "　",
  ]
  private static let interpretationSuffixes = [
    "政策解读", "文件解读", "专家解读", "图文解读", "文字解读", "部门解读", "解读材料", "解读稿", "的解读",
    "解读", "的图解", "图解", "一图读懂", "答记者问", "问答", "起草说明", "的说明", "政策问答", " ", "　", "|",
    "-", "—", ":", "：",
  ]

  private static func strip(_ text: String, prefixes: [String], suffixes: [String]) -> String {
    var rest = Substring(text)
    var changed = true
    while changed {
      changed = false
      for prefix in prefixes where rest.hasPrefix(prefix) && rest.count > prefix.count {
        rest = rest.dropFirst(prefix.count)
        changed = true
      }
      for suffix in suffixes where rest.hasSuffix(suffix) && rest.count > suffix.count {
        rest = rest.dropLast(suffix.count)
        changed = true
      }
    }
    return String(rest)
  }

  private static func unifyBrackets(_ text: String) -> String {
    String(text.map { "〈<".contains($0) ? "《" : ("〉>".contains($0) ? "》" : $0) })
  }

  /// Drops leading `【政策解读】`, `[图解]` and the like.
  private static func withoutTags(_ text: String) -> String {
    var rest = Substring(text).drop(while: \.isWhitespace)
    while let first = rest.first, "【[".contains(first),
      let close = rest.firstIndex(where: { "】]".contains($0) })
    {
      rest = rest[rest.index(after: close)...].drop(while: \.isWhitespace)
    }
    return String(rest)
  }

  private static func withoutDocumentNumber(_ text: String) -> String {
    guard let open = text.lastIndex(where: { "(（".contains($0) }), text[open...].contains("号")
    else { return text }
    return String(text[..<open])
  }

  private static func withoutIssuer(_ text: String) -> String {
    var rest = Substring(text)
    let endings = ["的通知", "的意见", "的公告", "的通告", "的决定", "的批复", "的函", "的实施意见"]
    var isAbout = false
    for mark in ["关于印发", "关于转发", "关于公布", "关于发布", "印发", "关于"] {
      guard let range = rest.firstRange(of: mark) else { continue }
      // A long run before the mark is no issuer but part of the name.
      guard rest[..<range.lowerBound].count <= 30 else { continue }
      rest = rest[range.upperBound...]
      isAbout = true
    }
    guard isAbout else { return String(rest) }
    for ending in endings where rest.hasSuffix(ending) && rest.count > ending.count {
      return String(rest.dropLast(ending.count))
    }
    return String(rest)
  }
}
