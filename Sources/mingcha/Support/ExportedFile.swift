import AuditModel
import Auditing
import Foundation
import Scoring

/// `scorecard.json` or `findings.json` of a report, read back.
enum ExportedFile {
  case scorecard(Scorecards)
  case findings(Findings)

  struct Head: Decodable {
    struct Unit: Decodable {
      var id: String
      var name: String
    }

    var kind: String
    var unit: Unit
  }

  struct Scorecards: Decodable {
    var head: Head
    var exact: [Scorecard]
  }

  struct Findings: Decodable {
    struct Coverage: Decodable { var isPartial: Bool }

    struct Line: Decodable {
      var id: String
      var probe: String
      var code: String
      var outcome: String
      var status: String
      var subject: String
      var values: [String: String]
      var sentence: String
    }

    var head: Head
    var coverage: Coverage
    var findings: [Line]
  }

  private struct Probe: Decodable { var head: Head }

  /// A larger report than this is no report of ours.
  private static let largest = 256 << 20

  /// Nil when the file is no export at all, such as a file of judgements.
  static func read(_ path: String) throws -> ExportedFile? {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw AuditError(.options, path, "读不到这个文件,请检查路径和权限。")
    }
    defer { try? handle.close() }
    let bytes = try handle.read(upToCount: largest + 1) ?? Data()
    guard bytes.count <= largest else {
      throw AuditError(.options, path, "文件超过 256MB,不是本程序的导出文件。")
    }
    let decoder = JSONDecoder()
    guard let kind = try? decoder.decode(Probe.self, from: bytes).head.kind else { return nil }
    do {
      switch kind {
      case "scorecard": return .scorecard(try decoder.decode(Scorecards.self, from: bytes))
      case "findings": return .findings(try decoder.decode(Findings.self, from: bytes))
      default: throw AuditError(.options, path, "“\(kind)”不是评分表或问题清单的导出。")
      }
    } catch let error as DecodingError {
      throw AuditError(.options, path, "导出文件不完整或被改动:\(error)")
    }
  }
}

extension ExportedFile.Findings {
  var sentences: [String: String] {
    Dictionary(findings.map { ($0.id, $0.sentence) }, uniquingKeysWith: { $1 })
  }

  /// As scoring takes them; a word nobody knows is refused rather than read as harmless.
  func seen(_ path: String) throws -> [SeenObservation] {
    try findings.enumerated().map { index, line in
      guard let outcome = Outcome(rawValue: line.outcome),
        let status = FindingStatus(rawValue: line.status)
      else {
        throw AuditError(
          .options, path,
          "findings 第 \(index + 1) 条(\(line.id))的结论“\(line.outcome)”或状态“\(line.status)”不认识。")
      }
      return SeenObservation(
        id: line.id,
        observation: Observation(
          probe: line.probe, code: line.code, outcome: outcome, subject: line.subject,
          values: line.values), status: status)
    }
  }
}
