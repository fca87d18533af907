import AuditModel
import Foundation

/// `manifest.json`: every file of a pack with size and hash.
struct Manifest: Codable, Hashable {
  struct File: Codable, Hashable {
    var path: String
    var size: Int
    var sha256: String
  }

  /// `mingcha-evidence/1`
  var format: String
  var metadata: PackMetadata
  /// ``metadata``'s time for people.
  var generatedAt: String
  var entries: Int
  var files: [File]

  static let currentFormat = "mingcha-evidence/1"
  static let name = "manifest.json"
  static let sealName = "manifest.sha256"
  static let listName = "evidence.json"

  /// One line as `sha256sum --check` reads it.
  static func seal(_ bytes: [UInt8]) -> [UInt8] {
    Array("\(Digest.sha256(bytes))  \(name)\n".utf8)
  }
}

/// `evidence.json`: the list itself.
struct EvidenceList: Codable, Hashable {
  var format: String
  var entries: [EvidenceEntry]

  static let currentFormat = "mingcha-evidence-list/1"
}

/// JSON whose bytes depend on the values alone.
enum StableJSON {
  static func bytes(_ value: some Encodable, path: String) throws(EvidenceError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value)) + [10]
    } catch {
      throw EvidenceError(.cannotWrite, path: path, detail: "\(error)")
    }
  }
}
