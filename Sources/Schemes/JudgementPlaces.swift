import Scoring
import Yams

/// Where each entry of a file of judgements stands, so that a refusal can point at it.
///
/// Where something stands is no part of what it says: all values are equal, and a file read from a
/// workbook equals the same judgements read from YAML.
public struct JudgementPlaces: Sendable {
  /// 1-based line and column.
  struct Place: Sendable {
    let line: Int
    let column: Int
  }

  private var places: [String: [Place]] = [:]

  /// No places, as of judgements that were not read from a text.
  public init() {}

  /// Gathers the entries of `facts`, `events` and of the `stages` below.
  init(_ node: Node) {
    for fact in node["facts"]?.sequence ?? [] {
      add(fact["criterion"] ?? fact["indicator"], at: fact["value"] ?? fact["status"])
    }
    for event in node["events"]?.sequence ?? [] { add(event, at: event) }
    for stage in node["stages"]?.mapping ?? [:] {
      let below = JudgementPlaces(stage.value)
      places.merge(below.places) { $0 + $1 }
    }
  }

  /// - Parameter number: which of several entries on the same id, counted from 0.
  func place(of entry: String, number: Int = 0) -> Place? {
    guard let found = places[entry] else { return nil }
    return found.indices.contains(number) ? found[number] : found.first
  }

  private mutating func add(_ id: Node?, at node: Node?) {
    guard let text = id?.scalar?.string, let mark = (node ?? id)?.mark else { return }
    places[text, default: []].append(Place(line: mark.line, column: mark.column))
  }
}

extension JudgementPlaces: Hashable {
  public static func == (one: JudgementPlaces, other: JudgementPlaces) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}

extension Judgements {
  /// How many entries on the same id stand before this one in its list.
  func number(of place: JudgementFault.Place) -> Int {
    switch place {
    case .fact(let index):
      facts[..<index].count { $0.criterion == facts[index].criterion }
    case .status(let index):
      statuses[..<index].count { $0.indicator == statuses[index].indicator }
    case .event(let index):
      (events ?? [])[..<index].count { $0 == events?[index] }
    }
  }
}
