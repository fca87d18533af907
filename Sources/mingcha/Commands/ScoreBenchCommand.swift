import ArgumentParser
import Foundation
import Glibc
import Scoring

/// How long scoring takes on this machine, for whoever plans a large assessment and for
/// `scripts/bench scoring`.
struct ScoreBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "测速:给虚拟的一批单位计分,报告所用处理器时间。",
    shouldDisplay: false)

  @Option(help: "单位数。") var units = 10_000
  @Option(help: "指标数。") var indicators = 200
  @Option(help: "问题总数。") var findings = 1_000_000
  @Flag(help: "机器可读的结果。") var json = false

  func validate() throws {
    guard units > 0, indicators > 0, findings >= 0 else { throw ValidationError("都要大于0。") }
  }

  func run() throws {
    let fleet = ScoreFleet(indicators: indicators, findings: findings / units)
    let start = Self.processorSeconds()
    let scorer = Scorer(fleet.scheme)
    var answer = Answer(
      units: units, indicators: indicators, findings: units * (findings / units),
      preparing: Self.processorSeconds() - start)
    // In batches, so that making up the findings is not measured and does not fill the memory.
    for first in stride(from: 0, to: units, by: 200) {
      let inputs = (first..<min(first + 200, units)).map { fleet.input(unit: $0) }
      try answer.measure(inputs, scorer)
    }
    try answer.measureWords(fleet.input(unit: 0), scorer)
    print(json ? try machineText(answer) : answer.text)
  }

  /// User and system time of this process.
  fileprivate static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

private struct Answer: Encodable {
  let units: Int
  let indicators: Int
  let findings: Int
  /// CPU seconds to lay the scheme out.
  let preparing: Double
  /// CPU seconds for all units.
  var scoring = 0.0
  /// CPU seconds to explain one unit in words.
  var explaining = 0.0
  /// Units whose score is a single number, so that the work cannot be left out unnoticed.
  var determined = 0
  /// Exact sum of what is still possible.
  var highest = Rational.zero

  init(units: Int, indicators: Int, findings: Int, preparing: Double) {
    self.units = units
    self.indicators = indicators
    self.findings = findings
    self.preparing = preparing
  }

  mutating func measure(_ inputs: [ScoreInput], _ scorer: Scorer) throws {
    let start = ScoreBenchCommand.processorSeconds()
    for input in inputs {
      let assessment = try scorer.assess(input)
      if assessment.totals.total?.value != nil { determined += 1 }
      highest = try highest + (assessment.totals.total?.high ?? 0)
    }
    scoring += ScoreBenchCommand.processorSeconds() - start
  }

  mutating func measureWords(_ input: ScoreInput, _ scorer: Scorer) throws {
    let start = ScoreBenchCommand.processorSeconds()
    let card = try scorer.score(input)
    explaining = ScoreBenchCommand.processorSeconds() - start
    if card.leaves.isEmpty { determined = 0 }
  }

  var text: String {
    func shown(_ seconds: Double) -> String { String(format: "%.3f", seconds) }
    return """
      \(units) 个单位 × \(indicators) 项指标,\(findings) 条检查结果
      计分:\(shown(scoring)) 秒处理器时间,每单位 \(shown(scoring / Double(units) * 1e6)) 微秒
      准备方案:\(shown(preparing)) 秒;一个单位的逐项说明:\(shown(explaining)) 秒
      最高可能得分之和:\(highest)
      """
  }
}
