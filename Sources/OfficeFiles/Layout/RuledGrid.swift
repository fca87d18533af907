/// A table as its lines draw it: columns and rows, and which of their crossings are one cell.
struct RuledGrid: Sendable {
  /// Borders of the columns from left to right.
  let columns: [Double]
  /// Borders of the rows from top to bottom.
  let rows: [Double]
  /// For each row and column the number of the cell that covers the place.
  let cells: [[Int]]

  var width: Int { columns.count - 1 }
  var height: Int { rows.count - 1 }

  /// Borders nearer to each other than this are one border, drawn double.
  private static let nearness = 3.0

  /// The tables of a page: lines that hang together, from the top of the page.
  static func grids(_ rulings: [Ruling]) -> [RuledGrid] {
    let lines = Ruling.merged(rulings)
    guard lines.count < 5_000 else { return [] }
    return components(lines).compactMap { RuledGrid($0) }.sorted { $0.rows[0] < $1.rows[0] }
  }

  private init?(_ lines: [Ruling]) {
    let upright = lines.filter(\.isUpright)
    let level = lines.filter { !$0.isUpright }
    // The outer borders may be left undrawn.
    columns = RuledGrid.borders(
      upright.map(\.at) + [level.map(\.from).min(), level.map(\.to).max()].compactMap { $0 })
    rows = RuledGrid.borders(
      level.map(\.at) + [upright.map(\.from).min(), upright.map(\.to).max()].compactMap { $0 })
    guard columns.count > 1, rows.count > 1, columns.count <= 101, rows.count <= 1_001,
      (columns.count - 1) * (rows.count - 1) > 1
    else { return nil }
    cells = RuledGrid.cells(columns, rows, upright, level)
    // A frame around text, or one rule beneath a heading.
    guard Set(cells.joined()).count > 1 else { return nil }
  }

  /// The place of a point; nil outside.
  func place(_ x: Double, _ y: Double) -> (row: Int, column: Int)? {
    guard let column = RuledGrid.index(x, columns), let row = RuledGrid.index(y, rows) else {
      return nil
    }
    return (row, column)
  }

  private static func index(_ value: Double, _ borders: [Double]) -> Int? {
    guard let first = borders.first, let last = borders.last, value > first - 1, value < last + 1
    else { return nil }
    let next = borders.firstIndex { $0 > value } ?? borders.count - 1
    return max(0, next - 1)
  }

  private static func borders(_ places: [Double]) -> [Double] {
    places.sorted().reduce(into: []) { borders, place in
      if let last = borders.last, place - last <= nearness { return }
      borders.append(place)
    }
  }

  /// Neighbouring places without a line between them are one cell.
  private static func cells(
    _ columns: [Double], _ rows: [Double], _ upright: [Ruling], _ level: [Ruling]
  ) -> [[Int]] {
    let (width, height) = (columns.count - 1, rows.count - 1)
    var sets = DisjointSets(width * height)
    for row in 0..<height {
      let y = (rows[row] + rows[row + 1]) / 2
      let walls = upright.filter { $0.covers(y) }.map(\.at)
      for column in 0..<max(0, width - 1) {
        let border = columns[column + 1]
        if !walls.contains(where: { abs($0 - border) <= nearness }) {
          sets.join(row * width + column, row * width + column + 1)
        }
      }
    }
    for column in 0..<width {
      let x = (columns[column] + columns[column + 1]) / 2
      let floors = level.filter { $0.covers(x) }.map(\.at)
      for row in 0..<max(0, height - 1) {
        let border = rows[row + 1]
        if !floors.contains(where: { abs($0 - border) <= nearness }) {
          sets.join(row * width + column, (row + 1) * width + column)
        }
      }
    }
    return (0..<height).map { row in (0..<width).map { sets.root(row * width + $0) } }
  }

  /// Groups of lines that meet.
  private static func components(_ lines: [Ruling]) -> [[Ruling]] {
    var sets = DisjointSets(lines.count)
    let upright = lines.indices.filter { lines[$0].isUpright }
    for level in lines.indices where !lines[level].isUpright {
      for other in upright where lines[level].meets(lines[other]) { sets.join(level, other) }
    }
    let groups = Dictionary(grouping: lines.indices) { sets.root($0) }
    return groups.values.filter { $0.count > 2 }.map { $0.map { lines[$0] } }
  }
}

/// Which of many things belong together.
struct DisjointSets {
  private var parents: [Int]

  init(_ count: Int) { parents = Array(0..<count) }

  mutating func root(_ element: Int) -> Int {
    var root = element
    while parents[root] != root { root = parents[root] }
    var next = element
    while parents[next] != root { (next, parents[next]) = (parents[next], root) }
    return root
  }

  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(one), root(other))
    parents[max(first, second)] = min(first, second)
  }
}
