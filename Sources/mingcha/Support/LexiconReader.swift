import ArgumentParser
import Foundation
import SiteModel

/// Reads the operator's list of words from disk.
enum LexiconReader {
  private static let maximumBytes = 32 << 20

  /// - Throws: a usage error that names the file and every faulty line.
  static func entries(path: String) throws -> [Lexicon.Entry] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("读不到词表 \(path)。请检查路径和权限。")
    }
    guard data.count <= maximumBytes else {
      throw ValidationError("词表 \(path) 超过 \(maximumBytes >> 20) MB。请拆分后只用需要的部分。")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw ValidationError("词表 \(path) 不是 UTF-8 编码。请用 UTF-8 另存。")
    }
    switch LexiconFile.read(text) {
    case .success(let entries): return entries
    case .failure(let list): throw ValidationError(report(list.faults, path: path))
    }
  }

  private static func report(_ faults: [LexiconFile.Fault], path: String) -> String {
    let shown = faults.prefix(50).map { "\(path):\($0.line): \(sentence($0))" }
    let rest = faults.count > 50 ? ["另有 \(faults.count - 50) 处。"] : []
    return (["词表有误,没有使用其中任何一行:"] + shown + rest).joined(separator: "\n")
  }

  private static func sentence(_ fault: LexiconFile.Fault) -> String {
    switch fault.code {
    case .emptyWord: "没有写错误写法。"
    case .tooShort: "“\(fault.text)”只有一个字,会命中太多;请写成词。"
    case .tooLong: "“\(fault.text)”太长。"
    case .level: "级别应为 确定 或 疑似:“\(fault.text)”。"
    case .doubled: "“\(fault.text)”重复。"
    case .tooMany: "词数超过 \(fault.text)。"
    }
  }
}
