import AuditModel
import Foundation
import Testing

@testable import Evidence

/// A believable column page: header, menu, a list with one dead link, a lazy picture, a footer.
private let columnPage: String = {
  let items = (1...40).map { number in
    let link = number == 12 ? "/zwgk/gone.html" : "/zwgk/\(number).html"
    return "<li><a href='\(link)'>关于印发第\(number)号工作方案的通知</a>"
      + "<span>2026-0\(number % 9 + 1)-11</span></li>"
  }.joined()
  return """
    <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>政策文件 - 示例市民政局</title>
    <style>body{margin:0;font:16px/1.8 sans-serif;color:#333}header{background:#1a5fb4;color:#fff;
    padding:24px 60px;font-size:28px}nav{background:#e8eef6;padding:10px 60px}main{width:1000px;
    margin:20px auto}li{border-bottom:1px dashed #ccc;display:flex;justify-content:space-between}
    footer{background:#444;color:#ccc;padding:30px 60px}.top{position:fixed;right:20px;bottom:80px;
    background:#1a5fb4;color:#fff;padding:8px}</style></head><body><header>示例市民政局</header>
    <nav>首页 | 政府信息公开 | 政策文件 | 政策解读 | 互动交流</nav><main><h2>政策文件</h2>
    <table><tr><td><a href="/t.html">索引表</a></td></tr></table><ul id="list">\(items)</ul>
    <img loading="lazy" src="/lazy.svg" width="300" height="60" alt=""></main>
    <footer>主办:示例市民政局 网站标识码 4200000001</footer><div class="top">返回顶部</div>
    <script>alert('欢迎');</script></body></html>
    """
}()

private let available: Bool = {
  let found = Browser.available()
  if !found.isUsable { print("SKIPPED: \(found.remedy ?? "no browser")") }
  return found.isUsable
}()

@Suite("Pictures of pages", .serialized, .enabled(if: available, "chromium is not here"))
struct BrowserTests {
  private func browser(_ server: LoopbackServer, seconds: Double = 20) -> Browser {
    let resolve = BrowserConfiguration.Resolve(
      host: "mzj.example.gov.cn", port: server.port, address: "127.0.0.1")
    return Browser(
      configuration: BrowserConfiguration(resolve: [resolve], pageSeconds: seconds))
  }

  private func address(_ server: LoopbackServer, _ path: String) -> String {
    "http://mzj.example.gov.cn:\(server.port)\(path)"
  }

  /// Where pictures stay for looking at, when the caller wants them kept.
  private func keep(_ scratch: Scratch) {
    guard let folder = ProcessInfo.processInfo.environment["MINGCHA_KEEP_PICTURES"] else { return }
    for name in (try? scratch.names()) ?? [] {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      try? FileManager.default.copyItem(
        atPath: "\(scratch.path)/\(name)", toPath: "\(folder)/\(name)")
    }
  }

  @Test("A page under its own name is pictured whole, with the offending link boxed")
  func boxedLink() async throws {
    let lazy =
      "<svg xmlns='http://www.w3.org/2000/svg'><rect width='300' height='60' fill='green'/></svg>"
    var picture = LoopbackServer.Answer(lazy)
    picture.type = "image/svg+xml"
    let server = try #require(LoopbackServer(["/": .init(columnPage), "/lazy.svg": picture]))
    let scratch = try Scratch()
    let browser = browser(server)
    let capture = try await browser.capture(
      url: address(server, "/"),
      locator: Locator(
        xpath: "/html/body/main/ul/li[12]/a", text: "关于印发第12号工作方案的通知"),
      link: address(server, "/zwgk/gone.html"), label: "证据 1", into: "\(scratch.path)/0001.png")
    await browser.close()
    keep(scratch)
    #expect(capture.completeness == .complete, "\(capture.remark ?? "")")
    #expect(capture.match == .path)
    #expect(capture.title == "政策文件 - 示例市民政局")
    let bytes = try scratch.bytes("0001.png")
    #expect(Digest.sha256(bytes) == capture.sha256)
    let size = try #require(pictureSize(bytes))
    #expect(size.width == 1280 && size.height > 1500)
    let box = try #require(capture.box)
    #expect(box.width > 100 && box.y > 400 && box.y + box.height < Double(size.height))
    let small = try scratch.bytes("0001.thumb.jpg")
    #expect(small.starts(with: [0xff, 0xd8]) && small.count < 60_000)
    #expect(bytes.count < 400_000)
  }

  @Test("A moved element is found by its link or its words; one that is gone is said to be gone")
  func movedElement() async throws {
    let server = try #require(LoopbackServer(["/": .init(columnPage)]))
    let scratch = try Scratch()
    let browser = browser(server)
    let page = address(server, "/")
    let wrong = "/html/body/div[9]/a"
    let byLink = try await browser.capture(
      url: page, locator: Locator(xpath: wrong, text: "旧标题"),
      link: address(server, "/zwgk/gone.html"), into: "\(scratch.path)/link.png")
    let byText = try await browser.capture(
      url: page, locator: Locator(xpath: wrong, text: "政策文件"), into: "\(scratch.path)/text.png")
    let table = try await browser.capture(
      url: page, locator: Locator(xpath: "/html/body/main/table/tr/td/a", text: "索引表"),
      into: "\(scratch.path)/table.png")
    let gone = try await browser.capture(
      url: page, locator: Locator(xpath: "/html/body/main/ul/li[3]/a", text: "早已撤下的文件"),
      into: "\(scratch.path)/gone.png")
    await browser.close()
    keep(scratch)
    #expect(byLink.match == .link)
    #expect(byText.match == .text)
    #expect(table.match == .path)
    #expect(gone.match == nil && gone.box == nil && gone.completeness == .partial)
  }

