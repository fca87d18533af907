import AuditModel
import Foundation
import Reports

/// What `audit` says at its end, for a person and for a machine.
struct Summary {
  let report: AuditReport
  let place: String

  init(_ report: AuditReport, place: String) {
    self.report = report
    self.place = place
  }

  var text: String {
    let counts = report.outcomes
    let found = [Outcome.fail, .review, .inconclusive, .error].map {
      "\($0.title) \(counts[$0] ?? 0)"
    }
    var lines = [
      "\(report.unit.name)(\(report.asOf)):读取 \(report.coverage.pages) 页,检查链接 \(report.coverage.linksChecked) 个。",
      "结论:\(found.joined(separator: "、"))。",
    ]
    for card in report.scorecards {
      lines.append("\(card.title):\(card.interval) 分,已核 \(card.coverage)。")
    }
    if report.scorecards.isEmpty { lines.append("没有选定考核方案(--scheme),未计分。") }
    lines += report.coverage.remarks
    lines.append("报告:\(place)/report.html")
    return lines.joined(separator: "\n")
  }

  var json: String {
    get throws {
      let counts = report.outcomes
      let value = Machine(
        unit: report.unit.id, asOf: report.asOf, sweep: report.sweep,
        report: "\(place)/report.html",
        pages: report.coverage.pages, linksChecked: report.coverage.linksChecked,
        outcomes: Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) }),
        scores: Dictionary(
          report.scorecards.map { ($0.scheme, $0.interval) }, uniquingKeysWith: { $1 }))
      return try machineText(value)
    }
  }

  private struct Machine: Encodable {
    var schemaVersion = 1
    var unit: String
    var asOf: Day
    var sweep: String
    var report: String
    var pages: Int
    var linksChecked: Int
    var outcomes: [String: Int]
    var scores: [String: String]
  }
}

/// JSON with sorted keys, the form of every `--json`.
func machineText(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}
