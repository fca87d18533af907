public import AuditModel
import Foundation

/// What a sweep was started with: units, options and the day asked for. An interrupted sweep is
/// taken up again only with an equal one.
public struct SweepConfiguration: Codable, Sendable {
  public let options: AuditOptions
  public let units: [AuditedUnit]
  public let asOf: Day?

  /// Makes the value from its parts.
  public init(options: AuditOptions, units: [AuditedUnit], asOf: Day?) {
    self.options = options
    self.units = units
    self.asOf = asOf
  }

  /// Reads what the ledger stored.
  /// - Throws: ``AuditError`` with code `ledger`.
  public init(stored text: String) throws(AuditError) {
    do { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) } catch {
      throw AuditError(.ledger, "", Wording.unreadableConfiguration("\(error)"))
    }
  }

  /// JSON with sorted keys, so that equal configurations are equal texts.
  public var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
