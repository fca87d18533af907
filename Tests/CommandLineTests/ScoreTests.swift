import Foundation
import OfficeFiles
import Testing

@Suite("Scores beside each other, on the command line")
struct ScoreCommandTests {
  private static let scheme = """
    id: small
    title: 小方案
    document: 自拟文件
    number: 自〔2026〕1号
    issuer: 自拟办
    year: 2026
    applies_to: 部门
    form: sum
    total: 10
    switches:
      strict: { title: 从严, values: [ no, yes ] }
    grades: [ { name: 優秀, title: 优秀, at_least: 9 }, { name: 合格, at_least: 6 } ]
    indicators:
      - id: S.1
        name: 栏目
        marks: 6
        criteria:
          - text: 缺栏目
            rule: minus
            points: 1
            count: each
            readings: [ { choose: { strict: yes }, points: 2 } ]
            feeds: [ { probe: columns.required, subjects: [ guide, annual-report ], reading: count } ]
      - id: S.2
        name: 培训
        marks: 4
        criteria: [ { text: 没有培训, rule: fail } ]
    """

  private func folder() throws -> Folder {
    let folder = try Folder()
    _ = try folder.write(Self.scheme, to: "small.yaml")
    return folder
  }

  private func run(_ arguments: [String], in folder: Folder) async throws -> Ending {
    try await Program.run(
      ["score"] + arguments, environment: ["MINGCHA_CATALOGUE": folder.root])
  }

  private func judgements(_ unit: String, missing: Int?, in folder: Folder) throws -> String {
    let fact = missing.map { "{ criterion: \"S.1#1\", value: \($0) }" } ?? ""
    let others = missing == nil ? "unassessed" : "satisfied"
    let text = "scheme: small\nunit: \(unit)\nothers: \(others)\nevents: []\nfacts: [ \(fact) ]\n"
    return try folder.write(text, to: "\(unit).judged")
  }

  private func findings(in folder: Folder) throws -> String {
    func line(_ subject: String, _ outcome: String) -> String {
      """
      { "id": "F-\(subject)", "probe": "columns.required", "code": "columns.required.missing",
        "outcome": "\(outcome)", "status": "open", "subject": "\(subject)", "values": {},
        "sentence": "没有找到\(subject)" }
      """
    }
    return try folder.write(
      """
      { "head": { "kind": "findings", "unit": { "id": "jtj", "name": "交通运输局" } },
        "coverage": { "isPartial": false },
        "findings": [ \(line("guide", "fail")), \(line("annual-report", "inconclusive")) ] }
      """, to: "findings.json")
  }

