import Foundation
import Mustache

/// The page templates, read once.
///
/// They are looked for beside the running program rather than through the generated
/// `Bundle.module`, which ends the process when the folder has moved.
public struct TemplateLibrary: Sendable {
  private let library: MustacheLibrary
  static let names = [
    "report", "style", "problem", "indicator", "evidence", "summary", "summary-row",
  ]

  /// Templates from the folder named by `MINGCHA_TEMPLATES`, else from beside the program.
  public static func bundled() throws(ReportError) -> TemplateLibrary {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["MINGCHA_TEMPLATES"], !folder.isEmpty {
      return try TemplateLibrary(folder: folder)
    }
    let folders = candidates(program: programFolder())
    guard let folder = folders.first(where: { FileManager.default.fileExists(atPath: $0) }) else {
      throw .templatesMissing(lookedIn: folders)
    }
    return try TemplateLibrary(folder: folder)
  }

  /// Templates from one folder.
  public init(folder: String) throws(ReportError) {
    var templates: [String: MustacheTemplate] = [:]
    for name in Self.names {
      let file = "\(folder)/\(name).mustache"
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
        throw .templatesMissing(lookedIn: [file])
      }
      do {
        templates[name] = try MustacheTemplate(string: text)
      } catch {
        throw .templateInvalid(file: file, detail: "\(error)")
      }
    }
    library = MustacheLibrary(templates: templates)
  }

  func render(_ page: some PageValue, with name: String) throws(ReportError) -> String {
    guard let text = library.render(PageTable(page), withTemplate: name) else {
      throw .templatesMissing(lookedIn: [name])
    }
    return text
  }

  /// Where an installation keeps the folder, most likely place first.
  static func candidates(program: String) -> [String] {
    let bundle = "mingcha_Reports.resources/Templates"
    return ["\(program)/\(bundle)", "\(program)/../share/mingcha/\(bundle)"]
  }

  private static func programFolder() -> String {
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments.first ?? "."
    return (program as NSString).deletingLastPathComponent
  }
}
