import Scoring
import Yams

extension Catalogue {
  /// The choices that concern a scheme or combination. One set of readings may serve a whole year's
  /// schemes, so a switch that only another scheme has, with a value it has, is no fault: it changes
  /// nothing here. What nobody has stays, and is refused where it is loaded.
  func applying(
    _ choices: [String: String], to id: String
  ) throws(DiagnosticList) -> [String: String] {
    let own = Set(try switches(concerning: id).map(\.id))
    guard choices.keys.contains(where: { !own.contains($0) }) else { return choices }
    var elsewhere: [Switch] = []
    for entry in try list() { elsewhere += try switches(of: entry.id) }
    return choices.filter { name, value in
      own.contains(name)
        || !elsewhere.contains { $0.id == name && $0.values.contains(value) }
    }
  }

  /// The switches of a scheme; for a combination also those of its stages.
  private func switches(concerning id: String) throws(DiagnosticList) -> [Switch] {
    var switches = try switches(of: id)
    let stages = try file(id).root.mapping?["stages"]?.sequence.map(Array.init) ?? []
    for stage in stages {
      guard let scheme = stage.mapping?["scheme"]?.scalar?.string else { continue }
      switches += try self.switches(of: scheme)
    }
    return switches
  }

  private func switches(of id: String) throws(DiagnosticList) -> [Switch] {
    let file = try file(id)
    return SwitchReader.switches(in: file.root, Faults(file: file.name))
  }
}