  @Test("Blank, unanswered, refused, foreign and private pages each say what happened")
  func troubles() async throws {
    let answers: [String: LoopbackServer.Answer?] = [
      "/blank": .init("<html><body></body></html>"), "/slow": nil,
      "/away": .init("<script>location='http://elsewhere.example.org/'</script>正文"),
      "/404": .init("<h1>您访问的页面不存在</h1>", status: "404 Not Found"),
      "/file": .init("x", extra: "Content-Disposition: attachment; filename=a.bin\r\n"),
    ]
    let server = try #require(LoopbackServer(answers))
    let scratch = try Scratch()
    let browser = browser(server, seconds: 3)
    func take(_ url: String) async throws -> Capture {
      try await browser.capture(url: url, into: "\(scratch.path)/x.png")
    }
    let blank = try await take(address(server, "/blank"))
    #expect(blank.completeness == .partial && blank.remark?.contains("空白") == true)
    let slow = try await take(address(server, "/slow"))
    #expect(slow.completeness == .unavailable && slow.file.isEmpty)
    let missing = try await take(address(server, "/404"))
    #expect(missing.completeness == .complete && missing.remark?.contains("404") == true)
    #expect(try await take(address(server, "/file")).completeness == .unavailable)
    let foreign = try await take("http://elsewhere.example.org/")
    #expect(foreign.completeness == .unavailable && foreign.remark?.contains("打不开") == true)
    #expect(try await take("file:///etc/passwd").completeness == .unavailable)
    await browser.close()
    let closed = try await take(address(server, "/404"))
    #expect(closed.completeness == .unavailable)
    let strict = Browser()
    let inward = try await strict.capture(
      url: "http://127.0.0.1:\(server.port)/404", into: "\(scratch.path)/y.png")
    await strict.close()
    #expect(inward.remark?.contains("内网") == true)
  }

  @Test("A page drawn by script is read as it was drawn")
  func rendered() async throws {
    let server = try #require(
      LoopbackServer([
        "/": .init(
          "<body><div id=a></div><script>setTimeout(() => a.innerHTML = '<p>迟来的正文</p>', 300)"
            + "</script></body>")
      ]))
    let browser = browser(server)
    let html = try await browser.renderedHTML(url: address(server, "/"))
    await browser.close()
    #expect(html.contains("<p>迟来的正文</p>"))
  }

  @Test("A browser that is killed is started again, and nothing is left behind")
  func crash() async throws {
    let server = try #require(LoopbackServer(["/": .init(columnPage)]))
    let scratch = try Scratch()
    let browser = browser(server)
    _ = try await browser.renderedHTML(url: address(server, "/"))
    let started = await browser.processes
    #expect(!started.isEmpty)
    for one in started.dropFirst() { kill(one, SIGKILL) }
    let capture = try await browser.capture(
      url: address(server, "/"), into: "\(scratch.path)/a.png")
    #expect(capture.completeness == .complete, "\(capture.remark ?? "")")
    let again = await browser.processes
    await browser.close()
    let alive = (started + again).filter { kill($0, 0) == 0 && !isZombie($0) }
    #expect(alive.isEmpty)
  }

  private func isZombie(_ process: pid_t) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ") Z"
    return text.split(separator: ")").last?.hasPrefix(" Z") ?? true
  }
}

@Suite("A machine without a browser")
struct NoBrowserTests {
  @Test("The capture says what is missing and how to install it")
  func missing() async throws {
    let nothing = BrowserAvailability(
      browserPath: nil, browserVersion: "", driverPath: nil, driverVersion: "",
      hasChineseFont: true)
    let browser = Browser(
      configuration: BrowserConfiguration(allowsPrivate: true), availability: nothing)
    let capture = try await browser.capture(url: "http://127.0.0.1:1/", into: "/nowhere/a.png")
    #expect(capture.completeness == .unavailable)
    #expect(capture.remark?.contains("apt-get install -y chromium chromium-driver") == true)
  }

  @Test("Only the given hosts exist when addresses are given, else nothing of our own network")
  func rules() {
    let resolve = BrowserConfiguration.Resolve(host: "a.gov.cn", port: 80, address: "127.0.0.2")
    let given = BrowserCommandLine.hostRules(BrowserConfiguration(resolve: [resolve]))
    #expect(given == ["MAP a.gov.cn:80 127.0.0.2:80", "MAP * ~NOTFOUND"])
    #expect(BrowserCommandLine.hostRules(BrowserConfiguration(allowsPrivate: true)).isEmpty)
    let closed = BrowserCommandLine.hostRules(BrowserConfiguration())
    #expect(closed.contains("MAP 172.20.* ~NOTFOUND"))
    let forged = BrowserConfiguration.Resolve(host: "a,MAP * b", port: 80, address: "1.1.1.1")
    #expect(
      BrowserCommandLine.hostRules(BrowserConfiguration(resolve: [forged])) == ["MAP * ~NOTFOUND"])
  }

  @Test(
    "Special-purpose addresses lead inward",
    arguments: [
      "127.0.0.1", "10.2.3.4", "172.31.0.1", "192.168.1.1", "169.254.0.1", "100.64.0.1",
      "0.0.0.0", "224.0.0.1", "::1", "[fe80::1]", "fd00::1", "::ffff:10.0.0.1",
    ])
  func inward(_ host: String) { #expect(NetworkReach.leadsInward(host: host)) }

  @Test("Public addresses do not", arguments: ["8.8.8.8", "172.32.0.1", "2400:3200::1"])
  func outward(_ host: String) { #expect(!NetworkReach.leadsInward(host: host)) }
}
