/// A ruled table of one page with its words, spanning cells repeated in every place they cover.
struct LaidOutTable {
  let page: Int
  private(set) var columns: [Double]
  let top: Double
  let bottom: Double
  private(set) var rows: [[String]]

  /// - Parameter words: those whose middles lie within the grid.
  init(_ grid: RuledGrid, page: Int, words: [LayoutWord]) {
    self.page = page
    columns = grid.columns
    (top, bottom) = (grid.rows[0], grid.rows[grid.height])
    var content: [Int: [LayoutWord]] = [:]
    for word in words.flatMap({ $0.cut(at: LaidOutTable.walls(across: $0, grid)) }) {
      guard let (row, column) = grid.place(word.middle.x, word.middle.y) else { continue }
      content[grid.cells[row][column], default: []].append(word)
    }
    let texts = content.mapValues(LaidOutTable.text)
    rows = grid.cells.map { $0.map { texts[$0] ?? "" } }
  }

  /// Borders that a word runs across although they separate cells there.
  private static func walls(across word: LayoutWord, _ grid: RuledGrid) -> [Double] {
    guard let (row, _) = grid.place(word.middle.x, word.middle.y) else { return [] }
    return grid.columns.indices.dropFirst().dropLast()
      .filter { grid.cells[row][$0 - 1] != grid.cells[row][$0] }.map { grid.columns[$0] }
  }

  /// Words of a cell, line by line.
  private static func text(_ words: [LayoutWord]) -> String {
    var lines: [[LayoutWord]] = []
    for word in words.sorted(by: { ($0.middle.y, $0.left) < ($1.middle.y, $1.left) }) {
      if let first = lines.last?.first, word.middle.y - first.middle.y < first.height * 0.5 {
        lines[lines.count - 1].append(word)
      } else {
        lines.append([word])
      }
    }
    return LayoutWord.joined(lines.flatMap { $0.sorted { $0.left < $1.left } })
  }

  // MARK: - Over page breaks

  /// Whether `next`, on the page after, has the same columns. A part whose cells all span some of
  /// them draws fewer.
  func isContinued(by next: LaidOutTable) -> Bool {
    guard next.page > page, let left = columns.first, let right = columns.last,
      let nextLeft = next.columns.first, let nextRight = next.columns.last,
      abs(left - nextLeft) <= 4, abs(right - nextRight) <= 4
    else { return false }
    return Self.holds(columns, next.columns) || Self.holds(next.columns, columns)
  }

  private static func holds(_ borders: [Double], _ others: [Double]) -> Bool {
    others.allSatisfy { other in borders.contains { abs($0 - other) <= 4 } }
  }

  /// The same table with more borders: what spans them is repeated.
  private func spread(over borders: [Double]) -> LaidOutTable {
    guard borders.count > columns.count else { return self }
    let sources = zip(borders, borders.dropFirst()).map { left, right in
      let next = columns.firstIndex { $0 > (left + right) / 2 } ?? columns.count - 1
      return max(0, next - 1)
    }
    var result = self
    result.columns = borders
    result.rows = rows.map { row in sources.map { row[$0] } }
    return result
  }

  /// Takes in the rows of the table's rest on the page after: headings repeated there are left out,
  /// cells that a page break cut off hold what stands above the break.
  func continued(by next: LaidOutTable) -> LaidOutTable {
    let borders = columns.count < next.columns.count ? next.columns : columns
    return spread(over: borders).joined(with: next.spread(over: borders))
  }

  private func joined(with next: LaidOutTable) -> LaidOutTable {
    var result = self
    var rest = next.rows[...]
    for row in rows where row == rest.first && !row.contains(where: Self.isNumber) {
      rest = rest.dropFirst()
    }
    guard let first = rest.first, let last = rows.last else { return result }
    if Self.isRest(first, of: last) {
      result.rows[rows.count - 1] = zip(last, first).map { $0 == $1 ? $0 : $0 + $1 }
      rest = rest.dropFirst()
    }
    // What is empty from the break on belongs to a cell that begins above it.
    var isOpen = first.map(\.isEmpty)
    for row in rest {
      let above = result.rows[result.rows.count - 1]
      isOpen = zip(isOpen, row).map { $0 && $1.isEmpty }
      result.rows.append(Self.filled(row, from: above, where: isOpen))
    }
    return LaidOutTable(result, upTo: next)
  }

  private init(_ table: LaidOutTable, upTo next: LaidOutTable) {
    page = next.page
    columns = table.columns
    top = table.top
    bottom = next.bottom
    rows = table.rows
  }

  /// Empty cells take what stands above them, numbers excepted: a label's cell spans, a number's
  /// does not.
  private static func filled(
    _ row: [String], from above: [String], where isOpen: [Bool]
  ) -> [String] {
    let labels = row.firstIndex(where: isNumber) ?? row.count
    return row.indices.map { index in
      guard row[index].isEmpty, isOpen[index], index < labels, !isNumber(above[index]) else {
        return row[index]
      }
      return above[index]
    }
  }

  /// Whether the row is the lower part of one that the page break cut in two: what it holds was
  /// missing above, and it begins in the middle of a sentence.
  private static func isRest(_ row: [String], of last: [String]) -> Bool {
    let label = row.last { !$0.isEmpty && !isNumber($0) } ?? ""
    let hasNumbers = { (cells: [String]) in cells.contains(where: isNumber) }
    guard hasNumbers(row) != hasNumbers(last), hasNumbers(row) || !label.isEmpty else {
      return false
    }
    return !beginsWithNumber(label)
      && zip(last, row).allSatisfy { isNumber($1) ? $0.isEmpty : !isNumber($0) || $1.isEmpty }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isNumber || ".,，-".contains($0) }
  }

  /// `1．`, `（三）`, `四、`: the beginning of a row of its own.
  private static func beginsWithNumber(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if "（(".contains(first) { return true }
    let rest = text.drop { $0.isNumber || "一二三四五六七八九十".contains($0) }
    return rest.startIndex > text.startIndex && rest.first.map { ".．、".contains($0) } ?? false
  }
}
