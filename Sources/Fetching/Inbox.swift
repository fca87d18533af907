import NIOConcurrencyHelpers

/// A request on its way to the loop thread.
struct Job: Sendable {
  let id: UInt64
  let request: FetchRequest
  let completion: @Sendable (FetchResult) -> Void
}

/// What other threads leave for the loop thread; everything in it is guarded by one lock.
final class Inbox: Sendable {
  /// What the loop takes out at once.
  struct Delivery {
    var jobs: [Job] = []
    var cancelled: [UInt64] = []
    var isStopping = false
  }

  private struct State {
    var delivery = Delivery()
    var lastID: UInt64 = 0
    /// The loop polls or is about to: a new entry must wake it. Otherwise it will look by itself,
    /// and the system call is saved.
    var isAsleep = false
    /// Nil once the loop has closed it.
    var multi: MultiHandle?
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  private let state: NIOLockedValueBox<State>

  init(multi: MultiHandle) {
    state = NIOLockedValueBox(State(multi: multi))
  }

  /// A number for a request to come.
  func nextID() -> UInt64 {
    state.withLockedValue { state in
      state.lastID += 1
      return state.lastID
    }
  }

  /// False when the loop takes no more requests; the completion is then left to the caller.
  func submit(_ job: Job) -> Bool {
    state.withLockedValue { state in
      guard state.multi != nil, !state.delivery.isStopping else { return false }
      state.delivery.jobs.append(job)
      wake(&state)
      return true
    }
  }

  /// Numbers that are not (or no longer) known are ignored by the loop.
  func cancel(_ id: UInt64) {
    state.withLockedValue { state in
      guard state.multi != nil else { return }
      state.delivery.cancelled.append(id)
      wake(&state)
    }
  }

  /// Asks the loop to end.
  func stop() {
    state.withLockedValue { state in
      state.delivery.isStopping = true
      wake(&state)
    }
  }

  /// Returns when the loop has closed everything.
  func ended() async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLockedValue { state in
        if state.multi != nil { state.waiters.append(continuation) }
        return state.multi == nil
      }
      if isOver { continuation.resume() }
    }
  }

  /// Loop thread: everything that has come in.
  func take() -> Delivery {
    state.withLockedValue { state in
      state.isAsleep = false
      let delivery = state.delivery
      state.delivery.jobs = []
      state.delivery.cancelled = []
      return delivery
    }
  }

  /// Loop thread: whether it may poll. From here on every entry wakes it.
  func mayFallAsleep() -> Bool {
    state.withLockedValue { state in
      let delivery = state.delivery
      state.isAsleep =
        delivery.jobs.isEmpty && delivery.cancelled.isEmpty && !delivery.isStopping
      return state.isAsleep
    }
  }

  /// Loop thread: nobody may wake the handle any more, it can be closed.
  func detach() {
    state.withLockedValue { $0.multi = nil }
  }

  /// Loop thread: tells those who wait that everything is closed.
  func finish() {
    let waiters = state.withLockedValue { state in
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  private func wake(_ state: inout State) {
    guard state.isAsleep else { return }
    state.isAsleep = false
    state.multi?.wake()
  }
}
