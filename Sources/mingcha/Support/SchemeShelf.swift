import AuditModel
import Auditing
import Foundation
import Probes
import Schemes
import Scoring

/// The catalogue as the commands use it.
enum SchemeShelf {
  static func catalogue() throws -> Catalogue {
    try Catalogue(
      knownProbes: Dictionary(
        ProbeCatalogue.cards.map { ($0.id, Set($0.codes)) }, uniquingKeysWith: { $1 }))
  }

  /// Ids of everything that can be scored.
  static func allIDs() throws -> [String] {
    try catalogue().list().filter { $0.kind == .scheme || $0.kind == .combination }.map(\.id)
  }

  static func registry(at path: String) throws -> Registry {
    // Names only: whether a scheme can be read is checked for those that are scored.
    let catalogue = try catalogue()
    return try RegistryReader(knownSchemes: Set(catalogue.ids), knownDuties: duties(catalogue))
      .read(path: path)
  }

  /// What a unit can be without duty for: the columns and topics of the law, and what schemes name.
  private static func duties(_ catalogue: Catalogue) -> [String: String] {
    let named = (try? catalogue.named(for: allIDs())) ?? .empty
    let titles =
      named.columns.map { ($0.id, $0.title) } + named.documents.map { ($0.id, $0.title) }
    return DutyList.titles.merging(titles) { first, _ in first }
  }

  /// Schemes that are not made for the kind of unit they are chosen for, one sentence each.
  static func misfits(of units: [AuditedUnit]) throws -> [String] {
    try units.flatMap { unit in
      try unit.schemes.compactMap { id in
        let misfit = try schemes(of: id).first {
          !$0.assesses.isEmpty && !$0.assesses.contains(unit.kind)
        }
        return misfit.map {
          Wording.misfit(unit.name, unit.kind.title, id, appliesTo: $0.appliesTo)
        }
      }
    }
  }

  /// Makes sure every scheme exists and can be read before anything is fetched for it.
  static func desk(for ids: [String]) throws -> ScoreDesk {
    let catalogue = try catalogue()
    let known = Set(catalogue.ids)
    for id in Set(ids).sorted() where !known.contains(id) {
      let usable = try allIDs()
      throw AuditError(.options, "--scheme", "没有方案“\(id)”。\(Wording.near(usable.sorted()))")
    }
    return try ScoreDesk(catalogue, ready: Set(ids).sorted())
  }

  /// A scheme, or the schemes a combination is made of.
  static func schemes(of id: String) throws -> [Scheme] {
    switch try desk(for: [id]).catalogue.item(id) {
    case .scheme(let scheme): [scheme]
    case .combination(let combination): combination.stages.map(\.scheme)
    case nil: []
    }
  }

  /// Judgement files by the scheme each names.
  static func judgements(_ files: [String], for ids: [String]) throws -> [String: JudgedBy] {
    var result: [String: JudgedBy] = [:]
    for path in files {
      let file = try JudgementFiles.read(path)
      guard let scheme = file.scheme ?? (Set(ids).count == 1 ? ids.first : nil) else {
        throw AuditError(.options, path, "文件没有写明 scheme。请加一行 scheme: 方案编号。")
      }
      result[scheme] = JudgedBy(path: path, file: file)
    }
    return result
  }

  /// For each probe the indicators it feeds, as `scheme 指标 名称`.
  static func indicatorsByProbe() throws -> [String: [String]] {
    let catalogue = try catalogue()
    var served: [String: [String]] = [:]
    for entry in try catalogue.list() where entry.kind == .scheme {
      let scheme = try catalogue.load(entry.id)
      for leaf in scheme.leaves {
        for probe in Set(leaf.criteria.flatMap(\.feeds).map(\.probe)).sorted() {
          served[probe, default: []].append("\(entry.id) \(leaf.id) \(leaf.name)")
        }
      }
    }
    return served
  }
}
