public import AuditModel

/// A picture of a page, and what it can be relied on for.
public struct Capture: Sendable, Hashable, Codable {
  /// Where on the picture, in its pixels from the top left corner.
  public struct Box: Sendable, Hashable, Codable {
    /// From the left edge.
    public var x: Double
    /// From the top edge.
    public var y: Double
    /// To the right.
    public var width: Double
    /// Downwards.
    public var height: Double

    /// A rectangle.
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }
  }

  /// How the element was found again.
  public enum Match: String, Sendable, Codable {
    case path, text, link
  }

  /// Whether the picture shows all it should.
  public var completeness: EvidenceReference.Completeness
  /// Paths of the pictures; empty when there is none.
  public var file: String
  /// SHA-256 of the picture, taken before it was written.
  public var sha256: String
  /// Path of the small JPEG; empty when there is none.
  public var thumbnail: String
  /// SHA-256 of the small JPEG.
  public var thumbnailSHA256: String
  /// When the page was pictured.
  public var capturedAt: Instant
  /// The address that was asked for.
  public var url: String
  /// Where redirects and scripts led.
  public var finalURL: String
  /// The page's title.
  public var title: String
  /// Set when the element was found and boxed.
  public var box: Box?
  /// How it was found.
  public var match: Match?
  /// Why it is partial or unavailable, in Chinese.
  public var remark: String?

  /// A capture; everything about a picture is empty when there is none.
  public init(
    completeness: EvidenceReference.Completeness, file: String = "", sha256: String = "",
    thumbnail: String = "", thumbnailSHA256: String = "", capturedAt: Instant, url: String,
    finalURL: String = "", title: String = "", box: Box? = nil, match: Match? = nil,
    remark: String? = nil
  ) {
    self.completeness = completeness
    self.file = file
    self.sha256 = sha256
    self.thumbnail = thumbnail
    self.thumbnailSHA256 = thumbnailSHA256
    self.capturedAt = capturedAt
    self.url = url
    self.finalURL = finalURL
    self.title = title
    self.box = box
    self.match = match
    self.remark = remark
  }

  /// The picture and its thumbnail as findings refer to them, with paths relative to `folder`.
  public func references(relativeTo folder: String) -> [EvidenceReference] {
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    func relative(_ path: String) -> String {
      path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
    }
    var references = [
      EvidenceReference(
        kind: .screenshot, completeness: completeness, file: relative(file), sha256: sha256,
        capturedAt: capturedAt, url: url, remark: remark)
    ]
    if !thumbnail.isEmpty {
      references.append(
        EvidenceReference(
          kind: .thumbnail, completeness: completeness, file: relative(thumbnail),
          sha256: thumbnailSHA256, capturedAt: capturedAt, url: url))
    }
    return references
  }
}

/// A page as the browser drew it.
public struct RenderedPage: Sendable, Hashable {
  /// The document after scripts ran, serialised.
  public var html: String
  /// Where redirects and scripts led.
  public var finalURL: String
  /// The page's title.
  public var title: String
  /// When the document was read.
  public var renderedAt: Instant
  /// False when the page was still changing when time ran out.
  public var isSettled: Bool
}

/// Why a page could not be drawn.
public struct BrowserFailure: Error, Hashable, Sendable {
  /// Stable ids.
  public enum Code: String, Sendable, Codable {
    case missing
    case cannotStart = "cannot-start"
    case crashed
    case timeout
    case unreachable
    case privateAddress = "private-address"
    case unsupportedScheme = "unsupported-scheme"
    case refused
    case closed
  }

  /// What kind of failure it is.
  public var code: Code
  /// What the driver said, bounded.
  public var detail: String

  /// A failure; only the first line of `detail` is kept, at most 200 characters.
  public init(_ code: Code, detail: String = "") {
    self.code = code
    self.detail = String(detail.split(separator: "\n").first?.prefix(200) ?? "")
  }
}
