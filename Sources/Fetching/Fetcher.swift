/// Fetches pages over HTTP with libcurl, hundreds at a time, on one thread of its own.
///
/// One request is one hop: redirects, cookies and retries are the caller's. Two fetchers share
/// nothing. Call ``shutdown()`` and await it before the process ends; a fetcher that is merely let
/// go of ends its thread too, but at a time nobody can tell.
public final class Fetcher: Sendable {
  private let inbox: Inbox

  /// Starts the loop thread. Throws when the configuration cannot be used.
  public init(configuration: FetcherConfiguration) throws(FetcherConfigurationError) {
    try configuration.validate()
    let multi: MultiHandle
    do {
      multi = try MultiHandle(
        idleConnections: OpenFiles.idleConnections(atLeast: configuration.maximumConnections))
    } catch {
      throw FetcherConfigurationError(code: .libcurl, value: error.detail)
    }
    let inbox = Inbox(multi: multi)
    let isRunning = startThread {
      TransferLoop(multi: multi, inbox: inbox, configuration: configuration).run()
    }
    guard isRunning else {
      multi.close()
      throw FetcherConfigurationError(code: .libcurl, value: "no thread")
    }
    self.inbox = inbox
  }

  deinit { inbox.stop() }

  /// Makes one request. Cancelling the task ends the transfer and answers with `cancelled`.
  public func fetch(_ request: FetchRequest) async -> FetchResult {
    let id = inbox.nextID()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        submit(Job(id: id, request: request) { continuation.resume(returning: $0) })
        // A cancellation that came before the request did would find nothing to cancel.
        if Task.isCancelled { inbox.cancel(id) }
      }
    } onCancel: {
      inbox.cancel(id)
    }
  }

  /// Makes one request and hands the result to `completion`, once.
  ///
  /// `completion` runs on the loop thread, where every other transfer waits for it: it must be
  /// brief and must not block. It may call ``fetch(_:completion:)``.
  @discardableResult
  public func fetch(
    _ request: FetchRequest, completion: @escaping @Sendable (FetchResult) -> Void
  ) -> FetchTicket {
    let id = inbox.nextID()
    submit(Job(id: id, request: request, completion: completion))
    return FetchTicket(id: id)
  }

  /// Ends the request early; its completion gets `cancelled` unless the result was already there.
  public func cancel(_ ticket: FetchTicket) { inbox.cancel(ticket.id) }

  /// Ends the transfers in flight with `cancelled`, closes every connection and returns when the
  /// loop is over. May be called more than once.
  public func shutdown() async {
    inbox.stop()
    await inbox.ended()
  }

  private func submit(_ job: Job) {
    if !inbox.submit(job) { job.completion(.notStarted(job.request, .closed)) }
  }
}

/// Names a request made with ``Fetcher/fetch(_:completion:)``.
public struct FetchTicket: Sendable, Hashable {
  let id: UInt64
}

extension FetchResult {
  /// The result of a request that never reached the wire.
  static func notStarted(_ request: FetchRequest, _ failure: FetchFailure) -> FetchResult {
    FetchResult(
      request: request, startedAt: Timepiece.now(), duration: 0, remoteAddress: "",
      requestHead: [], answer: .failure(failure))
  }
}

extension FetchFailure {
  static let closed = FetchFailure(code: .cancelled, detail: "the fetcher was shut down")
  static let cancelled = FetchFailure(code: .cancelled, detail: "cancelled by the caller")
}
