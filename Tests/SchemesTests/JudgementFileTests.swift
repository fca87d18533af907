import Schemes
import Scoring
import Testing

@Suite("The file of judgements")
struct JudgementFileTests {
  private let desk = ScoreDesk(Catalogue(folder: SharedFolder.catalogueFolder))

  private func card(_ scheme: String, _ yaml: String) throws -> Scorecard {
    let file = try JudgementReader().read(text: yaml, name: "judgements.yaml")
    return try desk.card(scheme, judgements: file, file: "judgements.yaml")
  }

  @Test("YAML is read with who, when and why")
  func yaml() throws {
    let card = try card(
      "shanxi-2022-city",
      """
      scheme: shanxi-2022-city
      unit: 某市
      others: satisfied
      facts:
        - { criterion: "SX22.03#2", value: 1, by: 张三, at: 2022-12-20, note: 初任培训 }
        - { criterion: "SX22.24#1", value: { part: 249, whole: 500 } }
      """)
    #expect(card.unit == "某市")
    #expect(card.total?.exactText == "99.996")
    let row = try #require(card.leaves.first { $0.id == "SX22.03" })
    #expect(
      row.judgements == [
        JudgementNote(criterion: "SX22.03#2", value: "1", by: "张三", at: "2022-12-20", note: "初任培训")
      ])
  }

  @Test("a refusal points at the entry, also at the second of two and inside a stage")
  func places() throws {
    let yaml = """
      scheme: shanxi-2022-city
      facts:
        - { criterion: "SX22.03#2", value: 1 }
        - { criterion: "SX22.12#1", value: 2.5 }
        - { criterion: "SX22.03#2", value: 3 }
        - indicator: SX22.99
          status: unassessed
      """
    let error = #expect(throws: DiagnosticList.self) { try card("shanxi-2022-city", yaml) }
    let places = error?.diagnostics.map { [$0.line, $0.column] } ?? []
    #expect(Set(places) == [[4, 38], [5, 38], [7, 13]])
    let stages = """
      scheme: suizhou-2020-county
      stages:
        suizhou-2020-daily-county: { unassessed: true }
        suizhou-2020-third-party-county:
          facts:
            - { criterion: "SZ20.TC.1.1.1#1", value: "300%" }
      """
    let inside = #expect(throws: DiagnosticList.self) { try card("suizhou-2020-county", stages) }
    #expect(inside?.diagnostics.map(\.line) == [6])
  }

  @Test(
    "Entries that do not fit are refused with file, entry and reason",
    arguments: [
      ("{ criterion: \"SX22.99#1\", value: 1 }", "SX22.99#1：方案中没有这条评分标准"),
      ("{ criterion: \"SX22.12#1\", value: 2.5 }", "SX22.12#1：超出允许范围 0～2"),
      ("{ criterion: \"SX22.06#1\", value: .nan }", "SX22.06#1：值的写法不对"),
      ("{ criterion: \"SX22.06#1\", value: 1.5 }", "次数须为整数"),
      ("{ criterion: \"SX22.06#1\", value: 99999999999999999999999999999999999999999 }", "写法不对"),
      ("{ criterion: \"SX22.24#1\", value: { part: 3, whole: 2 } }", "分子大于分母"),
      ("{ criterion: \"SX22.24#1\", value: { part: 3 } }", "缺少“whole”"),
      ("{ criterion: \"SX22.51#2\", value: { 纳入: true } }", "不认识“纳入”"),
      ("{ indicator: SX22.98, status: unassessed }", "方案中没有这项指标"),
      ("{ indicator: SX22.12, status: maybe }", "“status”的值“maybe”无效"),
      ("{ criterion: \"SX22.01#1\", valu: 1 }", "不认识的键“valu”，是否指“value”"),
      ("{ criterion: \"SX22.54#2\", value: { 排名: 0 } }", "超出允许范围 1"),
    ])
  func refusals(_ entry: String, _ message: String) {
    #expect {
      try card("shanxi-2022-city", "others: satisfied\nfacts:\n  - \(entry)")
    } throws: { "\($0)".hasPrefix("judgements.yaml:") && "\($0)".contains(message) }
  }

  @Test("Contradictions are refused")
  func contradictions() {
    let twice = "facts: [ { criterion: SX22.06#1, value: 1 }, { criterion: SX22.06#1, value: 2 } ]"
    #expect {
      try card("shanxi-2022-city", twice.replacing("SX22.06#1", with: "\"SX22.06#1\""))
    } throws: { "\($0)".contains("互相矛盾") }
    let both = """
      facts: [ { criterion: "SX22.06#1", value: 1 }, { indicator: SX22.06, status: unassessed } ]
      """
    #expect { try card("shanxi-2022-city", both) } throws: { "\($0)".contains("不能同时给出") }
    #expect { try card("city-2023-region", "scheme: shanxi-2022-city") } throws: {
      "\($0)".contains("请核对")
    }
    #expect { try card("shanxi-2022-city", "choices: { over_mark: melt }") } throws: {
      "\($0)".contains("没有取值“melt”")
    }
    #expect { try card("shanxi-2022-city", "events: [ x ]") } throws: {
      "\($0)".contains("没有这个否决事项")
    }
  }

  @Test("A quota that differs from the table is refused; adopted items are counted by the standard")
  func quota() throws {
    func score(_ value: String) throws -> String? {
      let yaml = "others: satisfied\nfacts: [ { criterion: \"PZH16.XX1.3#1\", value: \(value) } ]"
      return try card("panzhihua-2016-information-municipal", yaml)
        .leaves.first { $0.id == "PZH16.XX1.3" }?.score.exactText
    }
    #expect(
      try score("{ unit: 市司法局, 市级采用任务: 80, 市级完成: 56, 省级采用任务: 6, 省级完成: 3 }") == "52.8")
    #expect(throws: DiagnosticList.self) {
      try score("{ unit: 市司法局, 市级采用任务: 81, 市级完成: 56, 省级完成: 3 }")
    }
    #expect { try score("{ unit: 市司法居, 市级完成: 1 }") } throws: { "\($0)".contains("市司法局") }
    let items = """
      { unit: 市司法局, 采用: [ { criterion: "PZH16.JF.1#1", value: 10 }, \
      { criterion: "PZH16.JF.1#2", value: 5 }, { criterion: "PZH16.JF.2#1", value: 2 } ] }
      """
    #expect(try score(items) == "80")
  }

  @Test("A combination takes facts, a finished score, or nothing for a stage")
  func stages() throws {
    let card = try card(
      "suizhou-2020-county",
      """
      stages:
        suizhou-2020-third-party-county: { score: "85" }
        suizhou-2020-daily-county: { unassessed: true }
      """)
    #expect(card.total == Interval(low: Rational("59.5"), high: Rational("89.5")))
    #expect {
      try self.card(
        "suizhou-2020-county", "stages: { suizhou-2020-third-party-county: { score: 85 } }")
    } throws: { "\($0)".contains("suizhou-2020-daily-county") }
    #expect(throws: DiagnosticList.self) {
      try self.card(
        "suizhou-2020-county",
        "stages: { suizhou-2020-third-party-county: { score: 101 }, suizhou-2020-daily-county: { unassessed: true } }"
      )
    }
  }

  @Test("Bonus on the total instead of inside its stage")
  func bonusPlace() throws {
    func total(_ choices: String) throws -> String? {
      try card(
        "suizhou-2020-county",
        """
        choices: { \(choices) }
        stages:
          suizhou-2020-third-party-county: { others: satisfied }
          suizhou-2020-daily-county:
            others: satisfied
            facts: [ { criterion: "SZ20.DC.5#2", value: true } ]
        """
      ).total?.exactText
    }
    #expect(try total("") == "102.4")
    #expect(try total("bonus_place: total") == "108")
  }

  @Test("The same input gives the same bytes")
  func bytes() throws {
    let yaml = "others: satisfied\nfacts: [ { criterion: \"SX22.24#1\", value: 1/3 } ]"
    let first = ScoreAnswer(try card("shanxi-2022-city", yaml)).json()
    #expect(first == ScoreAnswer(try card("shanxi-2022-city", yaml)).json())
    #expect(first.contains("\"total\" : \"296/3\""))
  }
}
