import ArgumentParser
import Auditing
import Scoring

/// What moved between two scores, and why.
struct ScoreDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "两次结果、两个方案或两种读法之间,哪些单位和指标变了,变了多少,为什么。",
    discussion: """
      只给一个位置时,用同一份检查结果和评定,按 --to-… 的方案、读法或检查编号再算一遍。例:
        mingcha score diff 巡检 --sweep S000001 --to-sweep S000002
        mingcha score diff 旧结果 新结果
        mingcha score diff 评定.yaml --to-choose weights=normalise
        mingcha score diff 检查结果 --scheme city-2023-department --to-scheme suizhou-2020-department
      """)

  @Argument(help: ArgumentHelp("甲方:结果目录、scorecard.json、findings.json 或评定文件。", valueName: "from"))
  var from: String

  @Argument(help: ArgumentHelp("乙方;默认与甲方相同。", valueName: "to"))
  var to: String?

  @Option(help: ArgumentHelp("甲方的考核方案;默认结果或评定文件里的。", valueName: "id"))
  var scheme: String?
  @Option(help: ArgumentHelp("乙方的考核方案;默认同甲方。", valueName: "id"))
  var toScheme: String?
  @Option(help: ArgumentHelp("甲方的检查编号;默认最近一次。", valueName: "sweep"))
  var sweep: String?
  @Option(help: ArgumentHelp("乙方的检查编号;默认最近一次。", valueName: "sweep"))
  var toSweep: String?
  @Option(help: ArgumentHelp("甲方的人工评定文件。", valueName: "file"))
  var judgements: String?
  @Option(help: ArgumentHelp("乙方的人工评定文件;默认同甲方。", valueName: "file"))
  var toJudgements: String?
  @Option(help: ArgumentHelp("甲方的读法开关,可多次给出。", valueName: "开关=取值"))
  var choose: [String] = []
  @Option(help: ArgumentHelp("乙方的读法开关,可多次给出。", valueName: "开关=取值"))
  var toChoose: [String] = []
  @Option(help: ArgumentHelp("只比较这个单位。", valueName: "unit"))
  var unit: String?
  @Flag(help: "机器可读的结果。") var json = false

  func run() throws {
    do {
      let (first, second) = (try before, try after)
      let pairs = Self.pairs(first, second)
      let differences = pairs.map { pair in
        (ScoreDifference(from: pair.before, to: pair.after), pair.sentences)
      }
      if json { return print(try machineText(differences.map { DifferenceAnswer($0.0) })) }
      var lines = differences.flatMap { DifferenceText($0.0, sentences: $0.1).lines + [""] }
      lines += Self.unpaired(first, second)
      print(lines.joined(separator: "\n"))
    } catch { throw failure(error) }
  }

  private var before: ScoreSide {
    get throws {
      try ScoreSide(
        from,
        ScoreSide.Options(
          scheme: scheme, sweep: sweep, unit: unit, judgements: judgements,
          choices: try ScoreSide.choices(choose, "--choose")))
    }
  }

  private var after: ScoreSide {
    get throws {
      let isSame = to == nil
      return try ScoreSide(
        to ?? from,
        ScoreSide.Options(
          scheme: toScheme ?? scheme, sweep: toSweep ?? (isSame ? sweep : nil), unit: unit,
          judgements: toJudgements ?? judgements,
          choices: try ScoreSide.choices(toChoose, "--to-choose")))
    }
  }

  private typealias Pair = (before: Scorecard, after: Scorecard, sentences: [String: String])

  /// Units by id or name, sheets by scheme; what stands alone on both sides belongs together.
  private static func pairs(_ first: ScoreSide, _ second: ScoreSide) -> [Pair] {
    second.units.flatMap { unit -> [Pair] in
      guard let other = partner(of: unit, in: first, second) else { return [] }
      let sentences = other.sentences.merging(unit.sentences) { $1 }
      return unit.cards.compactMap { card in
        let only = unit.cards.count == 1 && other.cards.count == 1 ? other.cards.first : nil
        return (other.cards.first { $0.scheme == card.scheme } ?? only).map {
          ($0, card, sentences)
        }
      }
    }
  }

  private static func partner(
    of unit: ScoreSide.Unit, in side: ScoreSide, _ own: ScoreSide
  ) -> ScoreSide.Unit? {
    let same = side.units.first { $0.id == unit.id } ?? side.units.first { $0.name == unit.name }
    return same ?? (side.units.count == 1 && own.units.count == 1 ? side.units.first : nil)
  }

  private static func unpaired(_ first: ScoreSide, _ second: ScoreSide) -> [String] {
    let old =
      second.units.isEmpty ? [] : first.units.filter { partner(of: $0, in: second, first) == nil }
    let new = second.units.filter { partner(of: $0, in: first, second) == nil }
    return old.map { "\($0.name):只有甲方有。" } + new.map { "\($0.name):只有乙方有。" }
  }
}
