import ArgumentParser
import Auditing
import Scoring

/// What mending findings brings back.
struct ScoreGainsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gains", abstract: "改正后可挽回的分数:每组问题改正后重新计分,按分值排列,并给出最划算的次序。",
    discussion: """
      尚未判定的事项不计在内。例:
        mingcha score gains 检查结果
        mingcha score gains findings.json --scheme suizhou-2020-third-party-department
      """)

  @Argument(help: ArgumentHelp("结果目录,或 findings.json。", valueName: "dir | file"))
  var path: String

  @Option(help: ArgumentHelp("考核方案编号;默认单位自己的方案。", valueName: "id"))
  var scheme: String?

  @Option(help: ArgumentHelp("人工评定文件。", valueName: "file"))
  var judgements: String?

  @Option(help: ArgumentHelp("检查编号;默认最近一次。", valueName: "sweep"))
  var sweep: String?

  @Option(help: ArgumentHelp("只算这个单位。", valueName: "unit"))
  var unit: String?

  @Option(help: ArgumentHelp("读法开关,可多次给出。", valueName: "开关=取值"))
  var choose: [String] = []

  @Flag(help: "机器可读的结果。") var json = false

  func run() throws {
    do {
      let options = ScoreSide.Options(
        scheme: scheme, sweep: sweep, unit: unit, judgements: judgements,
        choices: try ScoreSide.choices(choose, "--choose"))
      let side = try ScoreSide(path, options, withGains: true)
      if json { return print(try machineText(side.units.flatMap(\.gains))) }
      print(
        side.units.flatMap { unit in unit.gains.map { text($0, unit) } }.joined(separator: "\n\n"))
    } catch { throw failure(error) }
  }

  private func text(_ gains: Gains, _ unit: ScoreSide.Unit) -> String {
    var lines = ["\(gains.unit)  \(gains.title)", "现在:\(gains.current.text) 分"]
    if gains.rows.isEmpty {
      lines.append("检查发现的问题里,没有改正后可以挽回的分数。人工评定扣的分不在其内,见 mingcha score explain。")
    } else {
      var table = TextTable(["可挽回", "至少", "次序", "累计", "条数", "指标"])
      for (index, gain) in gains.rows.enumerated() { table.add(row(gain, index, gains)) }
      lines += table.lines
      for (index, gain) in gains.rows.enumerated() {
        lines.append("问题(第 \(index + 1) 行):")
        lines += gain.findings.prefix(8).map { "  \($0) \(unit.sentences[$0] ?? "")" }
        if gain.findings.count > 8 { lines.append("  另有 \(gain.findings.count - 8) 条") }
      }
    }
    if gains.undecided > 0 { lines.append("另有 \(gains.undecided) 条尚未判定,不计在内。") }
    return lines.joined(separator: "\n")
  }

  private func row(_ gain: Gain, _ index: Int, _ gains: Gains) -> [String] {
    let step = gains.steps.firstIndex { $0.rows.contains(index) }
    return [
      gain.points.shown(), gain.least.shown(), step.map { "第\($0 + 1)步" } ?? "—",
      step.map { gains.steps[$0].cumulative.shown() } ?? "—", "\(gain.findings.count)",
      gain.places.map { "\($0.indicator) \($0.path.joined(separator: " / "))" }
        .joined(separator: ";"),
    ]
  }
}
