import AuditModel
import Testing

@testable import Auditing

@Suite("A sweep beside the one before")
struct ComparingTests {
  let noon = Instant(milliseconds: 1_700_000_000_000)

  @Test("new, still there, gone, and not looked at again are told apart")
  func fourFates() {
    let previous = [
      finding("still"), finding("fixed", page: "http://h/read"),
      finding("unread", page: "http://h/unread"), finding("nowhere"), finding("passes"),
      finding("undecided"), finding("wasUndecided", .inconclusive),
    ]
    let current = [
      finding("still"), finding("new"), finding("passes", .pass), finding("undecided", .review),
      finding("wasUndecided"),
    ]
    let comparison = Comparing(
      previous: previous, current: current, wasReadAgain: { $0 == "http://h/read" }
    ).comparison(previousSweep: "S000001", finishedAt: noon)
    #expect(names(comparison.new) == ["new", "wasUndecided"])
    #expect(names(comparison.still) == ["still"])
    #expect(names(comparison.gone) == ["fixed", "passes"])
    #expect(names(comparison.notReexamined) == ["nowhere", "undecided", "unread"])
  }

  @Test("two equal sweeps have nothing new and nothing gone")
  func equalSweeps() {
    let findings = [finding("a"), finding("b")]
    let comparison = Comparing(previous: findings, current: findings, wasReadAgain: { _ in true })
      .comparison(previousSweep: "S000001", finishedAt: noon)
    #expect(comparison.new.isEmpty && comparison.gone.isEmpty && comparison.still.count == 2)
  }

  private func finding(
    _ subject: String, _ outcome: Outcome = .fail, page: String? = nil
  ) -> Finding {
    let observation = Observation(
      probe: "p.q", code: "p.q.r", outcome: outcome, subject: subject,
      page: page.map { PageReference(url: $0, title: "") })
    return Finding(unit: "u", observation: observation, foundAt: noon)
  }

  private func names(_ ids: [String]) -> [String] {
    let subjects = [
      "still", "new", "fixed", "unread", "nowhere", "passes", "undecided", "wasUndecided",
    ]
    let byID = Dictionary(
      uniqueKeysWithValues: subjects.map {
        (Finding.identity(unit: "u", probe: "p.q", subject: $0), $0)
      })
    return ids.compactMap { byID[$0] }.sorted()
  }
}
