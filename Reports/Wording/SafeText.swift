import AuditModel

/// Text from strangers' pages, made safe to stand in a document.
///
/// Control characters can break XML, bidirectional controls can make an address read backwards
/// (https://trojansource.codes), zero-width ones hide. Lengths count Unicode scalars, because one
/// "character" may carry a thousand combining marks. Identity numbers are masked, wherever they come
/// from: a title, a link, a quotation.
enum SafeText {
  /// One line: spaces collapsed, controls replaced by U+FFFD, zero-width marks dropped, clipped
  /// with `…`.
  static func line(_ text: String, limit: Int = 300) -> String {
    var kept = String.UnicodeScalarView()
    var count = 0
    var marks = 0
    var spacePending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        spacePending = count > 0
        continue
      }
      guard let safe = visible(scalar) else { continue }
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      if marks > 4 { continue }
      if count >= limit {
        kept.append("…")
        break
      }
      if spacePending {
        kept.append(" ")
        spacePending = false
      }
      kept.append(safe)
      count += 1
    }
    return PersonalNumber.masking(String(kept))
  }

  /// An address: nothing but visible characters, long enough to stay usable.
  static func address(_ text: String) -> String { line(text, limit: 2000) }

  /// The scalar, U+FFFD in its place, or nil when it is dropped.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
    case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: "\u{FFFD}"
    case 0x200B...0x200D, 0x2060...0x2064, 0xFEFF, 0x00AD: nil
    case 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: nil
    case let value where value & 0xFFFE == 0xFFFE: nil
    default: scalar
    }
  }
}

/// The only addresses a report turns into something clickable.
enum SafeLink {
  /// The address when it is plain http or https; nil for `javascript:`, `data:` and the like.
  static func href(_ address: String) -> String? {
    let lower = address.prefix(8).lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
      address.utf8.count <= 4096,
      address.unicodeScalars.allSatisfy({ !$0.properties.isWhitespace && $0.value >= 0x20 })
    else { return nil }
    return SafeText.address(address) == address ? address : nil
  }
}
