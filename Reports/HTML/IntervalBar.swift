/// A score interval drawn on a line from nothing to full marks, as inline SVG.
enum IntervalBar {
  private static let width = 1000.0

  /// A scorecard's interval; empty when it has no ends to draw.
  static func svg(_ card: ScorecardRows, label: String) -> String {
    guard let low = card.lowShare, let high = card.highShare else { return "" }
    return svg(low: low, high: high, label: label)
  }

  /// The drawing. Shares outside 0...1, or not numbers, are brought inside.
  static func svg(low: Double, high: Double, label: String) -> String {
    let start = share(low) * width
    let end = max(share(high) * width, start)
    let ticks = stride(from: 0.0, through: width, by: 100)
      .map { "<line x1=\"\(text($0))\" y1=\"30\" x2=\"\(text($0))\" y2=\"34\"/>" }.joined()
    let name = escaped(label)
    return """
      <svg class="bar" viewBox="-10 0 1020 36" preserveAspectRatio="none" role="img" \
      aria-label="\(name)"><title>\(name)</title>\
      <rect class="track" x="0" y="10" width="1000" height="18" rx="3"/>\
      <rect class="sure" x="0" y="10" width="\(text(start))" height="18" rx="3"/>\
      <rect class="open" x="\(text(start))" y="10" width="\(text(max(end - start, 4)))" height="18"/>\
      <g class="ticks">\(ticks)</g></svg>
      """
  }

  private static func share(_ value: Double) -> Double {
    value.isFinite ? min(max(value, 0), 1) : 0
  }

  private static func text(_ value: Double) -> String { String(Int(value.rounded())) }

  /// For text inside markup that is not passed through a template.
  static func escaped(_ text: String) -> String {
    SafeText.line(text).reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
  }
}
