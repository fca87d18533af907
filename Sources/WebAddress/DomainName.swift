/// Domain to ASCII as the URL Standard asks for it: UTS #46, non-transitional, lenient about
/// hyphens, lengths and the letters-digits-hyphen rule.
enum DomainName {
  /// The ASCII form of a domain given in UTF-8; nil when the mapping fails.
  ///
  /// A domain that is ASCII already is only lowered: the standard gave up checking `xn--` labels
  /// nobody decodes.
  static func ascii(_ utf8: [UInt8]) -> [UInt8]? {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.map(ASCII.lowercased) }
    let mapped = IDNAMapping.mapped(String(decoding: utf8, as: UTF8.self))
    let parts = mapped.split(separator: 0x2E, omittingEmptySubsequences: false)
    let labels = parts.compactMap { DomainLabel(Array($0)) }
    guard labels.count == parts.count else { return nil }
    if labels.contains(where: { DirectionRule.appliesTo($0.codes) }),
      !labels.allSatisfy({ DirectionRule.holds($0.codes) })
    {
      return nil
    }
    return Array(labels.map(\.ascii).joined(separator: [UInt8(ascii: ".")]))
  }
}
