/// The assessed units as a document lists them, found by the names people write.
public struct UnitNames: Sendable {
  public let names: [String]
  private let issuer: String

  /// - Parameter issuer: who issued the document; its place may stand before a listed name.
  public init(_ names: [String], issuer: String) {
    self.names = names
    self.issuer = issuer
  }

  /// The listed name of a unit: `市发改委` for `随州市发展和改革委员会`, `东区政府` for `东区人民政府`. Nil when
  /// the document does not list it, or when several listed names could be meant.
  public func listed(_ name: String) -> String? {
    if names.contains(name) { return name }
    let forms = UnitNames.withoutPlace(UnitNames.core(name), issuer)
    if let same = names.first(where: { forms.contains(UnitNames.core($0)) }) { return same }
    let short = names.filter { listed in forms.contains { UnitNames.abbreviates(listed, $0) } }
    return short.count == 1 ? short[0] : nil
  }

  /// The name, and the name without what the issuer's name begins with as well.
  private static func withoutPlace(_ name: String, _ issuer: String) -> [String] {
    let shared = zip(name, issuer).prefix { $0 == $1 }.count
    return (0...shared).map { String(name.dropFirst($0)) }
  }

  /// Letters of the long name in their order, with the same first one and the same kind of office.
  private static func abbreviates(_ short: String, _ long: String) -> Bool {
    guard short.count >= 3, short.first == long.first else { return false }
    let endings = [("委", "委员会"), ("办", "办公室")].filter { short.hasSuffix($0.0) }.map(\.1)
    guard short.last == long.last || endings.contains(where: long.hasSuffix) else { return false }
    var rest = Substring(long)
    for letter in short {
      guard let place = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  private static func core(_ name: String) -> String {
    let ending = ["人民政府", "政府"].first { name.hasSuffix($0) && name.count > $0.count }
    return String(name.dropLast(ending?.count ?? 0))
  }
}
