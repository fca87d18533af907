import GRDB

/// Texts that many rows share, such as referring pages and content types, each kept once and named
/// by a number. What was looked up is remembered for one transaction: what is undone with it must
/// be forgotten with it.
struct WordBook {
  private var numbers: [String: Int64] = [:]
  private var texts: [Int64: String] = [:]
  private static let memory = 100_000

  /// The number of a text, given now if it has none; nil for nil.
  mutating func number(of text: String?, _ database: Database) throws -> Int64? {
    guard let text else { return nil }
    if let known = numbers[text] { return known }
    let found = try Int64.fetchOne(
      try database.cachedStatement(sql: "SELECT id FROM word WHERE text = ?"), arguments: [text])
    let number = try found ?? Self.add(text, database)
    if numbers.count >= Self.memory { numbers = [:] }
    numbers[text] = number
    return number
  }

  /// The text of a number; nil for nil and for a number nothing is known of.
  mutating func text(of number: Int64?, _ database: Database) throws -> String? {
    guard let number else { return nil }
    if let known = texts[number] { return known }
    let found = try String.fetchOne(
      try database.cachedStatement(sql: "SELECT text FROM word WHERE id = ?"),
      arguments: [number])
    if texts.count >= Self.memory { texts = [:] }
    texts[number] = found
    return found
  }

  private static func add(_ text: String, _ database: Database) throws -> Int64 {
    try database.cachedStatement(sql: "INSERT INTO word (text) VALUES (?)")
      .execute(arguments: [text])
    return database.lastInsertedRowID
  }
}
