import AuditModel
import PageModel
import Probes
import SiteModel
import Testing
import WebAddress

/// What is said of a kind of link as a whole.
@Suite("Link summary") struct LinkSummaryTests {
  func outcomes(_ state: LinkVerdict.State) throws -> [String: Outcome] {
    let home = try PageBuilder("http://www.example.gov.cn/", title: "示例市水利局")
      .link("徽标", "/images/logo.png", element: .image).page
    let day = try #require(Day("2026-11-21"))
    var source = MemorySource()
    source.add(home, at: home.url, on: day)
    source.verdicts[try WebURL(required: "http://www.example.gov.cn/images/logo.png")] =
      LinkVerdict(state: state, cause: state == .alive ? nil : .wafBlock)
    let unit = AuditedUnit(
      id: "u", name: "示例市水利局", kind: .department, homePage: home.url.href)
    let seen = DeadImages().observe(Site(unit: unit, source: source, asOf: day))
    return Dictionary(seen.map { ($0.code, $0.outcome) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("a kind whose links were all blocked is not also said to have none")
  func blocked() throws {
    #expect(try outcomes(.blocked) == ["links.dead-image.blocked": .inconclusive])
    #expect(try outcomes(.alive) == ["links.dead-image.alive": .pass])
  }
}
