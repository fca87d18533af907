/// A kept file that proves a finding.
public struct EvidenceReference: Hashable, Sendable, Codable {
  public enum Kind: String, Codable, Sendable {
    /// A WARC record: file, offset and record id.
    case archive
    /// A full-page picture with the element boxed.
    case screenshot
    /// A small copy of the picture for lists.
    case thumbnail
  }

  public enum Completeness: String, Codable, Sendable {
    case complete, partial, unavailable
    /// The fact is an absence or a wire fact: a picture cannot show it.
    case notVisual = "not-visual"

    public var title: String {
      switch self {
      case .complete: "完整"
      case .partial: "部分"
      case .unavailable: "无法取得"
      case .notVisual: "不可截图"
      }
    }
  }

  public var kind: Kind
  public var completeness: Completeness
  /// Path inside the output folder; empty when unavailable.
  public var file: String
  /// SHA-256 in lower-case hexadecimal, taken at capture; empty when unavailable.
  public var sha256: String
  public var capturedAt: Instant
  /// The address that was captured.
  public var url: String
  /// For a WARC record: `<urn:uuid:…>` and the byte offset of its gzip member.
  public var record: String?
  public var offset: Int?
  public var length: Int?
  /// Why it is partial or unavailable.
  public var remark: String?

  public init(
    kind: Kind, completeness: Completeness, file: String, sha256: String, capturedAt: Instant,
    url: String, record: String? = nil, offset: Int? = nil, length: Int? = nil,
    remark: String? = nil
  ) {
    self.kind = kind
    self.completeness = completeness
    self.file = file
    self.sha256 = sha256
    self.capturedAt = capturedAt
    self.url = url
    self.record = record
    self.offset = offset
    self.length = length
    self.remark = remark
  }
}
