import AuditModel
import Auditing
import Foundation

/// Copies the files that findings refer to into an evidence pack.
struct PackFiles {
  let source: String
  let target: String

  init(from source: String, to target: String) {
    self.source = source
    self.target = target
  }

  /// - Throws: ``AuditError`` when the pack's folder holds other things or a file is missing.
  func copy(for findings: [Finding]) throws {
    try refuseFilledFolder()
    let files = Set(findings.flatMap(\.evidence).map(\.file)).filter { !$0.isEmpty }
    for file in files.sorted() where file.hasPrefix("archive/") || file.hasPrefix("screenshots/") {
      let place = URL(fileURLWithPath: "\(target)/\(file)")
      do {
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(source)/\(file)", toPath: place.path)
      } catch {
        throw AuditError(.output, file, "复制 \(file) 失败:\(error.localizedDescription)。")
      }
    }
  }

  private func refuseFilledFolder() throws {
    let inside = (try? FileManager.default.contentsOfDirectory(atPath: target)) ?? []
    guard inside.isEmpty else {
      throw AuditError(.output, target, "\(target) 不是空目录。请换一个目录,证据包里不能混入别的文件。")
    }
  }
}
