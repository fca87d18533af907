import Foundation
import Testing

@testable import SamplePortal

@Suite("The sample portal")
struct PortalTests {
  static let day = SampleDay(year: 2026, month: 11, day: 21)
  static let portal = SamplePortal(asOf: day)

  @Test("one seed is one portal")
  func oneSeedIsOnePortal() {
    let again = SamplePortal(asOf: Self.day)
    #expect(again.resources == Self.portal.resources)
    #expect(again.expectations == Self.portal.expectations)
    #expect(SamplePortal(asOf: Self.day, seed: 7).resources != Self.portal.resources)
  }

  @Test(
    "it can be written as of any day",
    arguments: [
      SampleDay(year: 2024, month: 2, day: 29), SampleDay(year: 2026, month: 1, day: 3),
      SampleDay(year: 2025, month: 8, day: 31),
    ])
  func anyDay(day: SampleDay) {
    let portal = SamplePortal(asOf: day, seed: 11)
    #expect(portal.expectations.count == Self.portal.expectations.count)
    let future = portal.pages.compactMap { publication(of: $0) }.filter { $0 > day.description }
    #expect(future == [])
    #expect(brokenLinks(of: portal) == [])
  }

  @Test("every address stands for one thing")
  func addressesAreUnique() {
    let addresses = Self.portal.resources.map(\.address)
    #expect(Set(addresses).count == addresses.count)
    #expect((300...480).contains(Self.portal.pages.count))
  }

  @Test("every internal link leads somewhere, but for the planted ones")
  func linksLeadSomewhere() {
    #expect(brokenLinks(of: Self.portal) == [])
  }

  @Test("a broken link would be noticed")
  func brokenLinkIsNoticed() throws {
    let page = try #require(Self.portal.resource(host: City.host, path: "/"))
    let found = Links.targets(of: "<a href=\"./nothing.html\">x</a>", on: page)
    #expect(found.map(\.path) == ["/nothing.html"])
    #expect(Self.portal.resource(host: City.host, path: "/nothing.html") == nil)
  }

  @Test("each expectation and decoy speaks of a page that exists")
  func expectationsReferToPages() throws {
    let places = Self.portal.expectations.map(\.address) + Self.portal.decoys.map(\.address)
    for place in places {
      let components = try #require(URLComponents(string: place))
      let host = try #require(components.host)
      #expect(Self.portal.resource(host: host, path: components.path) != nil, "\(place)")
    }
  }

  @Test("planted dead targets are dead, decoys are not")
  func plantedTargetsAreDead() {
    let codes = [Code.deadPage, Code.deadImage, Code.deadAttachment, Code.deadExternal]
    let missing = Self.portal.expectations.filter { codes.contains($0.code) }
      .filter { item in Self.portal.resources.contains { $0.path == item.subject } == false }
    #expect(missing.count >= 5)
    for decoy in Self.portal.decoys where codes.contains(decoy.code) {
      let isThere = Self.portal.hosts.contains { host in
        [decoy.subject, decoy.subject + "/"].contains {
          Self.portal.resource(host: host, path: $0) != nil
        }
      }
      #expect(isThere || decoy.subject == SampleHosts.firewall, "\(decoy.subject)")
    }
  }

  @Test("page two of a TRS list is reachable through the script alone")
  func secondPageHasNoAnchor() {
    let second = City.headlines.path + "index_1.html"
    #expect(Self.portal.resource(host: City.host, path: second) != nil)
    let anchors = Self.portal.pages.filter { page in
      Links.targets(of: page.text ?? "", on: page).contains { $0.path == second }
    }
    #expect(anchors == [])
  }

  @Test("every code the audit knows is planted at least once")
  func codesAreCovered() {
    let planted = Set(
      Self.portal.expectations.filter { $0.certainty == .required }.map(\.code))
    let wanted: Set<String> = [
      Code.missing, Code.blankRequired, Code.unreachable, Code.wrongContent, Code.undecidedColumn,
      Code.blank, Code.topicBlank, Code.topicMissing, Code.stale, Code.undated, Code.staleHome,
      Code.deadPage, Code.deadAttachment, Code.deadImage, Code.deadExternal, Code.policyLink,
      Code.interpretationLink,
    ]
    #expect(planted == wanted)
  }

