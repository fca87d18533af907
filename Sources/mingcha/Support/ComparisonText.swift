import Scoring

/// 自评 beside 考评 as lines on a terminal: where they differ, and in total.
struct ComparisonText {
  private let comparison: ScoreComparison

  init(_ comparison: ScoreComparison) { self.comparison = comparison }

  var lines: [String] {
    let different = comparison.rows.filter(\.isDifferent)
    var lines = ["自评与考评对照(差 = 考评 − 自评):"]
    lines += different.map { row in
      "  \(row.id) \(row.path.last ?? "")  自评 \(row.ownText)  考评 \(row.givenText)  差 \(row.differenceText)"
    }
    let missing = comparison.rows.count(where: \.isOwnMissing)
    if different.isEmpty, missing < comparison.rows.count {
      lines.append(missing > 0 ? "  已自评的各项一致" : "  各项一致")
    }
    if missing > 0 { lines.append("  另有 \(missing) 项未自评") }
    if let total = comparison.total {
      lines.append("  合计  自评 \(total.ownText)  考评 \(total.givenText)  差 \(total.differenceText)")
    }
    return lines
  }
}
