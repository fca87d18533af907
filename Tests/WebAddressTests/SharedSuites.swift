import Foundation

/// The public conformance suites kept beside the project, when they are there.
enum SharedSuites {
  /// `MINGCHA_SHARED`, or `../shared` seen from the package's real folder.
  static let root: URL? = {
    if let path = ProcessInfo.processInfo.environment["MINGCHA_SHARED"] {
      return URL(fileURLWithPath: path)
    }
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let package = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: package) {
        return folder.deletingLastPathComponent().appendingPathComponent("shared")
      }
    }
    return nil
  }()

  /// A suite's folder; nil, with a message, when it is absent.
  static func folder(_ name: String) -> URL? {
    if let folder = root?.appendingPathComponent("suites/\(name)"),
      FileManager.default.fileExists(atPath: folder.path)
    {
      return folder
    }
    print("skipped: ../shared/suites/\(name) is not there")
    return nil
  }

  static func files(in folder: URL) throws -> [URL] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    return names.map { folder.appendingPathComponent($0) }
  }
}
