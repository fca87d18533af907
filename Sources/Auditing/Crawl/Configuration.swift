import AuditModel
import Foundation

/// What must be equal for an interrupted sweep to be taken up again.
struct Configuration: Encodable {
  let options: AuditOptions
  let units: [AuditedUnit]
  let asOf: Day?

  /// JSON with sorted keys, so that equal configurations are equal texts.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
