import PageModel

/// The signature at the end of a document: organ and date, each on a line of its own.
enum PolicySignature {
  private static let linesRead = 40
  private static let longest = 24

  /// The last line that is a date and nothing else, such as `2017年3月27日`; what stands before it
  /// may be attachments, so the whole end of the text is read.
  static func date(in text: String) -> String? {
    text.split(separator: "\n").suffix(linesRead).last { isDate($0.trimmingSpaces()) }
      .map { $0.trimmingSpaces() }
  }

  private static func isDate(_ line: String) -> Bool {
    guard line.count <= longest, line.hasSuffix("日") else { return false }
    let bare = line.filter { !$0.isWhitespace }
    let (year, month) = (bare.firstIndex(of: "年"), bare.firstIndex(of: "月"))
    guard let year, let month, year < month else { return false }
    let parts = [
      bare[..<year], bare[year..<month].dropFirst(), bare[month...].dropFirst().dropLast(),
    ]
    return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(digits.contains) } && parts[0].count == 4
  }

  private static let digits = Set("0123456789０１２３４５６７８９〇○Ｏ零一二三四五六七八九十")
}
