import AuditModel
import Foundation
import WebAddress
import Yams

/// Reads a registry file. Nothing of a faulty file is used: either every line is understood or
/// the diagnostics say what is not.
public struct RegistryReader: Sendable {
  /// A registry of ten thousand units is about 4 MB.
  public static let maximumBytes = 16 << 20

  /// Schemes that may be named; nil accepts any.
  public var knownSchemes: Set<String>?

  /// What a unit can be without duty for, names by id; nil accepts any.
  public var knownDuties: [String: String]?

  public init(knownSchemes: Set<String>? = nil, knownDuties: [String: String]? = nil) {
    self.knownSchemes = knownSchemes
    self.knownDuties = knownDuties
  }

  /// - Throws: ``AuditError`` with code `registry`, listing every diagnostic.
  public func read(path: String) throws(AuditError) -> Registry {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw AuditError(.registry, path, Wording.registryUnreadable)
    }
    guard bytes.count <= Self.maximumBytes else {
      throw AuditError(.registry, path, Wording.registryTooLarge(Self.maximumBytes))
    }
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw AuditError(.registry, path, Wording.registryNotUTF8)
    }
    return try read(text: text, file: path)
  }

  /// - Throws: ``AuditError`` with code `registry`.
  public func read(text: String, file: String) throws(AuditError) -> Registry {
    let checker = YAMLChecker(file: file)
    guard let root = checker.parse(text) else {
      throw AuditError(.registry, file, checker.report)
    }
    let top = checker.mapping(root, keys: ["version", "portals", "units", "schedule"])
    if let version = top["version"], version.scalar?.string != "1" {
      checker.complain(version, Wording.registryVersion)
    }
    if let portals = top["portals"] { checkPortals(portals, checker) }
    var units: [AuditedUnit] = []
    for node in checker.sequence(top["units"], in: root, named: "units") {
      if let unit = unit(node, checker) { units.append(unit) }
    }
    refuseDuplicates(units, root, checker)
    let schedule = top["schedule"].map { self.schedule($0, checker) }
    guard checker.diagnostics.isEmpty else {
      throw AuditError(.registry, file, checker.report)
    }
    return Registry(units: units, schedule: schedule)
  }

  private func checkPortals(_ node: Node, _ checker: YAMLChecker) {
    for portal in checker.sequence(node, in: node, named: "portals") {
      let keys = checker.mapping(portal, keys: ["id", "name", "home", "siteCode"])
      _ = checker.string(keys["id"], in: portal, named: "id")
      _ = checker.string(keys["name"], in: portal, named: "name")
      _ = address(keys["home"], in: portal, named: "home", checker)
    }
  }

  private func unit(_ node: Node, _ checker: YAMLChecker) -> AuditedUnit? {
    let keys = checker.mapping(
      node,
      keys: [
        "id", "name", "kind", "home", "platform", "scopes", "ownSite", "withoutDuty", "schemes",
      ])
    guard let id = checker.string(keys["id"], in: node, named: "id"),
      let name = checker.string(keys["name"], in: node, named: "name"),
      let home = address(keys["home"], in: node, named: "home", checker)
    else { return nil }
    if !AuditedUnit.isUsable(id: id) { checker.complain(keys["id"] ?? node, Wording.unitID(id)) }
    let platform = keys["platform"].flatMap { address($0, in: node, named: "platform", checker) }
    let scopes = keys["scopes"].map { list in
      checker.sequence(list, in: node, named: "scopes").compactMap {
        address($0, in: node, named: "scopes", checker)
      }
    }
    return AuditedUnit(
      id: id, name: name, kind: kind(keys["kind"], node, checker), homePage: home,
      platformPage: platform, scopes: scopes ?? [home],
      hasOwnSite: keys["ownSite"].map { checker.boolean($0, named: "ownSite") } ?? true,
      withoutDuty: duties(keys["withoutDuty"], checker),
      schemes: schemes(keys["schemes"], node, checker))
  }

  /// A misspelt key would silently leave the unit with the duty.
  private func duties(_ node: Node?, _ checker: YAMLChecker) -> [String: String] {
    if let knownDuties, let mapping = node?.mapping {
      for (key, _) in mapping {
        guard let id = key.scalar?.string, knownDuties[id] == nil else { continue }
        checker.complain(key, Wording.unknownDuty(id, knownDuties))
      }
    }
    return checker.strings(node, named: "withoutDuty")
  }

  private func kind(_ node: Node?, _ unit: Node, _ checker: YAMLChecker) -> AuditedUnit.Kind {
    guard let text = checker.string(node, in: unit, named: "kind") else { return .department }
    if let kind = AuditedUnit.Kind(rawValue: text) { return kind }
    checker.complain(
      node ?? unit,
      Wording.oneOf("kind", text, AuditedUnit.Kind.allCases.map(\.rawValue)))
    return .department
  }

  private func schemes(_ node: Node?, _ unit: Node, _ checker: YAMLChecker) -> [String] {
    guard let node else { return [] }
    return checker.sequence(node, in: unit, named: "schemes").compactMap { item in
      guard let id = checker.string(item, in: item, named: "schemes") else { return nil }
      if let knownSchemes, !knownSchemes.contains(id) {
        checker.complain(item, Wording.unknownScheme(id, knownSchemes.sorted()))
      }
      return id
    }
  }

  private func address(
    _ node: Node?, in parent: Node, named name: String, _ checker: YAMLChecker
  ) -> String? {
    guard let text = checker.string(node, in: parent, named: name) else { return nil }
    guard let url = WebURL(text), url.isHTTP else {
      checker.complain(node ?? parent, Wording.notAnAddress(name, text))
      return nil
    }
    return url.href
  }

  private func schedule(_ node: Node, _ checker: YAMLChecker) -> Schedule {
    let keys = checker.mapping(node, keys: ["every", "at"])
    var schedule = Schedule()
    if let every = keys["every"], let text = checker.string(every, in: node, named: "every") {
      schedule.every = Schedule.interval(text)
      if schedule.every == nil { checker.complain(every, Wording.notADuration(text)) }
    }
    if let at = keys["at"] {
      for item in checker.sequence(at, in: node, named: "at") {
        guard let text = checker.string(item, in: at, named: "at") else { continue }
        if let minutes = Schedule.minutes(text) {
          schedule.at.append(minutes)
        } else {
          checker.complain(item, Wording.notATime(text))
        }
      }
    }
    schedule.at.sort()
    return schedule
  }

  private func refuseDuplicates(_ units: [AuditedUnit], _ root: Node, _ checker: YAMLChecker) {
    var seen: Set<String> = []
    for unit in units where !seen.insert(unit.id).inserted {
      checker.complain(root, Wording.duplicateUnit(unit.id))
    }
    if units.isEmpty, checker.diagnostics.isEmpty { checker.complain(root, Wording.noUnits) }
  }
}

extension AuditedUnit {
  /// An id becomes a folder name, so it is kept to letters, digits, `-`, `_` and `.`.
  static func isUsable(id: String) -> Bool {
    let allowed = id.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || byte == 45 || byte == 46 || byte == 95
    }
    return allowed && !id.isEmpty && id.utf8.count <= 64 && !id.hasPrefix(".")
  }
}
