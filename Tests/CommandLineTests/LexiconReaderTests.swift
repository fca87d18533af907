import ArgumentParser
import Foundation
import SiteModel
import Testing

@testable import mingcha

@Suite struct LexiconReaderTests {
  private func file(_ text: String) throws -> String {
    let path = NSTemporaryDirectory() + "lexicon-\(UUID().uuidString).csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func `a list is read with its exceptions and levels`() throws {
    let path = try file("# 说明\n帐户,账户,,确定\n按排\t安排\t按排列、按排序\t疑似\n\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(
      try LexiconReader.entries(path: path) == [
        Lexicon.Entry(wrong: "帐户", right: "账户", isCertain: true),
        Lexicon.Entry(wrong: "按排", right: "安排", exceptions: ["按排列", "按排序"]),
      ])
  }

  @Test func `every faulty line is named and nothing is used`() throws {
    let path = try file("帐户,账户\n,空\n字,词\n帐户,重复\n错词,对词,,也许\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let error = #expect(throws: ValidationError.self) { try LexiconReader.entries(path: path) }
    let lines = error?.message.split(separator: "\n").map(String.init) ?? []
    #expect(lines.dropFirst().map { $0.split(separator: ":")[1] } == ["2", "3", "4", "5"])
  }

  @Test func `a missing list is a usage error`() {
    #expect(throws: ValidationError.self) { try LexiconReader.entries(path: "/nonexistent.csv") }
  }
}
