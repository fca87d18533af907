// Normalisation form C is in Swift's standard library but not yet in its public interface; this
// is how Foundation reaches it. May go once the Unicode normalisation proposal ships.
@_spi(_Unicode) import Swift

/// The character mapping of UTS #46: case folding, width and compatibility forms, ignorable
/// characters, then normalisation form C.
enum IDNAMapping {
  private static let mappings = CharacterTable<CharacterMapping>(mappings: DomainTables.mappings)
  private static let ignored = CharacterTable<Character>(ranges: DomainTables.ignored)
  private static let refused = CharacterTable<Character>(ranges: DomainTables.refused)

  /// Mapped and normalised code points.
  static func mapped(_ text: String) -> [UInt32] {
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result._nfc.map(\.value)
  }

  /// Whether mapping would leave the code points as they are.
  static func isStable(_ label: [UInt32]) -> Bool {
    var text = ""
    for value in label {
      guard let scalar = Unicode.Scalar(value) else { return false }
      text.unicodeScalars.append(scalar)
    }
    return mapped(text) == label
  }

  static func isAllowed(_ code: UInt32) -> Bool { !refused.contains(code) }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    let code = scalar.value
    if code < 0x80 {
      result.unicodeScalars.append(Unicode.Scalar(ASCII.lowercased(UInt8(code))))
    } else if let row = mappings.row(of: code) {
      let step = row.value.advances ? code - row.first : 0
      let target = row.value.target.compactMap { Unicode.Scalar($0 + step) }
      result.unicodeScalars.append(contentsOf: target)
    } else if !ignored.contains(code) {
      // Refused characters stay as they are and are found by the validity check; lowering
      // them could turn them into something allowed.
      result += isAllowed(code) ? scalar.properties.lowercaseMapping : String(scalar)
    }
  }
}
