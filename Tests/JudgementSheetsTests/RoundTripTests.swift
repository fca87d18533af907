import OfficeFiles
import Schemes
import Scoring
import Testing

@testable import JudgementSheets

@Suite("Template, filled in, read back")
struct RoundTripTests {
  /// A small generator with a fixed start, so that a failure can be seen again.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test("random valid values come back as the facts a YAML file would give")
  func randomValues() throws {
    var dice = Dice(state: 7)
    for entry in try FilledForm.catalogue.list() where entry.kind == .scheme {
      let scheme = try FilledForm.catalogue.load(entry.id)
      var filled = try FilledForm(entry.id)
      let own = filled.form.unit
      var lines = ["scheme: \(entry.id)", "unit: \(own)", "facts:"]
      for leaf in scheme.leaves where Bool.random(using: &dice) {
        for criterion in leaf.criteria {
          guard let sample = sample(criterion.rule, own, &dice) else { continue }
          filled.fill(criterion.id, sample.cell, by: "李四", at: "2022-12-20")
          lines.append(
            "  - { criterion: \"\(criterion.id)\", value: \(sample.yaml), by: 李四, at: 2022-12-20 }")
        }
      }
      guard lines.count > 3 else { continue }
      let expected = try JudgementReader().read(
        text: lines.joined(separator: "\n"), name: "x.yaml")
      let read = try filled.read()
      #expect(read == expected, "\(entry.id)")
      let desk = ScoreDesk(FilledForm.catalogue)
      #expect(
        try desk.card(entry.id, judgements: read) == desk.card(entry.id, judgements: expected))
    }
  }

  @Test("every form of the catalogue is valid as it is made, as workbook and as YAML")
  func everyTemplate() throws {
    for entry in try FilledForm.catalogue.list()
    where entry.kind == .scheme || entry.kind == .combination {
      let filled = try FilledForm(entry.id)
      #expect(filled.problems().isEmpty, "\(entry.id): \(filled.problems().prefix(3))")
      let yaml = try JudgementReader().read(text: filled.form.yaml, name: "x.yaml")
      #expect(yaml.scheme == entry.id)
      #expect(yaml.judgements.facts.isEmpty)
    }
  }

  private func sample(
    _ rule: Rule, _ own: String, _ dice: inout Dice
  ) -> (cell: String, yaml: String)? {
    let count = String(Int.random(in: 0...40, using: &dice))
    let percent = "\(Int.random(in: 0...99, using: &dice)).\(Int.random(in: 1...99, using: &dice))%"
    switch rule {
    case .fail(let fail):
      return fail.need == nil ? flag(&dice) : (count, count)
    case .step(let step):
      if case .once = step.count { return flag(&dice) }
      if case .conditions(let conditions) = step.count { return conditionSample(conditions, &dice) }
      return (count, count)
    case .band(let band): return band.isShare ? (percent, percent) : (count, count)
    case .ratio:
      let whole = Int.random(in: 40...99, using: &dice)
      return ("\(count)/\(whole)", "{ part: \(count), whole: \(whole) }")
    case .judge(let judge):
      switch judge.unit {
      case .rate: return (percent, percent)
      case .points: return ("0.5", "0.5")
      case .scaled: return ("\(count)/120", "{ score: \(count), out_of: 120 }")
      }
    case .quota:
      return (
        "\(Bool.random(using: &dice) ? "unit=\(own)；" : "")市级完成=\(count)；省级完成=1",
        "{ unit: \(own), 市级完成: \(count), 省级完成: 1 }"
      )
    }
  }

  private func flag(_ dice: inout Dice) -> (cell: String, yaml: String) {
    Bool.random(using: &dice) ? ("是", "true") : ("否", "false")
  }

  private func conditionSample(
    _ conditions: [Condition], _ dice: inout Dice
  ) -> (cell: String, yaml: String) {
    let parts = conditions.map { condition -> (String, String, String) in
      switch condition.kind {
      case .flag:
        let value = flag(&dice)
        return (condition.measure, value.cell, value.yaml)
      case .share: return (condition.measure, "4.25%", "4.25%")
      case .score, .rank, .count:
        let value = String(Int.random(in: 1...99, using: &dice))
        return (condition.measure, value, value)
      }
    }
    return (
      parts.map { "\($0.0)=\($0.1)" }.joined(separator: "；"),
      "{ " + parts.map { "\($0.0): \($0.2)" }.joined(separator: ", ") + " }"
    )
  }
}
