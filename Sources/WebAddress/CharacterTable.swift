/// Facts about characters as sorted ranges, found by bisection.
struct CharacterTable<Value: Sendable>: Sendable {
  struct Row: Sendable {
    let first: UInt32
    let last: UInt32
    let value: Value
  }

  private let rows: [Row]

  /// - Parameter rows: ascending, without overlap.
  init(_ rows: [Row]) { self.rows = rows }

  func row(of code: UInt32) -> Row? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].last < code { low = middle + 1 } else { high = middle }
    }
    guard low < rows.count, rows[low].first <= code else { return nil }
    return rows[low]
  }

  func contains(_ code: UInt32) -> Bool { row(of: code) != nil }
}

extension CharacterTable where Value == Character {
  /// Reads `first[-last][:value]`, hexadecimal, separated by blanks.
  init(ranges text: String) {
    self.init(
      text.split(whereSeparator: \.isWhitespace).compactMap { word in
        let parts = word.split(separator: ":")
        let ends = parts[0].split(separator: "-").compactMap { UInt32($0, radix: 16) }
        guard let first = ends.first, let last = ends.last else { return nil }
        return Row(first: first, last: last, value: parts.count > 1 ? parts[1].first ?? " " : " ")
      })
  }
}

/// What a run of characters maps to.
struct CharacterMapping: Sendable {
  let target: [UInt32]
  /// Each next character maps to the next target.
  let advances: Bool
}

extension CharacterTable where Value == CharacterMapping {
  /// Reads `first[+count|=count]:target[.target…]`.
  init(mappings text: String) {
    self.init(
      text.split(whereSeparator: \.isWhitespace).compactMap { word in
        let parts = word.split(separator: ":")
        guard parts.count == 2 else { return nil }
        let span = parts[0].split { $0 == "+" || $0 == "=" }
        guard let first = UInt32(span[0], radix: 16) else { return nil }
        let count = span.count > 1 ? UInt32(span[1]) ?? 1 : 1
        let target = parts[1].split(separator: ".").compactMap { UInt32($0, radix: 16) }
        return Row(
          first: first, last: first + count - 1,
          value: CharacterMapping(target: target, advances: parts[0].contains("+")))
      })
  }
}
