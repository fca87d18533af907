/// One label of a domain that was already mapped and normalised.
struct DomainLabel {
  /// The label's characters, decoded from Punycode where it came so.
  let codes: [UInt32]
  let ascii: [UInt8]

  /// Nil when the label breaks the validity criteria of UTS #46 §4.1.
  init?(_ label: [UInt32]) {
    if label.starts(with: [0x78, 0x6E, 0x2D, 0x2D]) {
      guard let decoded = DomainLabel.decoded(label) else { return nil }
      codes = decoded
      ascii = label.map(UInt8.init)
    } else {
      codes = label
      if label.allSatisfy({ $0 < 0x80 }) {
        ascii = label.map(UInt8.init)
      } else {
        guard let encoded = Punycode.encode(label) else { return nil }
        ascii = Array("xn--".utf8) + encoded
      }
    }
    guard hasValidStart, codes.allSatisfy(IDNAMapping.isAllowed), JoinerRule.holds(codes) else {
      return nil
    }
  }

  /// An encoded label must decode to something that needed encoding and that mapping keeps.
  private static func decoded(_ label: [UInt32]) -> [UInt32]? {
    guard label.allSatisfy({ $0 < 0x80 }) else { return nil }
    guard let decoded = Punycode.decode(label.map(UInt8.init)[4...]), !decoded.isEmpty,
      decoded.contains(where: { $0 >= 0x80 }), IDNAMapping.isStable(decoded)
    else { return nil }
    return decoded
  }

  private var hasValidStart: Bool {
    guard let first = codes.first else { return true }
    switch Unicode.Scalar(first)?.properties.generalCategory {
    case nil, .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: return true
    }
  }
}

/// Where the invisible joiners may stand: RFC 5892 appendix A.1 and A.2.
enum JoinerRule {
  private static let types = CharacterTable<Character>(ranges: DomainTables.joining)
  private static let nonJoiner: UInt32 = 0x200C
  private static let joiner: UInt32 = 0x200D

  static func holds(_ codes: [UInt32]) -> Bool {
    codes.indices.allSatisfy { index in
      switch codes[index] {
      case joiner: followsVirama(codes, index)
      case nonJoiner: followsVirama(codes, index) || breaksJoin(codes, index)
      default: true
      }
    }
  }

  private static func followsVirama(_ codes: [UInt32], _ index: Int) -> Bool {
    guard index > 0, let before = Unicode.Scalar(codes[index - 1]) else { return false }
    return before.properties.canonicalCombiningClass == .virama
  }

  private static func breaksJoin(_ codes: [UInt32], _ index: Int) -> Bool {
    let before = codes[..<index].last { type($0) != "T" }.map(type)
    let after = codes[(index + 1)...].first { type($0) != "T" }.map(type)
    return (before == "L" || before == "D") && (after == "R" || after == "D")
  }

  private static func type(_ code: UInt32) -> Character { types.row(of: code)?.value ?? "U" }
}

/// The rule for labels in domains with right-to-left letters: RFC 5893 §2.
enum DirectionRule {
  private static let directions = CharacterTable<Character>(ranges: DomainTables.direction)

  static func appliesTo(_ codes: [UInt32]) -> Bool {
    codes.contains { direction($0) == "R" || direction($0) == "A" }
  }

  static func holds(_ codes: [UInt32]) -> Bool {
    guard let first = codes.first else { return true }
    let found = codes.map(direction)
    let last = found.last { $0 != "M" }
    switch direction(first) {
    case "R":
      return found.allSatisfy { "RAENM".contains($0) } && (last.map { "RAE".contains($0) } ?? false)
        && !(found.contains("E") && found.contains("A"))
    case "L":
      return found.allSatisfy { "LENM".contains($0) } && (last.map { "LE".contains($0) } ?? false)
    default:
      return false
    }
  }

  /// R, A (Arabic digit), E (European digit), N (no direction), M (mark) or L.
  private static func direction(_ code: UInt32) -> Character {
    if let direction = directions.row(of: code)?.value { return direction }
    switch Unicode.Scalar(code)?.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return "M"
    default: return "L"
    }
  }
}
