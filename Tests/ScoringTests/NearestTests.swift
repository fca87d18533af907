import Scoring
import Testing

@Suite("What a misspelt name may mean")
struct NearestTests {
  private let units = ["市农牧局", "市科技和知识产权局", "市司法局", "市国资委"]

  @Test(
    "An abbreviation means the name that holds its letters; a slip, the closest name",
    arguments: [("市科技局", "市科技和知识产权局"), ("市司法居", "市司法局"), ("市国资", "市国资委")])
  func nearest(_ word: String, _ expected: String) {
    #expect(Scoring.nearest(to: word, in: units) == expected)
  }

  @Test("What resembles nothing means nothing")
  func strange() {
    #expect(Scoring.nearest(to: "省气象台", in: units) == nil)
  }
}
