import AuditModel
import Auditing
import Foundation
import Probes
import Reports
import Schemes
import Scoring

/// What a person has in hand and wants scored, compared or ranked: a folder of results, a
/// `scorecard.json`, a `findings.json`, or a file of judgements.
struct ScoreSide {
  /// How it is to be scored, where it is not scored already.
  struct Options {
    var scheme: String?
    var sweep: String?
    var unit: String?
    var judgements: String?
    var choices: [String: String] = [:]

    /// Whether something is asked for that a stored scorecard cannot answer.
    var asksForScoring: Bool { scheme != nil || judgements != nil || !choices.isEmpty }
  }

  struct Unit {
    var id: String
    var name: String
    var cards: [Scorecard]
    var isPartial = false
    var gains: [Gains] = []
    /// Finished sentences of findings, by id.
    var sentences: [String: String] = [:]
  }

  let path: String
  private(set) var units: [Unit]

  /// - Parameter withGains: also measure what mending brings; needs findings.
  init(_ path: String, _ options: Options, withGains: Bool = false) throws {
    self.path = path
    units = []
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw AuditError(.options, path, "没有这个文件或目录。请给出结果目录、scorecard.json、findings.json 或评定文件。")
    }
    if isFolder.boolValue {
      units = try Self.stored(path, options, withGains)
    } else {
      units = [try Self.file(path, options, withGains)]
    }
    if let wanted = options.unit { units = units.filter { $0.id == wanted || $0.name == wanted } }
    guard !units.isEmpty else {
      throw AuditError(.unknownUnit, options.unit ?? path, "\(path) 里没有这个单位的结果。")
    }
  }

  // MARK: a folder of results

  private static func stored(
    _ path: String, _ options: Options, _ withGains: Bool
  ) throws -> [Unit] {
    let stored = try StoredSweep(out: path, label: options.sweep)
    let judged = try options.judgements.map { try JudgementFiles.read($0) }
    return try stored.units(options.unit, judgedBy: judged).map { unit in
      let outcome = try stored.outcome(of: unit)
      var side = Unit(
        id: unit.id, name: unit.name, cards: outcome.scorecards,
        isPartial: outcome.coverage.isPartial)
      for finding in outcome.findings {
        side.sentences[finding.id] =
          Reports.Wording.sentence(for: finding.observation, unit: unit.name)
      }
      guard withGains || options.asksForScoring else { return side }
      let input = ScoreInput(
        unit: unit.name, seen: outcome.findings.map(SeenObservation.init),
        cards: ProbeCatalogue.cards, isIncomplete: outcome.coverage.isPartial)
      try score(&side, input, unit.schemes, options, judged, withGains)
      return side
    }
  }

  // MARK: one file

  private static func file(
    _ path: String, _ options: Options, _ withGains: Bool
  ) throws -> Unit {
    switch try ExportedFile.read(path) {
    case .scorecard(let file)?:
      guard !withGains, !options.asksForScoring else {
        throw AuditError(.options, path, "评分表已是结果,不能再按别的方案计算。请给出同一目录的 findings.json。")
      }
      return Unit(id: file.head.unit.id, name: file.head.unit.name, cards: file.exact)
    case .findings(let file)?:
      var side = Unit(
        id: file.head.unit.id, name: file.head.unit.name, cards: [],
        isPartial: file.coverage.isPartial, sentences: file.sentences)
      let input = ScoreInput(
        unit: side.name, seen: try file.seen(path), cards: ProbeCatalogue.cards,
        isIncomplete: side.isPartial)
      let judged = try options.judgements.map { try JudgementFiles.read($0) }
      try score(&side, input, [], options, judged, withGains)
      return side
    case nil:
      var options = options
      options.judgements = path
      let judged = try JudgementFiles.read(path)
      try judged.check(isAbout: options.unit, path)
      let name = options.unit ?? judged.unit ?? (path as NSString).lastPathComponent
      var side = Unit(id: name, name: name, cards: [])
      try score(
        &side, ScoreInput(unit: options.unit ?? judged.unit ?? ""), [], options, judged, withGains)
      return side
    }
  }

  private static func score(
    _ side: inout Unit, _ input: ScoreInput, _ own: [String], _ options: Options,
    _ file: JudgementFile?, _ withGains: Bool
  ) throws {
    // The file's scheme gives way to one asked for: that is what comparing two schemes means.
    var judged = file
    if options.scheme != nil { judged?.scheme = nil }
    let ids = (options.scheme ?? file?.scheme).map { [$0] } ?? own
    guard !ids.isEmpty else {
      throw AuditError(.options, "--scheme", "请给出方案编号;见 mingcha scheme list。")
    }
    let desk = try SchemeShelf.desk(for: ids)
    side.cards = []
    for id in ids {
      let card = try desk.card(
        id, unit: input.unit, judgements: judged, file: options.judgements ?? "", seen: input,
        choices: options.choices)
      side.cards.append(card)
      guard withGains else { continue }
      let gains = try desk.gains(
        card, judgements: judged, file: options.judgements ?? "", seen: input,
        choices: options.choices)
      if let gains { side.gains.append(gains) }
    }
  }

  /// `key=value` pairs.
  static func choices(_ texts: [String], _ option: String) throws -> [String: String] {
    var choices: [String: String] = [:]
    for text in texts {
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw AuditError(
          .options, option, "“\(text)”应写作 开关=取值,如 weights=normalise;见 mingcha scheme show。")
      }
      choices[parts[0]] = parts[1]
    }
    return choices
  }
}
