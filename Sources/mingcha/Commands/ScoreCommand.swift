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
        let results = try source.cards()
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
        for cards in try source.cards() {
          print(json ? ScoreAnswer(cards).json() : text(cards))
        }
      } catch { throw failure(error) }
    }

    private func text(_ cards: AssessedCards) -> String {
      var parts = [ScoreText(cards.given).full]
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

  /// 考评 for each unit and scheme, with 自评 beside it where the file has any.
  func cards() throws -> [AssessedCards] {
    let file = try judgements.map { try JudgementFiles.read($0, wanted: scheme) }
    guard let out else {
      guard let id = scheme ?? file?.scheme else {
        throw AuditError(.options, "--scheme", "请给出方案编号;见 mingcha scheme list。")
      }
      let desk = try SchemeShelf.desk(for: [id])
      return [try desk.cards(id, unit: unit, judgements: file, file: judgements ?? "")]
    }
    let stored = try StoredSweep(out: out, label: sweep)
    if file != nil { complain("评定以文件“\(judgements ?? "")”为准,没有写入 \(out)。") }
    return try units(of: stored, file).flatMap { try cards(of: $0, in: stored, file) }
  }

  /// One file is about one unit: in a sweep over many it must say which.
  private func units(of stored: StoredSweep, _ file: JudgementFile?) throws -> [AuditedUnit] {
    let units = try stored.units(unit)
    guard let file, units.count > 1 else { return units }
    let named = units.filter { $0.name == file.unit || $0.id == file.unit }
    guard !named.isEmpty else {
      throw AuditError(
        .options, "--unit", "结果目录里有 \(units.count) 个单位,评定文件是哪一个的?请用 --unit 指明,或在文件里写 unit。")
    }
    return named
  }

  private func cards(of unit: AuditedUnit, in stored: StoredSweep, _ file: JudgementFile?) throws
    -> [AssessedCards]
  {
    let ids = (scheme ?? file?.scheme).map { [$0] } ?? unit.schemes
    guard !ids.isEmpty else {
      throw AuditError(.options, "--scheme", "\(unit.name) 没有选定方案,请给出方案编号。")
    }
    let input = try stored.input(of: unit)
    let desk = try SchemeShelf.desk(for: ids)
    return try ids.map {
      try desk.cards(
        $0, unit: unit.name, judgements: file, file: judgements ?? "", seen: input)
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
