import AuditModel
import Foundation
import Testing

@testable import Reports

@Suite struct JSONReportTests {
  private func object(_ bytes: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  @Test func `every document names its schema and its unit`() throws {
    let report = Fixture.report()
    for bytes in try [
      JSONReport.findings(report), JSONReport.scorecard(report), JSONReport.evidenceList(report),
    ] {
      let head = try #require(try object(bytes)["head"] as? [String: Any])
      #expect(head["schemaVersion"] as? Int == 1)
      #expect((head["unit"] as? [String: Any])?["id"] as? String == "weisheng")
      #expect(head["asOf"] as? String == "2026-11-21")
    }
  }

  @Test func `the same report in another order gives the same bytes`() throws {
    var shuffled = Fixture.report()
    shuffled.findings.reverse()
    #expect(try JSONReport.findings(Fixture.report()) == JSONReport.findings(shuffled))
    #expect(try JSONReport.evidenceList(Fixture.report()) == JSONReport.evidenceList(shuffled))
  }

  @Test func `findings of every outcome are exported with their words as found`() throws {
    let findings = try #require(
      try object(JSONReport.findings(Fixture.report()))["findings"] as? [[String: Any]])
    #expect(findings.count == Fixture.findings.count)
    #expect(Set(findings.compactMap { $0["outcome"] as? String }).count == 6)
    let titles = findings.compactMap { ($0["page"] as? [String: Any])?["title"] as? String }
    #expect(titles.contains(Fixture.hostileTitle))
  }

  @Test func `the evidence list numbers what the report numbers`() throws {
    let rows = try #require(
      try object(JSONReport.evidenceList(Fixture.report()))["rows"] as? [[String: Any]])
    let expected = ReportRows(Fixture.report()).numbered
    #expect(rows.compactMap { $0["number"] as? Int } == Array(1...expected.count))
    #expect(rows.compactMap { $0["finding"] as? String } == expected.map(\.id))
  }

  @Test func `a number that is not finite does not lose the export`() throws {
    var report = Fixture.report()
    report.scorecards[0].lowShare = .nan
    #expect(throws: Never.self) { try JSONReport.scorecard(report) }
  }
}
