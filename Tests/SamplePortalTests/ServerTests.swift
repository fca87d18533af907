import Foundation
import Testing

@testable import SamplePortal

@Suite("The sample portal's server")
struct ServerTests {
  private func serving(
    latency: Duration = .zero, _ body: (SamplePortalServer, Int) async throws -> Void
  ) async throws {
    let server = SamplePortalServer(portal: PortalTests.portal, latency: latency)
    let port = try await server.start()
    do {
      try await body(server, port)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test("the Host header decides the site, and bytes are those of the page")
  func hostDecides() async throws {
    try await serving { _, port in
      for host in [City.host, Transport.host] {
        let page = try #require(PortalTests.portal.resource(host: host, path: "/"))
        let answer = await Wire.ask(port: port, "/", host: "\(host):\(port)")
        #expect(answer.status == 200)
        #expect(answer.body == [UInt8](page.body(port: port)))
        #expect(answer.field("Content-Type") == page.contentType)
      }
      #expect(await Wire.ask(port: port, "/", host: "www.elsewhere.cn").status == 404)
    }
  }

  @Test("links to the portal's own hosts carry the port")
  func linksCarryThePort() async throws {
    try await serving { _, port in
      let home = await Wire.ask(port: port, "/", host: City.host).text
      #expect(home.contains("http://jtj.yunxi.gov.cn:\(port)/"))
      #expect(!home.contains("http://jtj.yunxi.gov.cn/"))
    }
  }

  @Test("HEAD has the length and no body, and lies where planted")
  func headHasNoBody() async throws {
    try await serving { _, port in
      let get = await Wire.ask(port: port, "/tzgg/", host: City.host)
      let head = await Wire.ask(port: port, "/tzgg/", method: "HEAD", host: City.host)
      #expect(head.status == 200)
      #expect(head.body == [])
      #expect(head.field("Content-Length") == "\(get.body.count)")
      let odd = try #require(
        PortalTests.portal.resources.first { $0.behaviour == .headNotFound })
      #expect(await Wire.ask(port: port, odd.path, method: "HEAD", host: odd.host).status == 404)
      #expect(await Wire.ask(port: port, odd.path, host: odd.host).status == 200)
    }
  }

  @Test("an unknown address is 404 with a page, a removed one answers as planted")
  func statusesAreHonest() async throws {
    try await serving { _, port in
      let missing = await Wire.ask(port: port, "/no/such/page.html", host: City.host)
      #expect(missing.status == 404)
      #expect(missing.text.contains("页面不存在"))
      let soft = try #require(
        PortalTests.portal.resources.first { $0.title == Draft.softNotFoundTitle })
      let answer = await Wire.ask(port: port, soft.path, host: City.host)
      #expect(answer.status == 200)
      #expect(answer.text.contains("不存在"))
      let loop = await Wire.ask(port: port, "/ztzl/hd/a.html", host: City.host)
      #expect(loop.status == 302)
      #expect(loop.field("Location") == "/ztzl/hd/b.html")
      let inward = await Wire.ask(port: port, "/ztzl/hd/nwxt.html", host: City.host)
      #expect(inward.field("Location") == "http://127.0.0.1:\(port)/admin/")
      #expect(
        await Wire.ask(port: port, "/zwdt/bmdt", host: City.host).field("Location") == "/zwdt/bmdt/"
      )
      let former = await Wire.ask(port: port, "/2015/0902.html", host: SampleHosts.former)
      #expect(former.field("Location") == "http://old.yunxi.gov.cn:\(port)/")
    }
  }

  @Test("one page fails once and recovers")
  func failsOnce() async throws {
    try await serving { _, port in
      let page = try #require(PortalTests.portal.resources.first { $0.behaviour == .failsOnce })
      var statuses: [Int?] = []
      for _ in 0..<3 {
        statuses.append(await Wire.ask(port: port, page.path, host: page.host).status)
      }
      #expect(statuses == [500, 200, 200])
    }
  }

  @Test("the firewall lets nothing through, and uses all three of its statuses")
  func firewallBlocks() async throws {
    try await serving { _, port in
      var statuses: Set<Int?> = []
      for path in ["/", "/a", "/ab", "/abc"] {
        statuses.insert(await Wire.ask(port: port, path, host: SampleHosts.firewall).status)
      }
      #expect(statuses == [403, 412, 521])
    }
  }

  @Test("text is compressed for those who ask, and unchanged pages are told by their tag")
  func compressionAndTags() async throws {
    try await serving { _, port in
      let packed = await Wire.ask(
        port: port, "/zjyx/", host: City.host, fields: ["Accept-Encoding: gzip"])
      #expect(packed.field("Content-Encoding") == "gzip")
      #expect(packed.body.prefix(3) == [0x1F, 0x8B, 8])
      let tag = try #require(packed.field("ETag"))
      let again = await Wire.ask(
        port: port, "/zjyx/", host: City.host, fields: ["If-None-Match: \(tag)"])
      #expect(again.status == 304)
      #expect(again.body == [])
    }
  }

  @Test("session ids change, the pages behind them do not")
  func sessionsChange() async throws {
    try await serving { _, port in
      let pattern = #/jsessionid=([0-9A-F]+)\?id=1"/#
      let first = await Wire.ask(port: port, "/hdjl/ldxx/", host: City.host).text.firstMatch(
        of: pattern)
      let second = await Wire.ask(port: port, "/hdjl/ldxx/", host: City.host).text.firstMatch(
        of: pattern)
      let one = try #require(first?.output.1)
      let two = try #require(second?.output.1)
      #expect(one != two)
      var pages: [[UInt8]] = []
      for session in [one, two] {
        let target = "/hdjl/ldxx/show.jsp;jsessionid=\(session)?id=1"
        pages.append(await Wire.ask(port: port, target, host: City.host).body)
      }
      #expect(pages[0] == pages[1])
      #expect(!pages[0].isEmpty)
    }
  }

  @Test("the calendar has no end, lists behind the proxy have")
  func dynamicPages() async throws {
    try await serving { _, port in
      for month in ["1901-01", "2026-12", "9999-12"] {
        #expect(
          await Wire.ask(port: port, "/hdjl/rl/?month=\(month)", host: City.host).status == 200)
      }
      #expect(await Wire.ask(port: port, "/hdjl/rl/?month=x", host: City.host).status == 404)
      let rows = await Wire.ask(
        port: port, "\(DataProxy.path)?page=1&columnid=10213", host: City.host)
      #expect(rows.text.components(separatedBy: "<record>").count == 5)
      #expect(!rows.text.contains("nextgroup"))
      let beyond = await Wire.ask(
        port: port, "\(DataProxy.path)?page=9&columnid=10213", host: City.host)
      #expect(beyond.status == 404)
    }
  }

  @Test("the log shows who was asked, and how many at once")
  func logShowsConcurrency() async throws {
    try await serving(latency: .milliseconds(300)) { server, port in
      await withTaskGroup(of: Void.self) { group in
        for _ in 0..<2 {
          group.addTask { _ = await Wire.ask(port: port, "/tzgg/", host: "\(City.host):\(port)") }
        }
      }
      let log = await server.log
      #expect(log.records.map(\.target) == ["/tzgg/", "/tzgg/"])
      #expect(log.maximumConcurrency(host: City.host) <= 2)
      #expect(log.minimumGap(host: City.host).map { $0 >= 0 } == true)
    }
  }

  @Test("it serves this machine only")
  func loopbackOnly() async {
    let server = SamplePortalServer(portal: PortalTests.portal, address: "0.0.0.0")
    await #expect(throws: SampleServerError.notLoopback(address: "0.0.0.0")) {
      try await server.start()
    }
    let hostile = HostileServer(address: "10.0.0.1")
    await #expect(throws: SampleServerError.notLoopback(address: "10.0.0.1")) {
      try await hostile.start()
    }
  }
}
