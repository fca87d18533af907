import Foundation
import Schemes
import Scoring
import Testing

/// Facts with the scores that follow from the five documents, worked out from the documents and not
/// from the scheme files. Each line is a file of judgements with what it must give; see
/// `Vectors/README.md`.
@Suite("Score vectors derived from the documents")
struct DerivedVectorTests {
  private let desk = ScoreDesk(Catalogue(folder: SharedFolder.catalogueFolder))

  private static func lines(_ name: String) throws -> [String] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Vectors/\(name)")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test("Every rule at its borders, together with others, and under other readings")
  func rules() throws {
    var scorers: [String: Scorer] = [:]
    let lines = try Self.lines("rules.jsonl")
    #expect(lines.count > 400)
    for line in lines {
      let file = try JudgementReader().read(text: line, name: "rules.jsonl")
      let id = try #require(file.scheme)
      let key = "\(id) \(file.choices.sorted { $0.key < $1.key })"
      if scorers[key] == nil {
        scorers[key] = Scorer(try desk.catalogue.load(id, choices: file.choices))
      }
      let scorer = try #require(scorers[key])
      let card = try scorer.score(ScoreInput(unit: "", judgements: file.judgements))
      try check(card, line)
    }
  }

  @Test("Forms of values, what is open, what does not apply, combinations and refusals")
  func forms() throws {
    for line in try Self.lines("forms.jsonl") {
      guard line.contains(#""error": true"#) else {
        try check(try card(line), line)
        continue
      }
      #expect(throws: DiagnosticList.self, "\(line)") { try card(line) }
    }
  }

  private func card(_ line: String) throws -> Scorecard {
    let file = try JudgementReader().read(text: line, name: "forms.jsonl")
    return try desk.card(try #require(file.scheme), judgements: file, file: "forms.jsonl")
  }

  private func check(_ card: Scorecard, _ line: String) throws {
    let answer = try object(ScoreAnswer(card).json())
    let expected = try #require(try object(line)["expected"] as? [String: Any])
    for (key, value) in expected where key != "indicators" {
      let given = answer[key] as? NSObject ?? NSNull()
      #expect(given.isEqual(value), "\(key): \(given), expected \(value) of \(line)")
    }
    let rows = answer["indicators"] as? [[String: Any]] ?? []
    for wanted in expected["indicators"] as? [[String: String]] ?? [] {
      let row = rows.first { $0["id"] as? String == wanted["indicator"] }
      #expect(row?["score"] as? String == wanted["score"], "\(wanted) of \(line)")
    }
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}
