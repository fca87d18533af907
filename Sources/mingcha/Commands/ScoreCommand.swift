import ArgumentParser
import AuditModel
import Auditing
import Foundation
import Probes
import Reports
import Schemes
import Scoring

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "按方案计算得分:来自检查结果、人工评定,或两者。",
    subcommands: [
      Card.self, Explain.self, Template.self, ScoreGainsCommand.self, ScoreDiffCommand.self,
      ScoreRankCommand.self, ScoreBenchCommand.self,
    ], defaultSubcommand: Card.self)
}

extension ScoreCommand {
  struct Card: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "card", abstract: "计算评分表。",
      discussion: "例:mingcha score --scheme shanxi-2022-city --judgements 评定.yaml --json")

    @OptionGroup var source: ScoreSource
    @Flag(help: "机器可读的结果。") var json = false

    @Option(help: ArgumentHelp("另存为工作簿:评分表,以及自评与考评对照。", valueName: "file.xlsx"))
    var to: String?

    func run() throws {
      do {
        if let to { try NewFile.check(to, ending: "xlsx") }
        let results = try source.scored().map(\.cards)
        for cards in results {
          print(json ? ScoreAnswer(cards).json() : text(cards))
        }
        guard let to else { return }
        try ScoreWorkbook.write(
          results.map(\.given), comparisons: results.compactMap(\.comparison), to: to,
          created: now())
      } catch { throw failure(error) }
    }

    private func text(_ cards: AssessedCards) -> String {
      let own = cards.comparison.map { ComparisonText($0).lines } ?? []
      return ([ScoreText(cards.given).summary] + own).joined(separator: "\n")
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "逐项说明得分:条文、输入、算式、发现的问题和人工评定。")

    @OptionGroup var source: ScoreSource
    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      do {
        for scored in try source.scored() {
          print(json ? ScoreAnswer(scored.cards).json() : text(scored))
        }
      } catch { throw failure(error) }
    }

    private func text(_ scored: ScoreSource.Scored) -> String {
      let cards = scored.cards
      var parts = [ScoreText(cards.given, sentences: scored.sentences).full]
      if let comparison = cards.comparison {
        parts.append(ComparisonText(comparison).lines.joined(separator: "\n"))
      }
      if let own = cards.own { parts.append("自评\n\(ScoreText(own).full)") }
      return parts.joined(separator: "\n\n")
    }
  }
}

/// What is scored: a scheme with judgements, with the findings of a stored sweep, or with both.
struct ScoreSource: ParsableArguments {
  @Option(help: ArgumentHelp("考核方案编号;默认取评定文件或单位自己的方案。", valueName: "id"))
  var scheme: String?

  @Option(help: ArgumentHelp("人工评定文件:填好的模板(XLSX),或 YAML、JSON。", valueName: "file"))
  var judgements: String?

  @Option(help: ArgumentHelp("用这个结果目录里的检查结果。", valueName: "dir"))
  var out: String?

  @Option(help: ArgumentHelp("检查编号;默认最近一次。", valueName: "sweep"))
  var sweep: String?

  @Option(help: ArgumentHelp("只算这个单位。", valueName: "unit"))
  var unit: String?

  struct Scored {
    var cards: AssessedCards
    /// Finished sentences of findings, by id.
    var sentences: [String: String] = [:]
  }

  /// 考评 for each unit and scheme, with 自评 beside it where the file has any.
  func scored() throws -> [Scored] {
    let file = try judgements.map { try JudgementFiles.read($0, wanted: scheme) }
    guard let out else {
      guard let id = scheme ?? file?.scheme else {
        throw AuditError(.options, "--scheme", "请给出方案编号;见 mingcha scheme list。")
      }
      let desk = try SchemeShelf.desk(for: [id])
      try file?.check(isAbout: unit, judgements ?? "")
      file?.remindOfProbes(judgements ?? "")
      let cards = try desk.cards(id, unit: unit, judgements: file, file: judgements ?? "")
      return [Scored(cards: cards)]
    }
    let stored = try StoredSweep(out: out, label: sweep)
    if file != nil { complain("评定以文件“\(judgements ?? "")”为准,没有写入 \(out)。") }
    return try stored.units(unit, judgedBy: file).flatMap { try cards(of: $0, in: stored, file) }
  }

  private func cards(of unit: AuditedUnit, in stored: StoredSweep, _ file: JudgementFile?) throws
    -> [Scored]
  {
    let ids = (scheme ?? file?.scheme).map { [$0] } ?? unit.schemes
    guard !ids.isEmpty else {
      throw AuditError(.options, "--scheme", "\(unit.name) 没有选定方案,请给出方案编号。")
    }
    let input = try stored.input(of: unit)
    let desk = try SchemeShelf.desk(for: ids)
    let sentences = Dictionary(
      input.seen.map { ($0.id, Reports.Wording.sentence(for: $0.observation, unit: unit.name)) },
      uniquingKeysWith: { $1 })
    return try ids.map {
      let cards = try desk.cards(
        $0, unit: unit.name, judgements: file, file: judgements ?? "", seen: input)
      return Scored(cards: cards, sentences: sentences)
    }
  }
}

extension StoredSweep {
  /// What the sweep saw of a unit, as scoring takes it.
  func input(of unit: AuditedUnit) throws -> ScoreInput {
    let outcome = try outcome(of: unit)
    return ScoreInput(
      unit: unit.name, seen: outcome.findings.map(SeenObservation.init),
      cards: ProbeCatalogue.cards, isIncomplete: outcome.coverage.isPartial)
  }
}
