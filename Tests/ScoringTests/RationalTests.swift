import Scoring
import Testing

@Suite("Exact numbers")
struct RationalTests {
  @Test("A tenth and two tenths are exactly three tenths")
  func tenths() throws {
    let tenth = try #require(Rational("0.1"))
    let fifth = try #require(Rational("0.2"))
    #expect(try tenth + fifth == Rational(3, over: 10))
    #expect(try (tenth + fifth).description == "0.3")
  }

  @Test(
    "Texts are read exactly and printed in lowest terms",
    arguments: [
      ("3.99%", "0.0399"), ("2/3", "2/3"), ("4/6", "2/3"), ("-0.50", "-0.5"), ("100%", "1"),
      ("1/3%", "1/300"), ("0.125", "0.125"), ("7/8", "0.875"), ("00012", "12"),
      ("1/1024", "0.0009765625"),
    ])
  func texts(_ text: String, _ printed: String) throws {
    let value = try #require(Rational(text))
    #expect(value.description == printed)
    #expect(Rational(printed) == value)
  }

  @Test(
    "What is not an exact number is refused",
    arguments: [
      "", "NaN", "1e3", "0x10", "1/0", "١", "１", " 1", "1.", ".5", "--1", "1/2/3", "inf", "%",
      String(repeating: "9", count: 65), String(repeating: "9", count: 60),
    ])
  func refused(_ text: String) { #expect(Rational(text) == nil) }

  @Test("Overflow is thrown, never wrapped")
  func overflow() throws {
    let huge = try Rational(Int128.max, over: 1)
    #expect(throws: ScoringError.overflow) { try huge + 1 }
    #expect(throws: ScoringError.overflow) { try huge * 2 }
    #expect(throws: ScoringError.overflow) { try Rational(1, over: 0) }
    #expect(throws: ScoringError.overflow) { try Rational(1, over: 3) / 0 }
    #expect(throws: ScoringError.overflow) { try Rational(Int128.min, over: 1) }
  }

  @Test("Comparison is exact where the cross products would not fit")
  func comparison() throws {
    let left = try Rational(Int128.max - 1, over: Int128.max)
    let right = try Rational(Int128.max - 2, over: Int128.max - 1)
    #expect(right < left)
    #expect(!(left < right))
    #expect(try Rational(-1, over: 3) < Rational(1, over: 1000))
  }

  @Test("Rounding happens only when a number is shown, half away from zero")
  func shown() throws {
    #expect(try Rational(2, over: 3).shown(places: 2) == "0.67")
    #expect(try Rational(-2, over: 3).shown(places: 2) == "-0.67")
    #expect(try Rational(1, over: 8).shown(places: 2) == "0.13")
    #expect(try Rational(999, over: 1000).shownAsPercent(places: 0) == "99%")
    #expect(Rational(5).shown() == "5")
  }

  @Test("The laws of arithmetic hold on random fractions")
  func laws() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<20_000 {
      let (a, b, c) = (random.fraction(), random.fraction(), random.fraction())
      #expect(try (a + b) + c == a + (b + c))
      #expect(try a * (b + c) == a * b + a * c)
      #expect(try (a - b) + b == a)
      #expect(Rational(a.description) == a)
      #expect(a.floor <= a)
    }
  }
}
