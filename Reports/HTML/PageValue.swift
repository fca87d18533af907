import Mustache

/// A value that templates read by the names of its stored properties.
///
/// The library reflects a value anew at each look-up; a report with thousands of problems asks
/// millions of times, so each value is reflected once, here.
protocol PageValue {}

/// A page value as a table of names.
struct PageTable: MustacheParent {
  private let values: [String: Any]

  init(_ value: any PageValue) {
    values = Mirror(reflecting: value).children.reduce(into: [:]) { table, child in
      if let name = child.label { table[name] = Self.present(child.value) }
    }
  }

  func child(named name: String) -> Any? { values[name] }

  /// The value without its optional, page values within it as tables; nil for nothing.
  private static func present(_ value: Any) -> Any? {
    if let value = value as? any PageValue { return PageTable(value) }
    if let list = value as? [any PageValue] { return list.map(PageTable.init) }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first.flatMap { present($0.value) }
  }
}
