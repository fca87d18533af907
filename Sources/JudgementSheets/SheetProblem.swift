/// One thing that is wrong with a workbook of judgements, with its place and the remedy.
public struct SheetProblem: Hashable, Sendable, CustomStringConvertible {
  public var file: String
  public var sheet: String
  /// As people count, from 1; 0 when the whole sheet is meant.
  public var row: Int
  /// `F`; empty when the whole row is meant.
  public var column: String
  /// What is wrong and what to do, in Chinese.
  public var sentence: String

  public init(file: String, sheet: String = "", row: Int = 0, column: String = "", sentence: String)
  {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
    self.sentence = sentence
  }

  /// `评定.xlsx 工作表“考评”F7: …`.
  public var description: String {
    let cell = row > 0 ? (column.isEmpty ? "第\(row)行" : "\(column)\(row)") : column
    let place = sheet.isEmpty ? "" : " 工作表“\(sheet)”\(cell)"
    return "\(file)\(place): \(sentence)"
  }
}

/// Everything that is wrong with a workbook; nothing of it is applied.
public struct SheetProblems: Error, Hashable, Sendable, CustomStringConvertible {
  public var problems: [SheetProblem]

  public init(_ problems: [SheetProblem]) { self.problems = problems }

  public var description: String {
    let shown = problems.prefix(200).map(\.description)
    let rest = problems.count - shown.count
    return (shown + (rest > 0 ? [Wording.more(rest)] : [])).joined(separator: "\n")
  }
}
