import AuditModel
import Probes
import SiteModel
import Testing

/// Every fixture page says itself what must be found on it; a page that says nothing yields none.
@Suite("Probe fixtures") struct FixtureTests {
  @Test("finds exactly what the pages are marked with", arguments: FixtureSite.all())
  func marked(path: String) throws {
    let fixture = try FixtureSite(path)
    let probe = try #require(ProbeCatalogue.probe(id: fixture.probe), "no probe \(fixture.probe)")
    let observations = probe.observe(fixture.site)
    let seen = observations.map { observation in
      FixtureSite.Expectation(
        code: observation.code, subject: observation.subject,
        outcome: observation.outcome.rawValue, page: observation.page?.url)
    }
    for expected in fixture.expectations {
      let isMet = seen.contains { one in
        one.code == expected.code && one.subject == expected.subject
          && one.outcome == expected.outcome && (expected.page == nil || one.page == expected.page)
      }
      #expect(isMet, "\(path): not found: \(expected); seen: \(seen)")
    }
    for (one, observation) in zip(seen, observations) where isFinding(observation) {
      let isExpected = fixture.expectations.contains {
        $0.code == one.code && $0.subject == one.subject && $0.outcome == one.outcome
      }
      #expect(isExpected, "\(path): unexpected: \(one) \(observation.values)")
    }
  }

  private func isFinding(_ observation: Observation) -> Bool {
    switch observation.outcome {
    case .pass, .notChecked: false
    default: true
    }
  }

  @Test("every probe has a fixture folder with at least two cases")
  func covered() {
    let cases = FixtureSite.all().map { $0.split(separator: "/")[0] }
    for card in ProbeCatalogue.cards {
      #expect(cases.count { $0 == card.id } >= 2, "\(card.id)")
    }
  }

  @Test("every observation uses a code and a subject of its own probe, once per subject")
  func lawful() throws {
    for path in FixtureSite.all() {
      let site = try FixtureSite(path).site
      for probe in ProbeCatalogue.all {
        let observations = probe.observe(site)
        for observation in observations {
          #expect(observation.probe == probe.card.id)
          #expect(probe.card.codes.contains(observation.code), "\(observation.code)")
        }
        let subjects = observations.map(\.subject)
        #expect(Set(subjects).count == subjects.count, "\(path) \(probe.card.id): \(subjects)")
      }
    }
  }
}
