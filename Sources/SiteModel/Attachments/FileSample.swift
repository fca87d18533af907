import AuditModel
public import WebAddress

/// What came of an attachment: its beginning and its end, enough to tell what it is.
public struct FileSample: Sendable, Hashable {
  /// The first bytes, at most 64 KiB.
  public let head: [UInt8]
  /// The last bytes of what arrived, at most 128 KiB.
  public let tail: [UInt8]
  /// Bytes that arrived.
  public let length: Int
  /// Whether all of it arrived; of large files only the beginning is fetched.
  public let isWhole: Bool
  /// The `Content-Type` as it came.
  public let contentType: String

  /// Keeps what is needed of what arrived.
  public init(_ bytes: [UInt8], isWhole: Bool, contentType: String) {
    head = Array(bytes.prefix(64 << 10))
    tail = Array(bytes.suffix(128 << 10))
    length = bytes.count
    self.isWhole = isWhole
    self.contentType = contentType
  }
}

/// A document to download that the unit's pages link to.
public struct FileLink: Sendable {
  /// Its address.
  public let url: WebURL
  /// The ending of its name: `pdf`, `docx` …
  public let ending: String
  /// Where the first link to it stands.
  public let place: LinkPlace
}
