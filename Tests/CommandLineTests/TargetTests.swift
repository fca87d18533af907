import AuditModel
import Foundation
import SamplePortal
import Testing

/// A target that cannot be audited costs nobody a point; the program says why and ends with 3.
@Suite("Targets that cannot be audited", .serialized)
struct TargetTests {
  @Test(
    "a portal that refuses everything", .timeLimit(.minutes(1)),
    arguments: [403, 412, 521, 503])
  func blocked(status: Int) async throws {
    let server = try AnsweringServer(
      AnsweringServer.answer(status, "<html><body>blocked</body></html>"))
    let audit = try Audit(port: server.port)
    let ending = try await audit.run(["--confirm-after", "10m"])
    #expect(ending.code == 3, "\(ending.errors)")
    #expect(ending.errors.contains("HTTP \(status)"), "\(ending.errors)")
    #expect(ending.errors.contains("没有产生任何扣分"))
    #expect(!audit.hasReport)
  }

  @Test("an empty page, an endless redirect", .timeLimit(.minutes(1)))
  func nothingToRead() async throws {
    let empty = try AnsweringServer(AnsweringServer.answer(200, ""))
    let first = try await Audit(port: empty.port).run(["--confirm-after", "10m"])
    #expect(first.code == 3 && first.errors.contains("空页面"), "\(first.errors)")
    let hostile = HostileServer()
    let port = try await hostile.start()
    for path in ["/redirect/0", "/loop"] {
      let ending = try await Audit(port: port, path: path).run(["--confirm-after", "10m"])
      #expect(ending.code == 3 && ending.errors.contains("循环跳转"), "\(path) \(ending.errors)")
    }
    await hostile.stop()
  }

  @Test("a name that does not resolve, no TLS, an address inside", .timeLimit(.minutes(1)))
  func unreachable() async throws {
    let server = try AnsweringServer(AnsweringServer.answer(200, "<p>x</p>"))
    let unknown = try await Audit(home: "http://nowhere.invalid/").run([])
    #expect(unknown.code == 3 && unknown.errors.contains("域名解析不到"), "\(unknown.errors)")
    let plain = try await Audit(port: server.port, scheme: "https").run(["--confirm-after", "10m"])
    #expect(plain.code == 3 && plain.errors.contains("TLS"), "\(plain.errors)")
    for host in ["127.0.0.1", "localhost", "[::1]"] {
      let inside = try await Audit(home: "http://\(host):\(server.port)/").run([])
      #expect(inside.code == 3 && inside.errors.contains("--allow-private"), "\(inside.errors)")
    }
  }

  @Test("a scheme made for another kind of unit is remarked upon", .timeLimit(.minutes(1)))
  func misfit() async throws {
    func errors(_ scheme: String) async throws -> String {
      try await Audit(home: "http://nowhere.invalid/").run([
        "--kind", "department", "--scheme", scheme,
      ]).errors
    }
    let words = "的类型是“部门”"
    #expect(try await errors("suizhou-2020-third-party-county").contains(words))
    #expect(try await !errors("suizhou-2020-third-party-department").contains(words))
  }

  @Test("a port nobody listens on", .timeLimit(.minutes(1)))
  func closedPort() async throws {
    let audit = try Audit(port: try AnsweringServer.closedPort())
    let ending = try await audit.run(["--confirm-after", "10m"])
    #expect(ending.code == 3 && ending.errors.contains("连接被拒绝"), "\(ending.errors)")
  }
}

/// Pages that try to break the reader: the audit goes through.
@Suite("Hostile pages", .serialized)
struct HostilePageTests {
  @Test(
    "are read as far as they can be", .timeLimit(.minutes(1)),
    arguments: ["/charset", "/inward"])
  func survived(path: String) async throws {
    let hostile = HostileServer()
    let port = try await hostile.start()
    let ending = try await Audit(port: port, path: path).run([
      "--confirm-after", "1s", "--limit-depth", "1",
    ])
    await hostile.stop()
    #expect([0, 3].contains(ending.code), "\(ending.code) \(ending.errors)")
    #expect(!(ending.output + ending.errors).isEmpty)
  }
}

/// One audit of one address on a loopback port, and what it left.
struct Audit {
  let folder: Folder
  private let arguments: [String]

  init(port: Int, path: String = "/", scheme: String = "http") throws {
    let host = "www.example.gov.cn"
    try self.init(
      home: "\(scheme)://\(host):\(port)\(path)", ["--resolve", "\(host):\(port):127.0.0.1"])
  }

  init(home: String, _ options: [String] = []) throws {
    folder = try Folder()
    arguments = ["audit", home, "--out", folder.path("out"), "--no-screenshots"] + options
  }

  var hasReport: Bool { FileManager.default.fileExists(atPath: folder.path("out/report.html")) }

  func run(_ options: [String]) async throws -> Ending {
    try await Program.run(arguments + ["--delay", "0"] + options)
  }
}
