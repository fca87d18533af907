import AuditModel
import Schemes
import Scoring
import Testing

@Suite("The catalogue")
struct CatalogueTests {
  private let catalogue = Catalogue(folder: SharedFolder.catalogueFolder)

  @Test("The bundled copy is found beside the executable and holds the same ids")
  func bundled() throws {
    #expect(try Catalogue().list().map(\.id) == catalogue.list().map(\.id))
  }

  @Test("It holds fourteen schemes, a quota table, a list of names and two combinations")
  func complete() throws {
    let kinds = try catalogue.list().map(\.kind)
    #expect(kinds.count { $0 == .scheme } == 14)
    #expect(kinds.count { $0 == .quotas } == 1)
    #expect(kinds.count { $0 == .combination } == 2)
    #expect(kinds.count { $0 == .named } == 1)
    #expect(try catalogue.quotas("panzhihua-2016-quotas").count == 72)
  }

  @Test("Three hundred indicators, 399 rules and 20 vetoes, under every reading of every switch")
  func readings() throws {
    var (indicators, rules, vetoes) = (0, 0, 0)
    for entry in try catalogue.list() where entry.kind == .scheme {
      let scheme = try catalogue.load(entry.id)
      indicators += scheme.leaves.count
      rules += scheme.criteria.count
      vetoes += scheme.vetoes.count
      for choice in scheme.switches {
        for value in choice.values {
          let other = try catalogue.load(entry.id, choices: [choice.id: value])
          #expect(other.choices[choice.id] == value)
          #expect((other == scheme) == (value == choice.values.first), "\(entry.id) \(choice.id)")
        }
      }
    }
    #expect(indicators == 300)
    #expect(rules == 399)
    #expect(vetoes == 20)
  }

  @Test(
    "A unit without fault gets what the source allows at best",
    arguments: [
      ("liupanshui-2020-county", "100"), ("shanxi-2022-city", "100"),
      ("city-2023-region", "100"), ("city-2023-department", "100"),
      ("panzhihua-2016-openness", "100"), ("panzhihua-2016-efficiency", "100"),
      ("panzhihua-2016-information-municipal", "96"),
      ("panzhihua-2016-information-county", "100"),
      ("panzhihua-2016-information-hightech", "96"),
      ("suizhou-2020-third-party-county", "100"),
      ("suizhou-2020-third-party-department", "97.6"), ("suizhou-2020-daily-county", "100"),
      ("suizhou-2020-daily-department", "100"),
    ])
  func best(_ id: String, _ best: String) throws {
    let card = try Scorer(catalogue.load(id)).score(
      ScoreInput(unit: "u", judgements: Judgements(others: .satisfied)))
    #expect(card.total?.exactText == best)
    #expect(card.coverage == 1)
  }

  @Test(
    "Alternative readings give what their document's analysis says",
    arguments: [
      ("shanxi-2022-city", "over_mark", "spill", "SX22.02#1", "-1"),
      ("shanxi-2022-city", "rules_bonus", "sum", "SX22.05#2", "0"),
      ("city-2023-region", "innovation_cap", "5", "CITY23A.9.1#3", "5"),
      ("panzhihua-2016-openness", "carrier_20", "20", "PZH16.GK.4#2", "15"),
      ("suizhou-2020-daily-department", "bands", "upper", "SZ20.DD.4.1#1", "0"),
    ])
  func alternatives(
    _ id: String, _ choice: String, _ value: String, _ criterion: String, _ score: String
  ) throws {
    let facts = [Judgement(criterion: criterion, value: .number(1))]
    let card = try Scorer(catalogue.load(id, choices: [choice: value])).score(
      ScoreInput(unit: "u", judgements: Judgements(others: .satisfied, facts: facts)))
    let row = try #require(card.leaves.first { criterion.hasPrefix("\($0.id)#") })
    let expected = id == "suizhou-2020-daily-department" ? "1" : score
    #expect(row.role == .bonus ? row.score.exactText == "2" : row.score.exactText == expected)
  }

  @Test("Every inconsistency of the sources is listed with the reading taken")
  func inconsistencies() throws {
    var numbers: Set<String> = []
    for entry in try catalogue.list() where entry.kind == .scheme || entry.kind == .combination {
      let remarks =
        entry.kind == .scheme
        ? SchemeLint().remarks(on: try catalogue.load(entry.id))
        : SchemeLint().remarks(on: try catalogue.combination(entry.id))
      for case .inconsistency(let number, _) in remarks.map(\.subject) { numbers.insert(number) }
    }
    for (document, count) in [("000", 15), ("001", 25), ("002", 18), ("003", 22), ("004", 22)] {
      for index in 1...count { #expect(numbers.contains("\(document)-\(index)")) }
    }
  }

  @Test("Lint names figures that cannot work as printed")
  func figures() throws {
    func subjects(_ id: String) throws -> [LintRemark.Subject] {
      SchemeLint().remarks(on: try catalogue.load(id)).map(\.subject)
    }
    #expect(try subjects("shanxi-2022-city").count { $0 == .exceedsMarks } == 2)
    #expect(try subjects("panzhihua-2016-openness").contains(.neverAllLost))
    #expect(try subjects("panzhihua-2016-information-municipal").contains(.neverFull))
    #expect(try subjects("suizhou-2020-third-party-department").count { $0 == .weights } == 2)
  }

  @Test("An unknown scheme is refused with the nearest id")
  func unknown() {
    #expect {
      try catalogue.load("shanxi-2022-citty")
    } throws: { "\($0)".contains("shanxi-2022-city”？") }
  }

  @Test("Platform columns determine their leaf; a unit without a site is not asked for its report")
  func platformColumns() throws {
    let scheme = try catalogue.load("suizhou-2020-third-party-department")
    let outcomes: [(String, Outcome)] = [
      ("policies", .pass), ("guide", .pass), ("institutions", .fail), ("statutory", .pass),
      ("annual-report", .pass), ("website-report", .exempt),
    ]
    let seen = outcomes.map { subject, outcome in
      SeenObservation(
        id: subject,
        observation: Observation(
          probe: "columns.required", code: "c", outcome: outcome, subject: subject))
    }
    let card = try Scorer(scheme).score(ScoreInput(unit: "u", seen: seen))
    let rows = Dictionary(uniqueKeysWithValues: card.leaves.map { ($0.id, $0) })
    #expect(rows["SZ20.TD.3.1"]?.score.exactText == "9.6")
    #expect(rows["SZ20.TD.3.1"]?.findings == ["institutions"])
    #expect(rows["SZ20.TD.1.11.1"]?.score.exactText == "0.3")
    #expect(rows["SZ20.TD.1.11.3"]?.state == .open)
    #expect(card.total?.low == Rational("10.2"))
    #expect(card.total?.high == Rational("95.2"))
  }

  @Test("A scheme prints as a tree and yields one template row per criterion")
  func text() throws {
    let scheme = try catalogue.load("shanxi-2022-city")
    #expect(scheme.templateRows.count == scheme.criteria.count)
    #expect(scheme.textLines.contains { $0.contains("每项扣0.5分") })
  }
}
