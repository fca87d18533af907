import Scoring

/// Findings that are charged in one place, and the points that mending them brings back.
public struct FixFirstRow: Sendable, Codable, Hashable {
  /// The scheme and the indicator the findings are charged under.
  public var scheme: String
  public var indicator: String
  /// Titles from the root to the indicator.
  public var path: [String]
  /// Further indicators that gain by the same mending, titles joined.
  public var others: [String]
  /// Points that come back, such as `2`.
  public var points: String
  /// Points that come back even if everything undecided turns out badly; nil when as many.
  public var least: String?
  /// The points as a share of the largest of the list, 0...1, for drawing only.
  public var share: Double
  /// Its place in the order that brings most with each step; nil when it brings nothing by then.
  public var step: Int?
  /// What has come back after that step.
  public var cumulative: String?
  /// Ids of the findings.
  public var findings: [String]

  /// A row of finished texts.
  public init(
    scheme: String = "", indicator: String, path: [String], others: [String] = [],
    points: String, least: String? = nil,
    share: Double, step: Int? = nil, cumulative: String? = nil, findings: [String]
  ) {
    self.scheme = scheme
    self.indicator = indicator
    self.path = path
    self.others = others
    self.points = points
    self.least = least
    self.share = share
    self.step = step
    self.cumulative = cumulative
    self.findings = findings
  }
}

extension FixFirstRow {
  /// The gains of one scheme as rows; nothing is measured here.
  static func rows(_ gains: Gains) -> [FixFirstRow] {
    let largest = gains.rows.first?.points ?? 0
    return gains.rows.enumerated().map { index, gain in
      let place = gain.places.first
      let step = gains.steps.firstIndex { $0.rows.contains(index) }
      return FixFirstRow(
        scheme: place?.scheme ?? gains.scheme, indicator: place?.indicator ?? "",
        path: place?.path ?? [],
        others: gain.places.dropFirst().map { $0.path.joined(separator: " › ") },
        points: gain.points.shown(),
        least: gain.least == gain.points ? nil : gain.least.shown(),
        share: gain.points.share(of: largest) ?? 0, step: step.map { $0 + 1 },
        cumulative: step.map { gains.steps[$0].cumulative.shown() }, findings: gain.findings)
    }
  }
}
