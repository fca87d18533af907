import Foundation
import Schemes
import Scoring
import Testing

@Suite("The shared score vectors")
struct VectorTests {
  private static func vectors() throws -> [[String: Any]] {
    guard let path = SharedFolder.path("schemes/vectors/examples.json") else { return [] }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    return try JSONSerialization.jsonObject(with: bytes) as? [[String: Any]] ?? []
  }

  @Test("Every vector gives exactly what it expects, or is refused")
  func vectors() throws {
    for vector in try Self.vectors() {
      let id = try #require(vector["id"] as? String)
      let expected = try #require(vector["expected"] as? [String: Any])
      if expected["error"] != nil {
        #expect(throws: DiagnosticList.self, "\(id)") { try answer(vector) }
      } else {
        check(try answer(vector), expected, id)
      }
    }
  }

  private func answer(_ vector: [String: Any]) throws -> [String: Any] {
    var judgements = vector
    for label in ["id", "reading", "why", "expected"] { judgements[label] = nil }
    let text = String(
      decoding: try JSONSerialization.data(withJSONObject: judgements), as: UTF8.self)
    let file = try JudgementReader().read(text: text, name: "vector.json")
    let scheme = try #require(vector["scheme"] as? String)
    let card = try ScoreDesk(Catalogue(folder: SharedFolder.catalogueFolder))
      .card(scheme, judgements: file, file: "vector.json")
    let json = try JSONSerialization.jsonObject(with: Data(ScoreAnswer(card).json().utf8))
    return try #require(json as? [String: Any])
  }

  private func check(_ answer: [String: Any], _ expected: [String: Any], _ id: String) {
    for (key, value) in expected {
      if key == "indicators" {
        checkIndicators(answer, value, id)
      } else {
        let given = answer[key] as? NSObject ?? NSNull()
        #expect(given.isEqual(value), "\(id) \(key): \(given), expected \(value)")
      }
    }
  }

  private func checkIndicators(_ answer: [String: Any], _ expected: Any, _ id: String) {
    let rows = answer["indicators"] as? [[String: Any]] ?? []
    for wanted in expected as? [[String: Any]] ?? [] {
      let row = rows.first { $0["id"] as? String == wanted["indicator"] as? String }
      #expect(row?["score"] as? String == wanted["score"] as? String, "\(id) \(wanted)")
    }
  }
}
