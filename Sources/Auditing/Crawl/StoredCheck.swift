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

  /// Whether the text holds the closed check of a link that lives.
  static func isAlive(_ text: String) -> Bool {
    text.utf8.suffix(aliveEnd.count).elementsEqual(aliveEnd)
  }

  /// How such a text ends: the state is the verdict's last field, in either way of writing it.
  private static let aliveEnd = Array(#""state":"alive"}}"#.utf8)

  private static let moment = Array("\"at\":".utf8)

  /// When the last look of a check was taken, without reading all of it. A quotation mark within a
  /// text is escaped, so no text can be taken for the key.
  static func lastLook(_ text: String) -> Instant? {
    let bytes = Array(text.utf8)
    var at = bytes.count - moment.count
    while at >= 0 {
      if bytes[at] == moment[0], bytes[at...].starts(with: moment) {
        let digits = bytes[(at + moment.count)...].prefix { (48...57).contains($0) }
        return Int64(String(decoding: digits, as: UTF8.self)).map(Instant.init(milliseconds:))
      }
      at -= 1
    }
    return nil
  }

  var text: String {
    if check == nil, let verdict {
      var json = JSONBytes()
      json.append(verdict)
      return json.text
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

/// A closed check as `JSONEncoder` would write it. Every link that lives is stored this way once,
/// and the encoder takes longer over it than the check took.
private struct JSONBytes {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(320) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ verdict: LinkVerdict) {
    put("{\"verdict\":{")
    append(cause: verdict.cause)
    put("\"confirmAfter\":")
    bytes.append(contentsOf: "\(verdict.confirmAfter)".utf8)
    put(",\"sightings\":[")
    for (index, look) in verdict.sightings.enumerated() {
      if index > 0 { put(",") }
      append(look)
    }
    put("],\"state\":")
    append(verdict.state.rawValue)
    put("}}")
  }

  private mutating func append(_ look: LinkSighting) {
    put("{\"at\":")
    bytes.append(contentsOf: String(look.at.milliseconds).utf8)
    put(",")
    append(cause: look.cause)
    put("\"detail\":")
    append(look.detail)
    put(",\"finalURL\":")
    append(look.finalURL)
    put(",\"method\":")
    append(look.method)
    put(",\"status\":")
    bytes.append(contentsOf: String(look.status).utf8)
    put("}")
  }

  private mutating func append(cause: LinkVerdict.Cause?) {
    guard let cause else { return }
    put("\"cause\":")
    append(cause.rawValue)
    put(",")
  }

  private mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// A JSON string (RFC 8259 §7).
  private mutating func append(_ text: String) {
    bytes.append(0x22)
    var text = text
    text.withUTF8 { units in
      if units.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
        bytes.append(contentsOf: units)
      } else {
        for unit in units { append(escaped: unit) }
      }
    }
    bytes.append(0x22)
  }

  private mutating func append(escaped unit: UInt8) {
    switch unit {
    case 0x22, 0x5C: bytes += [0x5C, unit]
    case 0..<0x20:
      bytes.append(contentsOf: "\\u00\(unit < 16 ? "0" : "")\(String(unit, radix: 16))".utf8)
    default: bytes.append(unit)
    }
  }
}
