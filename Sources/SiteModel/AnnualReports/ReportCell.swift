/// A cell of a report's table that should hold a number.
public struct ReportCell: Sendable, Hashable {
  /// As it stands in the table.
  public let text: String
  /// The number; 0 for an empty cell, nil when the words are no whole number.
  public let value: Int?
  /// Whether it is empty or only a dash.
  public let isBlank: Bool

  /// Reads `12`, `１２`, `1,234`, `12件`, `-` and nothing.
  public init(_ text: String) {
    self.text = String(text.prefix(40))
    var bare = ""
    for sign in text.unicodeScalars {
      let half = (0xFF01...0xFF5E).contains(sign.value) ? sign.value - 0xFEE0 : sign.value
      if let scalar = Unicode.Scalar(half), !scalar.properties.isWhitespace {
        bare.unicodeScalars.append(scalar)
      }
    }
    bare.removeAll { $0 == "," || $0 == "，" || $0 == "\u{200B}" }
    isBlank = bare.isEmpty || bare.allSatisfy { "-—–－/\\_无".contains($0) }
    for unit in ["件次", "件", "条", "个", "宗", "次"] where bare.hasSuffix(unit) {
      bare = String(bare.dropLast(unit.count))
      break
    }
    if let dot = bare.firstIndex(of: "."), bare[bare.index(after: dot)...].allSatisfy({ $0 == "0" })
    {
      bare = String(bare[..<dot])
    }
    let isNumber = !bare.isEmpty && bare.count <= 9 && bare.allSatisfy { $0.isASCII && $0.isNumber }
    value = isBlank ? 0 : isNumber ? Int(bare) : nil
  }

  /// Whether it is a number or empty.
  var isReadable: Bool { value != nil }
}

/// Rows of a table whose heading names the columns.
struct ReportGrid {
  /// Neighbouring cells that say the same are one spanning cell, seen twice.
  static func distinct(_ cells: some Sequence<String>) -> [String] {
    var result: [String] = []
    for cell in cells where cell != result.last && !cell.isEmpty { result.append(cell) }
    return result
  }
}
