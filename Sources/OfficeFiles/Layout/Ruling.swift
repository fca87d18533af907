/// A straight line of a page, level or upright, in points from the upper left corner.
struct Ruling: Hashable, Sendable {
  var isUpright: Bool
  /// Where it stands: x of an upright one, y of a level one.
  var at: Double
  var from: Double
  var to: Double

  /// Lines that continue each other made one. Programs draw borders cell by cell, often twice.
  static func merged(_ rulings: [Ruling]) -> [Ruling] {
    merged(ofOneKind: rulings.filter(\.isUpright))
      + merged(ofOneKind: rulings.filter { !$0.isUpright })
  }

  private static func merged(ofOneKind rulings: [Ruling]) -> [Ruling] {
    var groups: [[Ruling]] = []
    for ruling in rulings.sorted(by: { $0.at < $1.at }) {
      if let first = groups.last?.first, ruling.at - first.at <= 1.5 {
        groups[groups.count - 1].append(ruling)
      } else {
        groups.append([ruling])
      }
    }
    return groups.flatMap(merged(collinear:))
  }

  private static func merged(collinear rulings: [Ruling]) -> [Ruling] {
    var result: [Ruling] = []
    for ruling in rulings.sorted(by: { $0.from < $1.from }) {
      if let last = result.last, ruling.from <= last.to + 2 {
        result[result.count - 1].to = max(last.to, ruling.to)
      } else {
        result.append(ruling)
      }
    }
    return result.filter { $0.to - $0.from > 3 }
  }

  /// Whether two lines meet or cross.
  func meets(_ other: Ruling) -> Bool {
    guard isUpright != other.isUpright else { return false }
    return at >= other.from - 2.5 && at <= other.to + 2.5 && other.at >= from - 2.5
      && other.at <= to + 2.5
  }

  /// Whether it passes a place of the other axis.
  func covers(_ place: Double) -> Bool { from - 1 <= place && place <= to + 1 }
}
