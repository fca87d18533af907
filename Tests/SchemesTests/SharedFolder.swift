import Foundation

/// The material that lies beside the clone and is no part of the project.
enum SharedFolder {
  /// `$MINGCHA_SHARED`, else `shared` beside the folder that holds `Package.swift`; nil, with a
  /// printed line, when it is not there.
  static func path(_ inner: String) -> String? {
    let folder =
      ProcessInfo.processInfo.environment["MINGCHA_SHARED"]
      ?? packageFolder.map { "\($0)/../shared" }
    guard let folder, FileManager.default.fileExists(atPath: "\(folder)/\(inner)") else {
      print("skipped: ../shared/\(inner) is not there")
      return nil
    }
    return "\(folder)/\(inner)"
  }

  /// The catalogue as it stands in the sources, for tests that must not see a stale copy.
  static var catalogueFolder: String { (packageFolder ?? ".") + "/Sources/Schemes/Catalogue" }

  private static var packageFolder: String? {
    var url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while url.path != "/" {
      url.deleteLastPathComponent()
      let package = url.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: package) { return url.path }
    }
    return nil
  }
}
