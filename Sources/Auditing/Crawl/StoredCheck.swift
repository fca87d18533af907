import AuditModel
import Crawling
import Foundation

/// A link check as the ledger keeps it: open, or closed with its verdict.
struct StoredCheck: Codable {
  var check: LinkCheck?
  var verdict: LinkVerdict?

  init(check: LinkCheck?, verdict: LinkVerdict?) {
    self.check = check
    self.verdict = verdict
  }

  init?(text: String) {
    guard let value = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = value
  }

  /// Whether the text can hold a suspicion at all; most links live, and reading each verdict to
  /// find that out takes long.
  static func isSuspicion(_ text: String) -> Bool {
    let words = Array(LinkVerdict.State.suspected.rawValue.utf8)
    let bytes = Array(text.utf8)
    return bytes.indices.contains {
      bytes[$0] == words[0] && bytes[$0...].starts(with: words)
    }
  }

  var text: String {
    if check == nil, let verdict { return "{\"verdict\":\(verdict.json)}" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension LinkVerdict {
  /// As `JSONEncoder` would write it. Every link that lives is stored this way once, and the
  /// encoder takes longer over it than the check took.
  fileprivate var json: String {
    let looks = sightings.map(\.json).joined(separator: ",")
    let why = cause.map { "\"cause\":\($0.rawValue.json)," } ?? ""
    return """
      {\(why)"confirmAfter":\(confirmAfter),"sightings":[\(looks)],"state":\(state.rawValue.json)}
      """
  }
}

extension LinkSighting {
  fileprivate var json: String {
    let why = cause.map { "\"cause\":\($0.rawValue.json)," } ?? ""
    return """
      {"at":\(at.milliseconds),\(why)"detail":\(detail.json),"finalURL":\(finalURL.json),\
      "method":\(method.json),"status":\(status)}
      """
  }
}

extension String {
  /// A JSON string (RFC 8259 §7).
  fileprivate var json: String {
    var text: [UInt8] = [0x22]
    for byte in utf8 {
      switch byte {
      case 0x22, 0x5C: text += [0x5C, byte]
      case 0..<0x20: text += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: text.append(byte)
      }
    }
    return String(decoding: text + [0x22], as: UTF8.self)
  }
}
