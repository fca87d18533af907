/// Tables as rows of cell texts, a spanning cell repeated in every place it covers.
struct TableReader {
  private let reading: PageReading
  private var tree: MarkupTree { reading.tree }

  init(_ reading: PageReading) { self.reading = reading }

  func tables(_ truncations: inout [String]) -> [PageTable] {
    var tables: [PageTable] = []
    for node in 1..<tree.count where tree.name(node) == .table && !reading.isHidden(node) {
      guard reading.places[node] != .navigation, !holdsTable(node) else { continue }
      if tables.count >= reading.limits.tables {
        truncations.append("tables:\(reading.limits.tables)")
        break
      }
      let rows = rows(of: node)
      guard rows.count > 1 || (rows.first?.count ?? 0) > 1 else { continue }
      tables.append(PageTable(rows: rows, xpath: tree.xpath(node)))
    }
    return tables
  }

  /// A table around tables lays out the page; its cells are whole sections.
  private func holdsTable(_ node: Int) -> Bool {
    (node + 1..<max(node + 1, Int(reading.outline.end[node]))).contains {
      tree.name($0) == .table
    }
  }

  private func rows(of table: Int) -> [[String]] {
    var rows: [[String]] = []
    /// For each column, the text of a cell from above and the rows it still covers.
    var hanging: [Int: (text: String, rows: Int)] = [:]
    for node in table..<Int(reading.outline.end[table]) where tree.name(node) == .tr {
      guard rows.count < reading.limits.rows else { break }
      rows.append(row(node, &hanging))
    }
    return rows
  }

  private func row(_ node: Int, _ hanging: inout [Int: (text: String, rows: Int)]) -> [String] {
    var cells: [String] = []
    func takeHanging() {
      while let above = hanging[cells.count], cells.count < reading.limits.columns {
        hanging[cells.count] = above.rows > 1 ? (above.text, above.rows - 1) : nil
        cells.append(above.text)
      }
    }
    takeHanging()
    tree.forEachChild(of: node) { cell in
      guard ElementSet.cells.contains(tree.name(cell)), cells.count < reading.limits.columns else {
        return
      }
      let text = reading.outline.line(cell)
      let columns = span(cell, "colspan", most: reading.limits.columns)
      let rows = span(cell, "rowspan", most: reading.limits.rows)
      for _ in 0..<columns where cells.count < reading.limits.columns {
        if rows > 1 { hanging[cells.count] = (text, rows - 1) }
        cells.append(text)
      }
      takeHanging()
    }
    return cells
  }

  private func span(_ cell: Int, _ name: StaticString, most: Int) -> Int {
    guard let value = tree.attribute(cell, name) else { return 1 }
    return max(1, min(most, Int(value.filter(\.isNumber)) ?? 1))
  }
}
