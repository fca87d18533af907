import Fetching
import Testing

@Suite("A tray of results", .timeLimit(.minutes(1)))
struct FetchTrayTests {
  @Test("every request is delivered once, under its number")
  func once() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { path, _ in response("answer to \(path)") }
    }
    try await withFetcher { fetcher in
      let tray = FetchTray(fetcher)
      for number in 0..<100 {
        tray.request(try FetchRequest(server.url("/\(number)")), number: number)
      }
      var texts: [Int: String] = [:]
      var deliveries = 0
      while deliveries < 100 {
        for delivery in await tray.take(within: 10) {
          deliveries += 1
          texts[delivery.number] = try delivery.result.expectResponse().text
        }
      }
      #expect(texts.count == 100)
      let wrong = texts.filter { $0.value != "answer to /\($0.key)" }
      #expect(wrong.isEmpty, "\(wrong)")
      #expect(await tray.take(within: 0.001).isEmpty)
    }
  }

  @Test("gathering loses nothing and waits for nothing that does not come")
  func gathering() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { path, _ in response("answer to \(path)") }
    }
    try await withFetcher { fetcher in
      let tray = FetchTray(fetcher)
      for number in 0..<50 {
        tray.request(try FetchRequest(server.url("/\(number)")), number: number)
      }
      var numbers: [Int] = []
      while numbers.count < 50 {
        numbers += await tray.take(within: 10, gathering: 1_000).map(\.number)
      }
      #expect(numbers.sorted() == Array(0..<50))
      #expect(await tray.take(within: 0.001, gathering: 1_000).isEmpty)
    }
  }

  @Test("what was under way when the fetcher closes is delivered as cancelled")
  func closing() async throws {
    let server = try LoopbackServer { connection in connection.waitForClient(milliseconds: 9_000) }
    let fetcher = try Fetcher(configuration: .loopback)
    let tray = FetchTray(fetcher)
    tray.request(try FetchRequest(server.url("/")), number: 7)
    await fetcher.shutdown()
    let deliveries = await tray.take(within: 10)
    #expect(deliveries.map(\.number) == [7])
    #expect(deliveries.first?.result.failureCode == .cancelled)
    tray.request(try FetchRequest(server.url("/")), number: 8)
    #expect(await tray.take(within: 10).first?.result.failureCode == .cancelled)
  }
}
