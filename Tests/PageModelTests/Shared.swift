import Foundation
import Testing

/// The folder of public pages and suites that stands beside the clone.
enum Shared {
  /// Its place, or nil (with a printed line) when it is not there.
  static let folder: URL? = {
    if let named = ProcessInfo.processInfo.environment["MINGCHA_SHARED"] {
      return existing(URL(fileURLWithPath: named))
    }
    var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while place.path != "/" {
      place.deleteLastPathComponent()
      let manifest = place.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) {
        let beside = place.deletingLastPathComponent().appendingPathComponent("shared")
        return existing(beside)
      }
    }
    return existing(place)
  }()

  private static func existing(_ place: URL) -> URL? {
    let found = FileManager.default.fileExists(atPath: place.appendingPathComponent("suites").path)
    if !found { print("skipped: no shared folder at \(place.path) (set MINGCHA_SHARED)") }
    return found ? place : nil
  }

  static let isPresent = folder != nil

  static func bytes(_ path: String) throws -> [UInt8] {
    let folder = try #require(folder)
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
  }
}