  @Test("diff shows what another reading changes, and which rule", .timeLimit(.minutes(1)))
  func diff() async throws {
    let folder = try folder()
    let file = try judgements("甲局", missing: 2, in: folder)
    let ending = try await run(["diff", file, "--to-choose", "strict=yes"], in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    for words in ["8 → 6(降低)", "开关 strict:no → yes", "S.1", "每项扣1分", "每项扣2分"] {
      let plain = ending.output.replacing("：", with: ":")
      #expect(plain.contains(words), "\(words): \(ending.output)")
    }
    #expect(!ending.output.contains("S.2"))
    let same = try await run(["diff", file], in: folder)
    #expect(same.output.contains("没有变化"))
  }

  @Test("rank ties equal units and keeps open ones apart", .timeLimit(.minutes(1)))
  func rank() async throws {
    let folder = try folder()
    let files = try [("甲局", 1), ("乙局", 1), ("丙局", 3), ("丁局", nil)].map {
      try judgements($0.0, missing: $0.1, in: folder)
    }
    let ending = try await run(["rank"] + files, in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    let parts = ending.output.components(separatedBy: "尚有事项未判定")
    #expect(parts.count == 2)
    #expect(parts[0].components(separatedBy: "并列 1").count == 3, "\(ending.output)")
    #expect(parts[0].contains("优秀") && parts[0].contains("合格"))
    #expect(!parts[0].contains("丁局") && parts[1].contains("丁局") && parts[1].contains("1～4"))
    let csv = try await run(["rank", "--csv"] + files, in: folder)
    // Reading the file as text takes the byte order mark away.
    #expect(csv.output.contains("\"方案\",\"名次\",\"可能名次\""))
    #expect(csv.output.components(separatedBy: "\r\n").count == 6)
    let book = folder.path("排名.xlsx")
    let saved = try await run(["rank", "--to", book] + files, in: folder)
    #expect(saved.code == 0 && saved.output == ending.output, "\(saved.errors)")
    let sheet = try SpreadsheetReader().read(Array(try Data(contentsOf: URL(filePath: book))))
    let texts = sheet.sheets.flatMap(\.rows).map { $0.cells.map(\.value) }
    #expect(texts.filter { $0.contains(.text("并列 1")) }.count == 2)
    #expect(
      texts.last?.contains(.text("丁局")) == true
        && texts.last?.contains(.text("尚有事项未判定，不参加排名")) == true)
    let again = try await run(["rank", "--to", book] + files, in: folder)
    #expect(again.code == 2 && again.errors.contains("已存在"))
  }

  @Test("a workbook of judgements serves where a text file does", .timeLimit(.minutes(1)))
  func workbooks() async throws {
    let folder = try folder()
    let book = folder.path("甲局.xlsx")
    let made = try await run(
      ["template", "--scheme", "small", "--unit", "甲局", "--to", book], in: folder)
    #expect(made.code == 0, "\(made.errors)")
    let ending = try await run(["diff", folder.path("甲局.yaml"), book], in: folder)
    #expect(ending.code == 0 && ending.output.contains("没有变化"), "\(ending.errors)")
    let ranked = try await run(["rank", book], in: folder)
    #expect(ranked.code == 0 && ranked.output.contains("甲局"), "\(ranked.errors)")
  }

  @Test(
    "what was decided about one unit is used for no other, and nobody is ranked twice",
    .timeLimit(.minutes(1)))
  func strangers() async throws {
    let folder = try folder()
    let file = try judgements("甲局", missing: 1, in: folder)
    for arguments in [["--judgements", file], ["diff", file], ["gains", file]] {
      let own = try await run(arguments + ["--unit", "甲局"], in: folder)
      #expect(own.code == 0, "\(own.errors)")
      let other = try await run(arguments + ["--unit", "乙局"], in: folder)
      #expect(other.code == 2 && other.errors.contains("甲局"), "\(arguments) \(other.output)")
    }
    let twice = try await run(["rank", file, file], in: folder)
    #expect(twice.code == 2 && twice.errors.contains("出现了两次"), "\(twice.errors)")
    let strict = try folder.write(
      "scheme: small\nunit: 丁局\nothers: satisfied\nchoices: { strict: yes }\n", to: "丁局.judged")
    let mixed = try await run(["rank", file, strict], in: folder)
    #expect(mixed.code == 2 && mixed.errors.contains("strict=yes"), "\(mixed.errors)")
  }

  @Test("a combination and a quota table are shown as what they are", .timeLimit(.minutes(1)))
  func shown() async throws {
    let whole = try await Program.run(["scheme", "show", "suizhou-2020-department"])
    #expect(whole.output.contains("70%") && whole.output.contains("bonus_place"))
    let json = try await Program.run(["scheme", "show", "suizhou-2020-department", "--json"])
    #expect(json.output.contains("\"kind\" : \"combination\""), "\(json.output.prefix(300))")
    let quotas = try await Program.run(["scheme", "show", "panzhihua-2016-quotas"])
    #expect(quotas.code == 0 && quotas.output.contains("市科技和知识产权局　市级 80　省级 6"))
  }

  @Test("gains promises points for faults only", .timeLimit(.minutes(1)))
  func gains() async throws {
    let folder = try folder()
    let ending = try await run(
      ["gains", try findings(in: folder), "--scheme", "small", "--json"], in: folder)
    #expect(ending.code == 0, "\(ending.errors)")
    let answer = try JSONDecoder().decode([Answer].self, from: Data(ending.output.utf8))
    #expect(answer.first?.rows.map(\.points) == ["1"])
    #expect(answer.first?.rows.map(\.findings) == [["F-guide"]])
    #expect(answer.first?.undecided == 1)
    let text = try await run(["gains", try findings(in: folder), "--scheme", "small"], in: folder)
    #expect(text.output.contains("没有找到guide") && text.output.contains("另有 1 条尚未判定"))
  }

  private struct Answer: Decodable {
    struct Row: Decodable {
      var points: String
      var findings: [String]
    }

    var rows: [Row]
    var undecided: Int
  }

  @Test(
    "what cannot be scored is refused with its place and the remedy", .timeLimit(.minutes(1)),
    arguments: [
      ("value: NaN", "S.1#1"), ("value: 99999999999999999999", "允许范围"), ("value: -1", "负数"),
      ("value: 1.5", "整数"), ("value: 1e3", "S.1#1"), ("value: 1, colour: red", "colour"),
      ("value: 1 }, { criterion: \"S.1#1\", value: 2", "互相矛盾"),
      ("value: 1 }, { indicator: S.1, status: unassessed", "不能同时"),
      ("value: 1 }, { criterion: \"S.9#1\", value: 2", "S.1#1”？"),
    ])
  func refused(fact: String, words: String) async throws {
    let folder = try folder()
    let text = "scheme: small\nfacts: [ { criterion: \"S.1#1\", \(fact) } ]\n"
    let file = try folder.write(text, to: "bad.judged")
    let ending = try await run(["--judgements", file, "--json"], in: folder)
    #expect(ending.code == 2 && ending.output.isEmpty, "\(ending.output)")
    #expect(
      ending.errors.contains("bad.judged") && ending.errors.contains(words), "\(ending.errors)")
  }

  @Test("a place that holds nothing to score is refused", .timeLimit(.minutes(1)))
  func nothing() async throws {
    let folder = try folder()
    let broken = try folder.write("{ \"head\": { \"kind\": \"findings\" } }", to: "x.json")
    for arguments in [["gains", "/nonexistent"], ["diff", broken], ["rank", folder.root]] {
      let ending = try await run(arguments, in: folder)
      #expect(ending.code == 2, "\(arguments) \(ending.output)")
      #expect(ending.errors.contains("错误"), "\(ending.errors)")
    }
  }
}
