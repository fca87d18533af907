import Foundation
import Testing

/// The way of a judgement: template out, filled-in file back, two scores side by side.
@Suite("Judgements as files", .serialized)
struct ScoreTemplateTests {
  static let scheme = "suizhou-2020-third-party-department"

  @Test(
    "a template is made once, is valid as it is, and belongs to one scheme", .timeLimit(.minutes(1))
  )
  func template() async throws {
    let folder = try Folder()
    let book = folder.path("评定.xlsx")
    let arguments = ["score", "template", "--scheme", Self.scheme, "--unit", "市司法局", "--to", book]
    let made = try await Program.run(arguments)
    #expect(made.code == 0, "\(made.errors)")
    let scored = try await Program.run(["score", "--judgements", book])
    #expect(scored.code == 0, "\(scored.errors)")
    #expect(scored.output.contains("单位:市司法局"))
    let text = try await Program.run(["score", "--judgements", folder.path("评定.yaml")])
    #expect(text.output == scored.output)
    let again = try await Program.run(arguments)
    #expect(again.code == 2)
    #expect(again.errors.contains("已存在"))
    let other = try await Program.run([
      "score", "--scheme", "shanxi-2022-city", "--judgements", book,
    ])
    #expect(other.code == 2)
    #expect(other.errors.contains("评定.xlsx 工作表“填写说明”B1"), "\(other.errors)")
  }

  @Test("the unit's own score stands beside the assessors'", .timeLimit(.minutes(1)))
  func sideBySide() async throws {
    let folder = try Folder()
    let file = try folder.write(
      """
      scheme: shanxi-2022-city
      unit: 某市
      others: satisfied
      facts: [ { criterion: "SX22.12#1", value: "1.5", by: 张三, at: 2022-12-20 } ]
      self: { others: satisfied }
      """, to: "评定.yaml")
    let ending = try await Program.run([
      "score", "--judgements", file, "--to", folder.path("结果.xlsx"),
    ])
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(ending.output.contains("SX22.12"))
    #expect(ending.output.contains("自评 2  考评 1.5  差 -0.5"), "\(ending.output)")
    #expect(FileManager.default.fileExists(atPath: folder.path("结果.xlsx")))
  }

  @Test("a file that is no workbook is refused with the reason", .timeLimit(.minutes(1)))
  func noWorkbook() async throws {
    let folder = try Folder()
    let file = try folder.write("编号,考评值\n", to: "评定.xlsx")
    let ending = try await Program.run(["score", "--judgements", file])
    #expect(ending.code == 2)
    #expect(ending.errors.contains("评定.xlsx: 不是 XLSX 或 DOCX 文件"), "\(ending.errors)")
  }
}
