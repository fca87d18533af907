import AuditModel
import Schemes
import Scoring
import Testing

@Suite("A scheme names columns and documents in YAML")
struct NamedListTests {
  private let catalogue = Catalogue(folder: SharedFolder.catalogueFolder)

  private func yaml(_ feed: String, named: String = "") -> String {
    """
    id: own
    title: 自拟方案
    document: 自拟文件
    number: 自〔2026〕1号
    issuer: 自拟办
    year: 2026
    applies_to: 部门
    form: sum
    total: 10
    named:
      documents:
        - { id: plan, title: 年度方案, titles: [ 工作 方案 ], columns: [ 政策文件 ], due: 06-30, duty: true }
    \(named)
    indicators:
      - id: O.1
        name: 有无
        marks: 10
        criteria:
          - { text: 没有, rule: minus, points: 1, count: once, feeds: [ \(feed) ] }
    """
  }

  @Test("its own entries are known outside by its id, shared ones by theirs")
  func ids() throws {
    let feed = """
      { probe: documents.named, subjects: [ plan, decision-list ], reading: presence }
      """
    let scheme = try catalogue.load(text: yaml(feed), name: "own.yaml")
    #expect(scheme.named.documents.map(\.id) == ["own/plan", "decision-list"])
    #expect(scheme.criteria[0].feeds[0].subjects == ["own/plan", "decision-list"])
    #expect(scheme.named.columns.isEmpty)
    #expect(scheme.named.documents[0].titles == [["工作", "方案"]])
    #expect(scheme.named.documents[0].due == NamedDocument.YearDay(month: 6, day: 30))
  }

  @Test("what nobody named, a day that is none and an entry without words are refused with place")
  func refused() throws {
    let unknown = "{ probe: documents.named, subjects: [ strange ], reading: presence }"
    let known = "{ probe: documents.named, subjects: [ plan ], reading: presence }"
    let faults = [
      (yaml(unknown), "strange"),
      (yaml(known, named: "    - { id: x, title: 甲, titles: [ 乙 ], due: 13-40 }"), "due"),
      (yaml(known, named: "    - { id: x, title: 甲 }"), "titles"),
      (yaml(known, named: "    - { id: plan, title: 甲, titles: [ 乙 ] }"), "plan"),
      (yaml(known, named: "    - { id: x, title: 甲, titles: [ 乙 ], dutty: true }"), "dutty"),
    ]
    for (text, word) in faults {
      let list = #expect(throws: DiagnosticList.self) {
        try catalogue.load(text: text, name: "own.yaml")
      }
      #expect(list?.description.contains(word) == true, "\(list?.description ?? "")")
      #expect(list?.description.contains("own.yaml:") == true)
    }
  }

  @Test("a rule is either determined or supported by what was seen, never both")
  func supportAlone() {
    let feeds = """
      { probe: documents.named, subjects: [ plan ], reading: presence }, \
      { probe: links.dead-page, reading: support }
      """
    #expect(throws: DiagnosticList.self) { try catalogue.load(text: yaml(feeds), name: "own.yaml") }
  }

  @Test("a combination's stages bring what they name, each once")
  func union() throws {
    let list = try catalogue.named(for: ["suizhou-2020-county", "suizhou-2020-third-party-county"])
    let ids = list.documents.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("decision-list") && ids.contains("assessment-plan"))
  }
}
