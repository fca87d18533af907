import AuditModel

/// A count beside its word.
struct CountRow: PageValue {
  /// Stable English id.
  let id: String
  let title: String
  let count: Int
}

/// How many findings ended in each outcome. The four kinds of not knowing are never added up.
enum OutcomeCounts {
  static func rows(_ findings: [Finding]) -> [CountRow] {
    let counts = byOutcome(findings)
    return Outcome.allCases.compactMap { outcome in
      let count = counts[outcome] ?? 0
      let always = outcome == .pass || outcome == .fail || outcome.isUndecided
      return always || count > 0
        ? CountRow(id: outcome.rawValue, title: outcome.title, count: count) : nil
    }
  }

  static func byOutcome(_ findings: [Finding]) -> [Outcome: Int] {
    findings.reduce(into: [:]) { $0[$1.observation.outcome, default: 0] += 1 }
  }
}

/// A fact beside its name.
struct FactRow: PageValue {
  let title: String
  let text: String
}

/// What was examined and what was not, ready to be laid out.
struct CoverageRows: PageValue {
  let examined: [FactRow]
  let notExamined: [CountRow]
  let failures: [CountRow]
  let isPartial: Bool
  let remarks: [String]

  init(_ coverage: Coverage) {
    examined = [
      FactRow(title: "读取网页", text: "\(coverage.pages) 页"),
      FactRow(title: "检查链接（附件、图片、外部地址）", text: "\(coverage.linksChecked) 个"),
      FactRow(title: "下载量", text: Names.size(coverage.bytes)),
      FactRow(title: "开始时间", text: coverage.startedAt.readable),
      FactRow(title: "结束时间", text: coverage.finishedAt.readable),
    ]
    notExamined = Self.sorted(coverage.notExamined, Names.notExamined)
    failures = Self.sorted(coverage.failures, Names.cause)
    isPartial = coverage.isPartial
    remarks = coverage.remarks.prefix(50).map { SafeText.line($0) }
  }

  private static func sorted(_ counts: [String: Int], _ title: (String) -> String) -> [CountRow] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { CountRow(id: $0.key, title: title($0.key), count: $0.value) }
  }
}

/// This sweep beside the one before.
struct ComparisonRows: PageValue {
  let previous: String
  let counts: [CountRow]
  /// Findings of the sweep before that are gone now the same pages were looked at again.
  let gone: [FactRow]
  /// Findings of the sweep before about which nothing can be said.
  let notReexamined: [FactRow]

  init(_ comparison: SweepComparison, earlier: [Finding], unit: String) {
    let sentences = Dictionary(
      earlier.map { ($0.id, Wording.sentence(for: $0.observation, unit: unit)) }
    ) { first, _ in first }
    previous =
      "\(SafeText.line(comparison.previousSweep, limit: 60))"
      + "（\(comparison.previousFinishedAt.readable) 结束）"
    counts = [
      CountRow(id: "new", title: "新增", count: comparison.new.count),
      CountRow(id: "still", title: "仍在", count: comparison.still.count),
      CountRow(id: "gone", title: "已消失", count: comparison.gone.count),
      CountRow(id: "notReexamined", title: "未复查", count: comparison.notReexamined.count),
    ]
    let row = { (id: String) in
      FactRow(title: SafeText.line(id, limit: 40), text: sentences[id] ?? "")
    }
    gone = comparison.gone.map(row)
    notReexamined = comparison.notReexamined.map(row)
  }
}
