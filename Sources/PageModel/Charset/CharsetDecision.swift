/// How the bytes were read: which encoding, why, and how many bytes did not fit.
public struct CharsetDecision: Sendable, Hashable, Codable {
  /// What decided the encoding.
  public enum Source: String, Sendable, Codable {
    case byteOrderMark, header, meta, content, fallback
  }
  /// WHATWG encoding name: `UTF-8`, `gb18030`, `Big5`, `windows-1252`, `UTF-16LE`, `UTF-16BE`.
  public var name: String
  /// What decided the encoding.
  public var source: Source
  /// The label the page or header declared, as written; nil when none.
  public var declared: String?
  /// Count of U+FFFD written for bytes that fit no character.
  public var replacements: Int
  /// True when header, meta and content disagree.
  public var isContradictory: Bool

  /// Creates the value from its parts.
  public init(
    name: String, source: Source, declared: String? = nil, replacements: Int = 0,
    isContradictory: Bool = false
  ) {
    self.name = name
    self.source = source
    self.declared = declared
    self.replacements = replacements
    self.isContradictory = isContradictory
  }
}
