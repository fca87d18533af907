import Schemes
import Scoring
import Testing

@Suite("A scheme of one's own needs YAML only")
struct SixthSchemeTests {
  /// The frame of 国办秘函〔2019〕19号 (veto, 100 marks with caps, bonus above 80, times 4/3), filled
  /// with every rule kind.
  private static let yaml = """
    id: own
    title: 自拟方案
    document: 自拟文件
    number: 自〔2026〕1号
    issuer: 自拟办
    year: 2026
    applies_to: 部门
    form: sum
    total: 60
    policy: { bonus_above: 40 }
    conversion: { of: score, points: 4, out_of: 3 }
    switches:
      strict: { title: 从严, values: [ no, yes ] }
    indicators:
      - name: 甲
        children:
          - { id: O.1, name: 有无, marks: 10, criteria: [ { text: 没有, rule: fail } ] }
          - id: O.2
            name: 次数
            marks: 10
            caps: { 合计: 6 }
            criteria:
              - text: 每次
                rule: minus
                points: 0.5
                count: each
                shared: 合计
                readings: [ { choose: { strict: yes }, points: 1 } ]
              - { text: 缺少, rule: minus, points: 1, need: 4, shared: 合计 }
          - { id: O.3, name: 占比, marks: 10, criteria: [ { text: 率, rule: ratio, points: 10, share: good } ] }
      - name: 乙
        children:
          - id: O.4
            name: 档次
            marks: 10
            start: zero
            criteria: [ { text: 条数, rule: band, gives: score, bands: { "[1,5)": 4, "[5,)": 10 } } ]
          - { id: O.5, name: 评定, marks: 20, start: zero, criteria: [ { text: 评, rule: judge, max: 20, scaled: true } ] }
          - id: O.6
            name: 加分
            role: bonus
            marks: 5
            criteria:
              - { text: 每项, rule: plus, points: 2, count: each }
              - { text: 名次, rule: plus, points: 1, when: [ { measure: 名次, kind: rank, at_most: 3 } ] }
    vetoes:
      - { text: 泄密, zero_scheme: true }
    """

  private func card(_ facts: String, events: String = "[]", choices: [String: String] = [:]) throws
    -> Scorecard
  {
    let scheme = try Catalogue(folder: SharedFolder.catalogueFolder)
      .load(text: Self.yaml, name: "own.yaml", choices: choices)
    let file = try JudgementReader().read(
      text: "others: satisfied\nevents: \(events)\nfacts: [ \(facts) ]", name: "j.yaml")
    return try Scorer(scheme).score(ScoreInput(unit: "u", judgements: file.judgements))
  }

  @Test("Every kind works together")
  func together() throws {
    let card = try card(
      """
      { criterion: "O.2#1", value: 5 }, { criterion: "O.2#2", value: 0 },
      { criterion: "O.3#1", value: 90% }, { criterion: "O.4#1", value: 4 },
      { criterion: "O.5#1", value: { score: 45, out_of: 60 } },
      { criterion: "O.6#1", value: 2 }, { criterion: "O.6#2", value: { 名次: 3 } }
      """)
    // 10 + (10 − min(2.5 + 4, 6)) + 9 + 4 + 15 = 42; above 40, so the bonus of 5 counts; × 4/3.
    #expect(card.base?.exactText == "42")
    #expect(card.bonus?.exactText == "5")
    #expect(card.converted?.exactText == "188/3")
  }

  @Test("Below the gate there is no bonus, and a veto zeroes the sheet")
  func gates() throws {
    let below = """
      { criterion: "O.1#1", value: true }, { criterion: "O.5#1", value: 5 },
      { criterion: "O.6#1", value: 2 }
      """
    #expect(try card(below).total?.exactText == "35")
    #expect(try card("", events: "[ own!V1 ]").total?.exactText == "0")
  }

  @Test("A switch of the file changes the reading")
  func reading() throws {
    let facts = "{ criterion: \"O.2#1\", value: 5 }"
    #expect(try card(facts).base?.exactText == "57.5")
    #expect(try card(facts, choices: ["strict": "yes"]).base?.exactText == "55")
  }
}
