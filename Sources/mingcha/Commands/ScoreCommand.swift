import ArgumentParser
import AuditModel
import Auditing
import Foundation
import Probes
import Schemes
import Scoring

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "按方案计算得分:来自检查结果、人工评定,或两者。",
    subcommands: [
      Card.self, Explain.self, ScoreGainsCommand.self, ScoreDiffCommand.self,
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

    func run() throws {
      do {
        for card in try source.cards() {
          print(json ? ScoreAnswer(card).json() : ScoreText(card).summary)
        }
      } catch { throw failure(error) }
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "逐项说明得分:条文、输入、算式、发现的问题和人工评定。")

    @OptionGroup var source: ScoreSource
    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      do {
        for card in try source.cards() {
          print(json ? ScoreAnswer(card).json() : ScoreText(card).full)
        }
      } catch { throw failure(error) }
    }
  }
}

/// What is scored: a scheme with judgements, with the findings of a stored sweep, or with both.
struct ScoreSource: ParsableArguments {
  @Option(help: ArgumentHelp("考核方案编号;默认取评定文件或单位自己的方案。", valueName: "id"))
  var scheme: String?

  @Option(help: ArgumentHelp("人工评定文件(YAML 或 JSON)。", valueName: "file"))
  var judgements: String?

  @Option(help: ArgumentHelp("用这个结果目录里的检查结果。", valueName: "dir"))
  var out: String?

  @Option(help: ArgumentHelp("检查编号;默认最近一次。", valueName: "sweep"))
  var sweep: String?

  @Option(help: ArgumentHelp("只算这个单位。", valueName: "unit"))
  var unit: String?

  func cards() throws -> [Scorecard] {
    let file = try judgements.map { try JudgementReader().read(path: $0) }
    guard let out else {
      guard let id = scheme ?? file?.scheme else {
        throw AuditError(.options, "--scheme", "请给出方案编号;见 mingcha scheme list。")
      }
      let desk = try SchemeShelf.desk(for: [id])
      return [try desk.card(id, unit: unit, judgements: file, file: judgements ?? "")]
    }
    let stored = try StoredSweep(out: out, label: sweep)
    return try stored.units(unit).flatMap { try cards(of: $0, in: stored, file) }
  }

  private func cards(of unit: AuditedUnit, in stored: StoredSweep, _ file: JudgementFile?) throws
    -> [Scorecard]
  {
    let ids = (scheme ?? file?.scheme).map { [$0] } ?? unit.schemes
    guard !ids.isEmpty else {
      throw AuditError(.options, "--scheme", "\(unit.name) 没有选定方案,请给出方案编号。")
    }
    let outcome = try stored.outcome(of: unit)
    let input = ScoreInput(
      unit: unit.name, seen: outcome.findings.map(SeenObservation.init),
      cards: ProbeCatalogue.cards, isIncomplete: outcome.coverage.isPartial)
    let desk = try SchemeShelf.desk(for: ids)
    return try ids.map {
      try desk.card($0, unit: unit.name, judgements: file, file: judgements ?? "", seen: input)
    }
  }
}