  @Test("subjects are compared from the end, and only whole")
  func subjectsAreComparedWhole() throws {
    let column = try #require(Self.portal.decoys.first { $0.subject == "/hdjl" })
    #expect(column.covers(subject: "互动交流@yunxi.gov.cn:18080/hdjl"))
    #expect(!column.covers(subject: "在线访谈@yunxi.gov.cn:18080/hdjl/zxft"))
    let topic = try #require(Self.portal.expectations.first { $0.subject == "statutory.8" })
    #expect(topic.covers(subject: "statutory.8") && !topic.covers(subject: "statutory.80"))
  }

  @Test("planted dates stand where the notes say")
  func datesStandWhereTheySay() throws {
    let cases = [
      (City.districts.path, 15), (City.departments.path, 13), (City.headlines.path, 1),
    ]
    for (path, age) in cases {
      let page = try #require(Self.portal.resource(host: City.host, path: path)?.text)
      let days = page.matches(of: #/<span>(\d{4}-\d\d-\d\d)<\/span><\/li>/#).map { $0.output.1 }
      let newest = try #require(days.max())
      #expect(newest == Self.day.adding(days: -age).description)
    }
  }

  @Test("the registry names the three units at the port")
  func registryNamesTheUnits() {
    let text = Self.portal.registryYAML(port: 18_080)
    for unit in ["yunxi", "yunxi-jtj", "yunxi-mzj"] { #expect(text.contains("- id: \(unit)\n")) }
    #expect(text.contains("\"http://www.yunxi.gov.cn:18080/mzj/\""))
    #expect(!text.contains("gov.cn/"))
    let overrides = Self.portal.resolveOverrides(port: 18_080)
    #expect(overrides.map(\.host) == Self.portal.hosts)
    #expect(overrides.allSatisfy { $0.port == 18_080 && $0.address == "127.0.0.1" })
  }

  private func publication(of page: SampleResource) -> String? {
    page.text?.firstMatch(of: #/name="PubDate" content="(\d{4}-\d\d-\d\d)/#).map {
      String($0.output.1)
    }
  }

  /// Addresses of the portal's own hosts that are linked, unknown, and not planted.
  private func brokenLinks(of portal: SamplePortal) -> [String] {
    let planted = portal.expectations.map(\.subject).filter { $0.hasPrefix("/") }
    let broken = portal.pages.flatMap { page in
      Links.targets(of: page.text ?? "", on: page).filter { target in
        guard let host = target.host, portal.hosts.contains(host) else { return false }
        let path = target.path.isEmpty ? "/" : target.path
        return portal.resource(host: host, path: path, query: target.query ?? "") == nil
          && !planted.contains { path == $0 || path == $0 + "/" }
      }
    }
    return Set(broken.compactMap(\.string)).sorted()
  }
}

/// Just enough reading of links to check the generator against itself.
enum Links {
  static func targets(of html: String, on page: SampleResource) -> [URLComponents] {
    let base = URL(string: page.address)
    return attributes(of: html).compactMap { text in
      URL(string: text, relativeTo: base).flatMap {
        URLComponents(url: $0.absoluteURL, resolvingAgainstBaseURL: true)
      }
    }
  }

  /// The distinct values of `href` and `src`, scripts left out.
  private static func attributes(of html: String) -> Set<String> {
    var found: Set<String> = []
    for name in ["href=\"", "src=\""] {
      for part in html.components(separatedBy: name).dropFirst() {
        let text = part.prefix { $0 != "\"" }.replacingOccurrences(of: "&amp;", with: "&")
        guard !text.isEmpty, !text.hasPrefix("javascript:") else {
          continue
        }
        found.insert(text)
      }
    }
    return found
  }
}
