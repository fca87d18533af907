import NIOConcurrencyHelpers

/// Where the results of many requests arrive, to be taken out together by one task.
///
/// Waking a task costs about as much as taking in a result; while the task is busy with what it
/// took, the next results gather here and cost no wake at all.
public final class FetchTray: Sendable {
  /// A result, with the number its request was given.
  public struct Delivery: Sendable {
    /// The number given to ``FetchTray/request(_:number:)``.
    public let number: Int
    /// What came of the request.
    public let result: FetchResult
  }

  private struct State {
    var arrived: [Delivery] = []
    var waiting: CheckedContinuation<Void, Never>?
  }

  private let fetcher: Fetcher
  private let state = NIOLockedValueBox(State())

  /// A tray for requests made with `fetcher`.
  public init(_ fetcher: Fetcher) { self.fetcher = fetcher }

  /// Makes a request; its result is delivered here under `number`, once.
  public func request(_ request: FetchRequest, number: Int) {
    fetcher.fetch(request) { [self] result in
      wake { $0.arrived.append(Delivery(number: number, result: result)) }
    }
  }

  /// Everything that has arrived; waits for the first result, at most `seconds`. One task at a time.
  ///
  /// - Parameter enough: when fewer have arrived, a moment more is given to the others: what is done
  ///   for results together (a commit, a wake) costs the same for one as for fifty.
  public func take(within seconds: Double, gathering enough: Int = 1) async -> [Delivery] {
    let arrived = await first(within: seconds)
    guard !arrived.isEmpty, arrived.count < enough else { return arrived }
    try? await Task.sleep(for: FetchTray.moment)
    return arrived + takeNow()
  }

  /// Short beside any pause between two requests to one host.
  private static let moment = Duration.milliseconds(1)

  private func first(within seconds: Double) async -> [Delivery] {
    let arrived = takeNow()
    if !arrived.isEmpty { return arrived }
    var alarm: Task<Void, Never>?
    await withCheckedContinuation { continuation in
      let isThere = state.withLockedValue { state in
        if state.arrived.isEmpty { state.waiting = continuation }
        return !state.arrived.isEmpty
      }
      if isThere { return continuation.resume() }
      // Set only now: an alarm that went off before anybody waited would wake nobody, and with no
      // request under way nothing else would. One that goes off after its wait is over only ends
      // the next one early.
      alarm = Task {
        try? await Task.sleep(for: .seconds(seconds))
        if !Task.isCancelled { wake { _ in } }
      }
    }
    alarm?.cancel()
    return takeNow()
  }

  private func takeNow() -> [Delivery] {
    state.withLockedValue { state in
      defer { state.arrived = [] }
      return state.arrived
    }
  }

  private func wake(_ change: (inout State) -> Void) {
    let waiting = state.withLockedValue { state in
      change(&state)
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume()
  }
}
