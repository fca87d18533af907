import Foundation
import Testing

@testable import SamplePortal

@Suite("The hostile server")
struct HostileTests {
  private func serving(_ body: (Int) throws -> Void) async throws {
    let server = HostileServer()
    let port = try await server.start()
    do {
      try body(port)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test("bodies are as hostile as announced")
  func bodies() async throws {
    try await serving { port in
      #expect(Wire(port: port, "/empty").body == [])
      #expect(Wire(port: port, "/nul").body.contains(0))
      #expect(Wire(port: port, "/deep").text.components(separatedBy: "<div>").count == 100_001)
      #expect(
        Wire(port: port, "/links").text.components(separatedBy: "<a href=").count == 200_001)
      #expect(Wire(port: port, "/huge", limit: 20 << 20).body.count > 19 << 20)
      let bomb = Wire(port: port, "/bomb")
      #expect(bomb.field("Content-Encoding") == "gzip")
      #expect(bomb.body.count < 2 << 20)
      let mislabelled = Wire(port: port, "/charset")
      #expect(mislabelled.body.contains(0xD4) && mislabelled.text.contains("big5"))
    }
  }

  @Test("the protocol is as broken as announced")
  func wire() async throws {
    try await serving { port in
      #expect(Wire(port: port, "/redirect/41").field("Location") == "/redirect/42")
      #expect(Wire(port: port, "/file").field("Location") == "file:///etc/passwd")
      #expect(Wire(port: port, "/reset").wasReset)
      #expect(Wire(port: port, "/reset-body").wasReset)
      let short = Wire(port: port, "/short")
      #expect(short.field("Content-Length") == "5000" && short.body.count < 10)
      #expect(Wire(port: port, "/huge-header").head.utf8.count > 8 << 20)
      #expect(!Wire(port: port, "/garbage").head.hasPrefix("HTTP"))
    }
  }

  @Test("every address of the catalogue has its own script")
  func catalogueIsWhole() async throws {
    let index = HostileScript.script(path: "/")
    for (path, _) in HostileServer.catalogue {
      let script = HostileScript.script(path: path)
      #expect(script.head != index.head || script.resets || script.repetitions > 0, "\(path)")
    }
  }

  @Test("slow answers end, at the latest with the limit")
  func slowAnswersEnd() {
    for (path, _) in HostileServer.catalogue {
      let script = HostileScript.script(path: path)
      let seconds = Double(script.repetitions) * Double(script.pause) / 1_000
      #expect(seconds <= HostileServer.limit, "\(path)")
    }
  }
}
