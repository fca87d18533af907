import AuditModel
import Auditing
import Foundation
import Probes
import Schemes
import Scoring

/// The catalogue as the commands use it.
enum SchemeShelf {
  static func catalogue() throws -> Catalogue {
    try Catalogue(knownProbes: Set(ProbeCatalogue.cards.map(\.id)))
  }

  /// Ids of everything that can be scored.
  static func allIDs() throws -> [String] {
    try catalogue().list().filter { $0.kind != .quotas }.map(\.id)
  }

  static func registry(at path: String) throws -> Registry {
    try RegistryReader(knownSchemes: Set(try allIDs()), knownDuties: DutyList.titles)
      .read(path: path)
  }

  /// Schemes that are not made for the kind of unit they are chosen for, one sentence each.
  static func misfits(of units: [AuditedUnit]) throws -> [String] {
    let catalogue = try catalogue()
    return try units.flatMap { unit in
      try unit.schemes.compactMap { id in
        let schemes =
          try catalogue.kind(of: id) == .combination
          ? try catalogue.combination(id).stages.map(\.scheme) : [try catalogue.load(id)]
        let misfit = schemes.first { !$0.assesses.isEmpty && !$0.assesses.contains(unit.kind) }
        return misfit.map {
          Wording.misfit(unit.name, unit.kind.title, id, appliesTo: $0.appliesTo)
        }
      }
    }
  }

  /// Makes sure every scheme exists and can be read before anything is fetched for it.
  static func desk(for ids: [String]) throws -> ScoreDesk {
    let catalogue = try catalogue()
    let known = Set(try allIDs())
    for id in Set(ids).sorted() {
      guard known.contains(id) else {
        throw AuditError(.options, "--scheme", "没有方案“\(id)”。\(Wording.near(known.sorted()))")
      }
      if try catalogue.kind(of: id) == .combination {
        _ = try catalogue.combination(id)
      } else {
        _ = try catalogue.load(id)
      }
    }
    return ScoreDesk(catalogue)
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
