import AuditModel
import PageModel
import SiteModel

/// Days that stand behind a label, on a line or in a table's column.
enum LabelledDates {
  /// The first day behind one of the labels.
  static func day(after labels: [String], in text: LabelledText) -> Day? {
    text.values(after: labels).lazy.compactMap { day(in: $0.text) }.first
  }

  /// The first day written in the text: `2022-03-01`, `2022年3月1日`, `2022/3/1`, `2022.3.1`.
  static func day(in text: String) -> Day? {
    var numbers: [Int] = []
    var run = ""
    for sign in text.prefix(60) + " " {
      if sign.isASCII, sign.isNumber {
        run.append(sign)
        continue
      }
      defer { run = "" }
      guard !run.isEmpty else {
        if !numbers.isEmpty, !"年月日-/. 0".contains(sign) { numbers = [] }
        continue
      }
      guard let number = Int(run) else { continue }
      if run.count == 4, (1990...2099).contains(number) {
        numbers = [number]
      } else if !numbers.isEmpty, run.count <= 2 {
        numbers.append(number)
      } else {
        numbers = []
      }
      if numbers.count == 3 {
        if let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) { return day }
        numbers = []
      }
    }
    return nil
  }
}

/// A table whose first rows name its columns.
struct HeadedTable {
  private let head: [String]
  let rows: ArraySlice<[String]>

  /// - Parameter needed: for each column sought, words of which one must stand in its head.
  init?(_ table: PageTable, needed: [[String]]) {
    for (number, row) in table.rows.prefix(4).enumerated() {
      let head = row.map { Naming.fold($0) }
      let places = needed.compactMap { HeadedTable.place(of: $0, in: head) }
      guard places.count == needed.count, Set(places).count == needed.count else { continue }
      self.head = head
      rows = table.rows.dropFirst(number + 1)
      return
    }
    return nil
  }

  func cell(_ row: [String], under words: [String]) -> String? {
    guard let index = HeadedTable.place(of: words, in: head), index < row.count else { return nil }
    return row[index]
  }

  private static func place(of words: [String], in head: [String]) -> Int? {
    head.firstIndex { cell in cell.count <= 16 && words.contains { cell.contains($0) } }
  }
}
