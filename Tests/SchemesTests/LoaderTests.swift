import Schemes
import Scoring
import Testing

@Suite("Scheme files are refused with place and remedy")
struct LoaderTests {
  private static let good = """
    id: test
    title: 试验方案
    document: 试验文件
    number: 试〔2026〕1号
    issuer: 试验办
    year: 2026
    applies_to: 部门
    form: sum
    total: 10
    indicators:
      - id: T.1
        name: 指标一
        marks: 10
        criteria:
          - text: 每次扣一分
            rule: minus
            points: 1
            count: each
    """

  private func load(_ text: String, probes: [String: Set<String>]? = nil) throws -> Scheme {
    try Catalogue(folder: SharedFolder.catalogueFolder, knownProbes: probes)
      .load(text: text, name: "test.yaml")
  }

  @Test("The untouched file loads")
  func good() throws { #expect(try load(Self.good).leaves.count == 1) }

  @Test(
    "Each fault names line, column and remedy",
    arguments: [
      ("    marks: 10", "    mark: 10", "test.yaml:13:5: 不认识的键“mark”，是否指“marks”？"),
      ("points: 1", "points: 1e3", "test.yaml:17:17: “points”的值“1e3”不是精确数"),
      ("rule: minus", "rule: minos", "test.yaml:16:15: “rule”的值“minos”无效"),
      ("total: 10", "total: 11", "test.yaml:9:8: 指标分值合计应为11，实为10"),
      ("number: 试〔2026〕1号\n", "\n", "缺少出处"),
      ("year: 2026", "year: [", "语法错误"),
      ("count: each", "count: each\n        shared: 甲", "没有名为“甲”的合计上限"),
      ("form: sum", "form: sums", "是否指“sum”"),
      ("marks: 10", "marks: .nan", "不是精确数"),
    ])
  func faults(_ old: String, _ new: String, _ message: String) throws {
    let text = Self.good.replacing(old, with: new)
    #expect(text != Self.good)
    #expect { try load(text) } throws: { "\($0)".contains(message) }
  }

  @Test("Ids are unique")
  func duplicates() throws {
    let second = """

        - id: T.1
          name: 指标二
          marks: 0
          criteria: [ { text: 无, rule: fail } ]
      """
    #expect { try load(Self.good + second) } throws: { "\($0)".contains("“T.1”重复") }
  }

  @Test("A feed from a probe that does not exist is refused")
  func probes() throws {
    let fed = Self.good + "\n        feeds: [ { probe: columns.requird, reading: count } ]"
    #expect { try load(fed, probes: ["columns.required": []]) } throws: {
      "\($0)".contains("是否指“columns.required”")
    }
    #expect(try load(fed, probes: ["columns.requird": []]).criteria[0].feeds.count == 1)
  }

  @Test("Weights that do not add up are refused unless the file says the source prints them so")
  func weights() throws {
    let tree = """
      id: test
      title: 试验
      document: 文件
      number: 无文号
      issuer: 办
      year: 2026
      applies_to: 部门
      form: weights
      indicators:
        - { id: W.1, name: 甲, weight: 60% }
        - { id: W.2, name: 乙, weight: 30% }
      """
    #expect { try load(tree) } throws: { "\($0)".contains("同级权重合计应为100%，实为90%") }
    #expect(try load(tree + "\nweights_sum: 90%").leaves.count == 2)
  }

  @Test("Hostile files end quickly")
  func hostile() {
    let bomb =
      "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
      + (0..<12).map { index in
        let name = String(UnicodeScalar(UInt8(98 + index)))
        let above = String(UnicodeScalar(UInt8(97 + index)))
        let uses = Array(repeating: "*\(above)", count: 10).joined(separator: ",")
        return "\(name): &\(name) [\(uses)]\n"
      }.joined()
    for text in [
      bomb, String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
      String(repeating: "x", count: 2_000_000), "", "a: 1\na: 2", "\u{0}",
    ] {
      #expect(throws: DiagnosticList.self) { try load(text) }
    }
  }

  @Test("Everything wrong is reported at once")
  func all() {
    let text = Self.good.replacing("points: 1", with: "point: 1").replacing(
      "name: 指标一", with: "nam: 指标一")
    #expect { try load(text) } throws: {
      ($0 as? DiagnosticList)?.diagnostics.count ?? 0 >= 4
    }
  }
}
