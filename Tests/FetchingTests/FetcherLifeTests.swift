import Fetching
import Testing

@Suite("Life of a fetcher", .timeLimit(.minutes(1)))
struct FetcherLifeTests {
  /// Accepts requests and never answers; the stream says when one has arrived.
  private func silentServer() throws -> (LoopbackServer, arrivals: AsyncStream<Void>) {
    let (arrivals, signal) = AsyncStream.makeStream(of: Void.self)
    let server = try LoopbackServer { connection in
      _ = connection.readHead()
      signal.yield()
      connection.waitForClient(milliseconds: 9_000)
    }
    return (server, arrivals)
  }

  private func wait(for count: Int, _ arrivals: AsyncStream<Void>) async {
    var iterator = arrivals.makeAsyncIterator()
    for _ in 0..<count { await iterator.next() }
  }

  @Test("300 requests run in parallel, and each gets its own answer")
  func parallel() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { path, _ in response("answer to \(path)") }
    }
    let texts = try await withFetcher { fetcher in
      try await withThrowingTaskGroup(of: (Int, String).self) { group in
        for number in 0..<300 {
          group.addTask {
            let result = try await fetcher.fetch(FetchRequest(server.url("/\(number)")))
            return (number, try result.expectResponse().text)
          }
        }
        return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
      }
    }
    #expect(texts.count == 300)
    #expect(texts.allSatisfy { $0.value == "answer to /\($0.key)" })
  }

  @Test("no more transfers run than allowed, and the rest follow")
  func places() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, _ in response("ok") }
    }
    var configuration = FetcherConfiguration.loopback
    configuration.maximumConnections = 3
    try await withFetcher(configuration) { fetcher in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<50 {
          group.addTask {
            _ = try await fetcher.fetch(FetchRequest(server.url())).expectResponse()
          }
        }
        try await group.waitForAll()
      }
    }
    #expect(server.accepted.count <= 3)
  }

  @Test("cancelling answers at once, in flight and while waiting")
  func cancellation() async throws {
    let (server, arrivals) = try silentServer()
    var configuration = FetcherConfiguration.loopback
    configuration.maximumConnections = 1
    try await withFetcher(configuration) { fetcher in
      let clock = ContinuousClock()
      let running = Task { try await fetcher.fetch(FetchRequest(server.url("/running"))) }
      let waiting = Task { try await fetcher.fetch(FetchRequest(server.url("/waiting"))) }
      await wait(for: 1, arrivals)
      let start = clock.now
      waiting.cancel()
      let waitingResult = try await waiting.value
      #expect(waitingResult.failureCode == .cancelled)
      running.cancel()
      let runningResult = try await running.value
      #expect(runningResult.failureCode == .cancelled)
      #expect(clock.now - start < .seconds(5))
    }
  }

  @Test("a task that is already cancelled gets its answer too")
  func cancelledBefore() async throws {
    let (server, _) = try silentServer()
    try await withFetcher { fetcher in
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        return try await fetcher.fetch(FetchRequest(server.url()))
      }
      task.cancel()
      let taskResult = try await task.value
      #expect(taskResult.failureCode == .cancelled)
    }
  }

  @Test("a ticket cancels a request made with a completion")
  func ticket() async throws {
    let (server, _) = try silentServer()
    try await withFetcher { fetcher in
      let request = try FetchRequest(server.url())
      let result = await withCheckedContinuation { continuation in
        let ticket = fetcher.fetch(request) { continuation.resume(returning: $0) }
        fetcher.cancel(ticket)
        fetcher.cancel(ticket)
      }
      #expect(result.failureCode == .cancelled)
    }
  }

  @Test("a completion may make the next request")
  func chain() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, _ in response("ok") }
    }
    try await withFetcher { fetcher in
      let request = try FetchRequest(server.url())
      let count = await withCheckedContinuation { continuation in
        step(fetcher, request, done: 0, of: 50) { continuation.resume(returning: $0) }
      }
      #expect(count == 50)
    }
    #expect(server.accepted.count == 1)
  }

  @Test("shutting down ends what is in flight and what waits, and takes nothing more")
  func shutdown() async throws {
    let (server, arrivals) = try silentServer()
    var configuration = FetcherConfiguration.loopback
    configuration.maximumConnections = 5
    let fetcher = try Fetcher(configuration: configuration)
    let tasks = (0..<20).map { number in
      Task { try await fetcher.fetch(FetchRequest(server.url("/\(number)"))) }
    }
    await wait(for: 5, arrivals)
    await fetcher.shutdown()
    for task in tasks {
      let result = try await task.value
      #expect(result.failureCode == .cancelled)
    }
    let late = try await fetcher.fetch(FetchRequest(server.url()))
    #expect(late.failureCode == .cancelled)
    await fetcher.shutdown()
  }

  @Test("two fetchers share nothing: one ends, the other goes on")
  func independence() async throws {
    let server = try LoopbackServer { connection in
      connection.serveRequests { _, _ in response("ok") }
    }
    try await withFetcher { first in
      _ = try await first.fetch(FetchRequest(server.url())).expectResponse()
      try await withFetcher { second in
        _ = try await second.fetch(FetchRequest(server.url())).expectResponse()
      }
      _ = try await first.fetch(FetchRequest(server.url())).expectResponse()
    }
    #expect(server.accepted.count == 2)
  }
}

/// Fetches again and again from within the completion.
private func step(
  _ fetcher: Fetcher, _ request: FetchRequest, done: Int, of total: Int,
  finished: @escaping @Sendable (Int) -> Void
) {
  fetcher.fetch(request) { result in
    guard case .response = result.answer, done + 1 < total else {
      return finished(result.failureCode == nil ? done + 1 : done)
    }
    step(fetcher, request, done: done + 1, of: total, finished: finished)
  }
}
