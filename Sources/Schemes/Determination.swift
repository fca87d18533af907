import AuditModel
public import Scoring

/// Who finds out what a rule needs to know.
public enum Determination: String, Hashable, Sendable, Codable, CaseIterable {
  /// Probes alone.
  case automatic
  /// Probes see a part: a fault proves, its absence does not, or some rules are people's.
  case partly
  /// People, with what probes saw before their eyes.
  case supported
  case people

  public var title: String { Wording.title(of: self) }
}

extension Criterion {
  /// Who determines this rule.
  public var determination: Determination {
    guard let first = feeds.first else { return .people }
    if first.reading == .support { return .supported }
    return feeds.contains(where: \.isPartial) ? .partly : .automatic
  }
}

extension Indicator {
  /// Who determines this indicator, all its rules together.
  public var determination: Determination {
    let all = Set(criteria.map(\.determination))
    if all.count <= 1 { return all.first ?? .people }
    return all == [.supported, .people] ? .supported : .partly
  }
}

extension Rule {
  /// The kind's name in scheme files and in Chinese.
  public var kind: (id: String, title: String) {
    switch self {
    case .fail: ("fail", "全有或全无")
    case .step(let step): step.direction == .plus ? ("plus", "按次加分") : ("minus", "按次扣分")
    case .band: ("band", "分档")
    case .ratio: ("ratio", "按占比")
    case .judge: ("judge", "评定")
    case .quota: ("quota", "任务完成率")
    }
  }
}

/// The catalogue as a document: scheme × kind of rule × who determines each indicator.
public struct CatalogueTable: Sendable {
  private let schemes: [Scheme]

  public init(_ schemes: [Scheme]) { self.schemes = schemes }

  /// Markdown.
  public var lines: [String] {
    var lines = [
      "# 考核方案", "", "由 `scripts/generate-docs` 从方案文件生成,请勿手改。", "",
      "“自动”由检查项目独立得出;“部分自动”指检查到问题即可认定、查不到不能证明没有问题,或同一指标另有条款由人评定;"
        + "“人工(有线索)”由人评定,检查看到的列出供参考;“人工”由人评定。", "",
      "| 方案 | 指标 | 自动 | 部分自动 | 人工(有线索) | 人工 | 规则(条数) |",
      "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += schemes.map(summary)
    for scheme in schemes { lines += section(scheme) }
    return lines
  }

  private func summary(_ scheme: Scheme) -> String {
    let counts = Determination.allCases.map { kind in
      "\(scheme.leaves.count { $0.determination == kind })"
    }
    return "| \(cell(scheme.title))<br>`\(scheme.id)` | \(scheme.leaves.count) | "
      + "\(counts.joined(separator: " | ")) | \(kinds(scheme.criteria)) |"
  }

  private func kinds(_ criteria: [Criterion]) -> String {
    var counts: [String: Int] = [:]
    for criterion in criteria { counts[criterion.rule.kind.title, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.key) \($0.value)" }.joined(separator: "、")
  }

  private func section(_ scheme: Scheme) -> [String] {
    [
      "", "## \(scheme.title)", "", "`\(scheme.id)` · \(cell(scheme.citation.description))", "",
      "| 编号 | 指标 | 分值 | 规则 | 由谁得出 | 检查项目 |", "| --- | --- | --- | --- | --- | --- |",
    ]
      + scheme.leaves.map { leaf in
        let probes = Set(leaf.criteria.flatMap(\.feeds).map(\.probe)).sorted()
        return
          "| \(leaf.id) | \(cell(leaf.name)) | \(Wording.marks(leaf)) | \(kinds(leaf.criteria)) | "
          + "\(leaf.determination.title) | \(probes.map { "`\($0)`" }.joined(separator: " ")) |"
      }
  }

  private func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").replacing("|", with: "\\|")
  }
}
