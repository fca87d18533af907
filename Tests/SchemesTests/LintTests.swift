import Schemes
import Scoring
import Testing

/// Each remark and each fault of a scheme file, on a small scheme that has only that.
@Suite("Lint of small broken schemes")
struct LintTests {
  private func text(
    _ indicator: String, total: String = "10", head: String = "number: 自〔2026〕1号",
    foot: String = ""
  ) -> String {
    """
    id: small
    title: 小方案
    document: 自拟文件
    \(head)
    issuer: 自拟办
    year: 2026
    applies_to: 部门
    form: sum
    total: \(total)
    indicators:
    \(indicator)
    \(foot)
    """
  }

  private func leaf(_ criteria: String, marks: String = "10", more: String = "") -> String {
    "  - { id: L.1, name: 指标, marks: \(marks), \(more) criteria: [ \(criteria) ] }"
  }

  private let plain = "{ text: 每次, rule: minus, points: 1, count: each }"

  private func load(_ text: String, probes: [String: Set<String>]? = nil) throws -> Scheme {
    try Catalogue(folder: SharedFolder.catalogueFolder, knownProbes: probes)
      .load(text: text, name: "small.yaml")
  }

  private func subjects(_ text: String) throws -> [String] {
    SchemeLint().remarks(on: try load(text)).map(\.subject.id)
  }

  @Test("A sound scheme has no remark")
  func sound() throws { #expect(try subjects(text(leaf(plain))).isEmpty) }

  @Test(
    "Figures that cannot work as printed are named",
    arguments: [
      ("{ text: 一次, rule: minus, points: 12, count: once }", "", "exceedsMarks"),
      ("{ text: 一次, rule: minus, points: 4, count: once }", "", "neverAllLost"),
      ("{ text: 一次, rule: plus, points: 4, count: once }", "start: zero,", "neverFull"),
      ("{ text: 每次, rule: minus, points: 1, count: each, cap: 11 }", "", "capAboveMarks"),
      (
        "{ text: 每次, rule: minus, points: 1, count: each, shared: 共 }", "caps: { 共: 11 },",
        "capAboveMarks"
      ),
      ("{ text: 一次, rule: minus, points: 1, count: once }", "start: zero,", "neverReached"),
      ("{ text: 缺少, rule: minus, points: 1, need: 0 }", "", "neverReached"),
      ("{ text: 缺少, rule: fail, need: 0 }", "", "neverReached"),
      ("{ text: 每次, rule: minus, points: 1, count: each, cap: 0 }", "", "neverReached"),
      (
        "{ text: 档, rule: band, gives: score, bands: { \"[1,9)\": 10, \"[2,5)\": 4 } }",
        "start: zero,", "neverReached"
      ),
      (
        "{ text: 档, rule: band, gives: score, value: percent, bands: { \"[50%,]\": 10, \"(100%,]\": 4 } }",
        "start: zero,", "neverReached"
      ),
    ])
  func figures(criteria: String, more: String, subject: String) throws {
    #expect(try subjects(text(leaf(criteria, more: more))).contains(subject))
  }

  @Test("Borders that only touch do not hide a band, and awards make up for a low start")
  func soundFigures() throws {
    let bands = "{ text: 档, rule: band, gives: score, bands: { \"[1,5)\": 4, \"[5,)\": 10 } }"
    #expect(try subjects(text(leaf(bands, more: "start: zero,"))).isEmpty)
    let award = "{ text: 做了, rule: plus, points: 7, count: once }"
    #expect(try subjects(text(leaf(award, more: "start: 3,"))).isEmpty)
  }

  @Test("An inconsistency of the source is listed with the reading taken")
  func inconsistency() throws {
    let foot = """
      inconsistencies:
        - { no: X-1, place: 第1行, what: 两个数不一致, severity: S, reading: 取大的 }
      """
    let remarks = SchemeLint().remarks(on: try load(text(leaf(plain), foot: foot)))
    #expect(remarks.map(\.subject) == [.inconsistency(number: "X-1", severity: "S")])
    #expect(remarks.first?.reading == "取大的")
  }

  @Test("A rule known only from memory is named")
  func memory() throws {
    let head = "number: 无文号\nconfidence: memory"
    #expect(try subjects(text(leaf(plain), head: head)) == ["unspecifiedCitation"])
  }

  @Test(
    "What makes a scheme unusable is refused with the place",
    arguments: [
      ("sum", "合计应为"), ("duplicate", "重复"), ("citation", "缺少出处"), ("probe", "没有检测项"),
      ("code", "没有结论代码"), ("grade", "没有等次"), ("mark", "不是精确数"), ("huge", "不是精确数"),
    ])
  func refused(fault: String, words: String) throws {
    let fed = { (feed: String) in
      self.leaf("{ text: 每次, rule: minus, points: 1, count: each, feeds: [ \(feed) ] }")
    }
    let file =
      switch fault {
      case "sum": text(leaf(plain), total: "11")
      case "duplicate": text(leaf(plain, marks: "5") + "\n" + leaf(plain, marks: "5"))
      case "citation": text(leaf(plain), head: "place: 无")
      case "probe": text(fed("{ probe: p.x, reading: count }"))
      case "code": text(fed("{ probe: p.q, reading: count, codes: [ p.q.stael ] }"))
      case "grade":
        text(
          leaf(plain),
          foot: "grades: [ { name: 优秀, at_least: 90 } ]\nvetoes: [ { text: 假, bar: 良好 } ]")
      case "mark": text(leaf(plain, marks: "NaN"))
      default: text(leaf(plain, marks: String(repeating: "9", count: 50)))
      }
    #expect {
      try load(file, probes: ["p.q": ["p.q.stale"]])
    } throws: { error in
      "\(error)".contains("small.yaml:") && "\(error)".contains(words)
    }
  }

  @Test("A veto may name what makes it a candidate")
  func candidate() throws {
    let foot = """
      vetoes:
        - { text: 打不开, zero_scheme: true, feeds: [ { probe: p.q, reading: presence } ] }
      """
    let scheme = try load(text(leaf(plain), foot: foot), probes: ["p.q": []])
    #expect(scheme.vetoes.first?.feeds.map(\.probe) == ["p.q"])
  }
}
