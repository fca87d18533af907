import Foundation
import Testing

/// The project's own source files, as text.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Names of the rooms that hold Swift: folders of Sources, and the two at the top level.
  static func rooms() throws -> Set<String> {
    let folder = root.appendingPathComponent("Sources")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let isSystemModule: (String) -> Bool = {
      FileManager.default.fileExists(
        atPath: folder.appendingPathComponent("\($0)/module.modulemap").path)
    }
    return Set(names.filter { !isSystemModule($0) }).union(["Probes", "Reports"])
  }

  static func folder(of room: String) -> URL {
    ["Probes", "Reports"].contains(room)
      ? root.appendingPathComponent(room) : root.appendingPathComponent("Sources/\(room)")
  }

  static func files(of room: String) throws -> [SourceFile] {
    let walk = FileManager.default.enumerator(atPath: folder(of: room).path)
    let names = (walk?.allObjects as? [String] ?? []).filter { $0.hasSuffix(".swift") }
    return try names.sorted().map { name in
      let url = folder(of: room).appendingPathComponent(name)
      return SourceFile(path: "\(room)/\(name)", text: try String(contentsOf: url, encoding: .utf8))
    }
  }
}

struct SourceFile {
  let path: String
  let text: String

  /// The text without line comments, so that prose about a forbidden word is allowed.
  var code: String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let comment = line.range(of: "//") else { return String(line) }
      return String(line[..<comment.lowerBound])
    }.joined(separator: "\n")
  }

  /// Imported modules with their 1-based line numbers.
  var imports: [(module: String, number: Int)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .compactMap { index, line in
        Self.module(importedBy: line).map { ($0, index + 1) }
      }
  }

  private static func module(importedBy line: Substring) -> String? {
    var words = line.split(separator: " ").map(String.init)
    while let first = words.first, first.hasPrefix("@") || Self.access.contains(first) {
      words.removeFirst()
    }
    guard words.first == "import", words.count > 1 else { return nil }
    let name = Self.kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
    return name.split(separator: ".").first.map(String.init)
  }

  private static let access: Set<String> = [
    "public", "package", "internal", "private", "fileprivate",
  ]
  private static let kinds: Set<String> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]
}
