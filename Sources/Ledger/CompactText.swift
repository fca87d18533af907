import Foundation
import GRDB

/// Digests and record names in half their letters: bytes where the text is what bytes would be
/// written as, the text itself where it is not.
enum CompactText {
  private static let recordStart = "<urn:uuid:"

  static func digest(_ text: String?) -> DatabaseValue {
    guard let text else { return .null }
    return bytes(text).map { $0.databaseValue } ?? text.databaseValue
  }

  static func digest(_ value: DatabaseValue) -> String? {
    if case .blob(let bytes) = value.storage { return hexadecimal(bytes) }
    return String.fromDatabaseValue(value)
  }

  static func record(_ text: String?) -> DatabaseValue {
    guard let text else { return .null }
    guard text.hasPrefix(recordStart), text.hasSuffix(">"), text == text.lowercased(),
      let name = UUID(uuidString: String(text.dropFirst(recordStart.count).dropLast()))
    else { return text.databaseValue }
    return withUnsafeBytes(of: name.uuid) { Data($0) }.databaseValue
  }

  static func record(_ value: DatabaseValue) -> String? {
    guard case .blob(let bytes) = value.storage, bytes.count == 16 else {
      return String.fromDatabaseValue(value)
    }
    var name: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &name) { $0.copyBytes(from: bytes) }
    return "\(recordStart)\(UUID(uuid: name).uuidString.lowercased())>"
  }

  private static func bytes(_ text: String) -> Data? {
    let letters = Array(text.utf8)
    guard letters.count.isMultiple(of: 2), !letters.isEmpty else { return nil }
    var bytes = Data(capacity: letters.count / 2)
    for at in stride(from: 0, to: letters.count, by: 2) {
      guard let high = digit(letters[at]), let low = digit(letters[at + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func digit(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 48...57: letter - 48
    case 97...102: letter - 87
    default: nil
    }
  }

  private static func hexadecimal(_ bytes: Data) -> String {
    let letters = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }, as: UTF8.self)
  }
}
