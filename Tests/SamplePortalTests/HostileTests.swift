import Foundation
import Testing

@testable import SamplePortal

@Suite("The hostile server")
struct HostileTests {
  private func serving(_ body: (Int) async throws -> Void) async throws {
    let server = HostileServer()
    let port = try await server.start()
    do {
      try await body(port)
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test("bodies are as hostile as announced")
  func bodies() async throws {
    try await serving { port in
      #expect(await Wire.ask(port: port, "/empty").body == [])
      #expect(await Wire.ask(port: port, "/nul").body.contains(0))
      #expect(
        await Wire.ask(port: port, "/deep").text.components(separatedBy: "<div>").count == 100_001)
      #expect(
        await Wire.ask(port: port, "/links").text.components(separatedBy: "<a href=").count
          == 200_001)
      #expect(await Wire.ask(port: port, "/huge", limit: 6 << 20).bytes.count >= 6 << 20)
      let bomb = await Wire.ask(port: port, "/bomb")
      #expect(bomb.field("Content-Encoding") == "gzip")
      #expect(bomb.body.count < 2 << 20)
      let mislabelled = await Wire.ask(port: port, "/charset")
      #expect(mislabelled.body.contains(0xD4) && mislabelled.text.contains("big5"))
    }
  }

  @Test("the protocol is as broken as announced")
  func wire() async throws {
    try await serving { port in
      #expect(await Wire.ask(port: port, "/redirect/41").field("Location") == "/redirect/42")
      #expect(await Wire.ask(port: port, "/file").field("Location") == "file:///etc/passwd")
      #expect(await Wire.ask(port: port, "/reset").wasReset)
      #expect(await Wire.ask(port: port, "/reset-body").wasReset)
      let short = await Wire.ask(port: port, "/short")
      #expect(short.field("Content-Length") == "5000" && short.body.count < 10)
      #expect(await Wire.ask(port: port, "/huge-header").head.utf8.count > 8 << 20)
      #expect(await Wire.ask(port: port, "/garbage").head.hasPrefix("HTTP") == false)
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
