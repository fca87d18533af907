/// The schemes the URL Standard treats specially; everything else is `other`.
enum SchemeKind: UInt8 {
  case http, https, ws, wss, ftp, file, other

  init(_ scheme: [UInt8]) {
    let kinds: [(StaticString, SchemeKind)] = [
      ("http", .http), ("https", .https), ("ws", .ws), ("wss", .wss), ("ftp", .ftp),
      ("file", .file),
    ]
    self = .other
    for (name, kind) in kinds where name.utf8CodeUnitCount == scheme.count {
      if name.withUTF8Buffer({ scheme.elementsEqual($0) }) { self = kind }
    }
  }

  var isSpecial: Bool { self != .other }

  var defaultPort: Int? {
    switch self {
    case .http, .ws: 80
    case .https, .wss: 443
    case .ftp: 21
    case .file, .other: nil
    }
  }
}

/// Where the components stand in a serialised address, as byte offsets.
struct URLLayout {
  static let absent = UInt32.max

  var kind = SchemeKind.other
  /// The path is a plain string (`mailto:a@b`), not a list of segments.
  var isOpaque = false
  /// A host is present, even if it is the empty string.
  var hasAuthority = false
  /// The colon after the scheme.
  var schemeEnd: UInt32 = 0
  var usernameStart: UInt32 = 0
  var usernameEnd: UInt32 = 0
  var hostStart: UInt32 = 0
  var hostEnd: UInt32 = 0
  /// -1 stands for the scheme's default.
  var port: Int32 = -1
  var pathStart: UInt32 = 0
  /// The `?`, or `absent`.
  var queryStart = absent
  /// The `#`, or `absent`.
  var fragmentStart = absent
}
