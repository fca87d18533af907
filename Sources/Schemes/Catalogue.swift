import AuditModel
import Foundation
public import Scoring
import Yams

/// The schemes, combinations and quota tables in a folder, one YAML file each, named by id.
public struct Catalogue: Sendable {
  /// What a file holds.
  public enum Kind: String, Sendable, CaseIterable { case scheme, combination, quotas, named }

  public struct Entry: Hashable, Sendable {
    public var id: String
    public var title: String
    public var kind: Kind
  }

  public let folder: String
  /// Probes that exist with the codes each can report; a feed that names another is a fault.
  /// Nil: not checked.
  public let knownProbes: [String: Set<String>]?

  public init(folder: String, knownProbes: [String: Set<String>]? = nil) {
    self.folder = folder
    self.knownProbes = knownProbes
  }

  /// The bundled catalogue: `MINGCHA_CATALOGUE`, else beside the executable.
  public init(knownProbes: [String: Set<String>]? = nil) throws(DiagnosticList) {
    let places = Catalogue.places()
    var isFolder: ObjCBool = false
    let found = places.first {
      FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && isFolder.boolValue
    }
    guard let found else {
      throw DiagnosticList([Diagnostic(file: "Catalogue", fault: .catalogueNotFound(places))])
    }
    self.init(folder: found, knownProbes: knownProbes)
  }

  private static func places() -> [String] {
    if let chosen = ProcessInfo.processInfo.environment["MINGCHA_CATALOGUE"] { return [chosen] }
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    let beside = (executable as NSString).deletingLastPathComponent
    return [
      "\(beside)/mingcha_Schemes.resources/Catalogue", "\(beside)/Catalogue",
      "\(beside)/../share/mingcha/Catalogue",
    ]
  }

  /// The names of all files, without opening any.
  public var ids: [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// Everything in the folder, by id. Throws when a file cannot be read as YAML at all.
  public func list() throws(DiagnosticList) -> [Entry] {
    var entries: [Entry] = []
    for id in ids {
      let root = try YAMLFile(path: path(id)).root.mapping
      entries.append(
        Entry(
          id: id, title: root?["title"]?.scalar?.string ?? id,
          kind: root?["kind"]?.scalar.flatMap { Kind(rawValue: $0.string) } ?? .scheme))
    }
    return entries
  }

  public func kind(of id: String) throws(DiagnosticList) -> Kind { Catalogue.kind(try file(id)) }

  private static func kind(_ file: YAMLFile) -> Kind {
    file.root.mapping?["kind"]?.scalar.flatMap { Kind(rawValue: $0.string) } ?? .scheme
  }

  /// Something that can be scored.
  public enum Item: Sendable {
    case scheme(Scheme)
    case combination(Combination)
  }

  /// Reads one file, and of the others only those it refers to; nil for a table of quotas.
  public func item(
    _ id: String, choices: [String: String] = [:]
  ) throws(DiagnosticList) -> Item? {
    let file = try file(id)
    switch Catalogue.kind(file) {
    case .scheme: return .scheme(try scheme(file, choices))
    case .combination:
      return .combination(
        try CombinationBuilder(file: file, catalogue: self).combination(choices: choices))
    case .quotas, .named: return nil
    }
  }

  private func scheme(
    _ file: YAMLFile, _ choices: [String: String]
  ) throws(DiagnosticList) -> Scheme {
    try SchemeBuilder(
      file: file, references: CatalogueReferences(catalogue: self), knownProbes: knownProbes,
      shared: sharedNamedList()
    ).scheme(choices: choices)
  }

  /// One scheme under the readings chosen; switches not named take their default.
  public func load(
    _ id: String, choices: [String: String] = [:]
  ) throws(DiagnosticList) -> Scheme {
    try scheme(file(id), choices)
  }

  /// One scheme from a file outside the catalogue; references still resolve in the catalogue.
  public func load(
    file path: String, choices: [String: String] = [:]
  ) throws(DiagnosticList) -> Scheme {
    try scheme(YAMLFile(path: path), choices)
  }

  /// One scheme from its text; `name` stands in diagnostics.
  public func load(
    text: String, name: String, choices: [String: String] = [:]
  ) throws(DiagnosticList) -> Scheme {
    try scheme(YAMLFile(text: text, name: name), choices)
  }

  public func combination(
    _ id: String, choices: [String: String] = [:]
  ) throws(DiagnosticList) -> Combination {
    try CombinationBuilder(file: file(id), catalogue: self).combination(choices: choices)
  }

  /// The quota table with that id.
  public func quotas(_ id: String) throws(DiagnosticList) -> [QuotaTask] {
    try QuotaTableReader(file: file(id)).tasks()
  }

  func file(_ id: String) throws(DiagnosticList) -> YAMLFile {
    let known = ids
    guard known.contains(id) else {
      throw DiagnosticList([
        Diagnostic(
          file: id,
          fault: .unknownScheme(id, nearest: nearest(to: id, in: known), known: known))
      ])
    }
    return try YAMLFile(path: path(id))
  }

  private func path(_ id: String) -> String { "\(folder)/\(id).yaml" }
}

/// Resolves what one file of the catalogue takes from another.
struct CatalogueReferences: SchemeReferences {
  let catalogue: Catalogue

  func quotas(_ id: String) -> [QuotaTask]? { try? catalogue.quotas(id) }

  /// Points per adopted item, from a tally scheme whose indicators are the two levels in order.
  func itemPoints(_ id: String) -> [String: QuotaRule.ItemPoints]? {
    guard let scheme = try? catalogue.load(id), scheme.form == .tally else { return nil }
    var points: [String: QuotaRule.ItemPoints] = [:]
    for (index, leaf) in scheme.leaves.enumerated() {
      for criterion in leaf.criteria {
        guard case .step(let step) = criterion.rule else { return nil }
        points[criterion.id] = .init(isProvincial: index > 0, points: step.points)
      }
    }
    return points
  }
}
