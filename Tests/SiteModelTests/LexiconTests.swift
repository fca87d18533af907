import Testing

@testable import SiteModel

@Suite struct LexiconTests {
  @Test func `words inside words and overlapping ones are all found`() {
    let lexicon = Lexicon(["他她", "她们", "他她们", "们"].map { Lexicon.Entry(wrong: $0) })
    let text = Array("看他她们来".utf8)
    let found = lexicon.matches(in: text).map {
      String(decoding: text[$0.range], as: UTF8.self)
    }
    #expect(Set(found) == ["他她", "她们", "他她们", "们"])
  }

  @Test func `an exception excuses only what it covers`() {
    let lexicon = Lexicon([Lexicon.Entry(wrong: "按排", exceptions: ["按排列"])])
    let text = Array("按排列公布,按排会议".utf8)
    #expect(lexicon.matches(in: text).count == 1)
  }

  /// The automaton agrees with the plain search on every random list and text.
  @Test(arguments: 0..<40) func `agrees with plain search`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = ["甲", "乙", "丙", "a"]
    func word(_ length: Int) -> String { (0..<length).map { _ in letters[random(4)] }.joined() }
    let words = Array(Set((0..<12).map { _ in word(1 + random(4)) })).sorted()
    let text = word(200)
    let bytes = Array(text.utf8)
    var expected = Set<Lexicon.Match>()
    for (number, word) in words.enumerated() {
      let pattern = Array(word.utf8)
      for start in 0...(bytes.count - pattern.count)
      where Array(bytes[start..<start + pattern.count]) == pattern {
        expected.insert(Lexicon.Match(entry: number, range: start..<start + pattern.count))
      }
    }
    let lexicon = Lexicon(words.map { Lexicon.Entry(wrong: $0) })
    #expect(Set(lexicon.matches(in: bytes)) == expected)
  }
}
