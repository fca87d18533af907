import CCurl
import WebAddress

/// The loop that drives all transfers of one fetcher. Not Sendable: made, run and destroyed on its
/// own thread.
///
/// Each turn: take what came in, start what has room, wait for libcurl to have something to do and
/// let it, hand out what is finished. There is no waiting while anything came in meanwhile, and none
/// before freed places are filled again: that would sleep through the time the next requests could
/// run in.
final class TransferLoop {
  private let multi: MultiHandle
  private let inbox: Inbox
  private let setup: TransferSetup
  private let maximum: Int
  private var waiting = JobQueue()
  private var running: [UnsafeMutableRawPointer: Transfer] = [:]
  private var easyByID: [UInt64: UnsafeMutableRawPointer] = [:]
  private var idle: [Transfer] = []
  private var memory = TrustMemory()

  init(multi: MultiHandle, inbox: Inbox, configuration: FetcherConfiguration) {
    self.multi = multi
    self.inbox = inbox
    setup = TransferSetup(configuration)
    maximum = configuration.maximumConnections
  }

  func run() {
    while takeInbox() {
      fillPlaces()
      if !multi.turn(waiting: inbox.mayFallAsleep() ? 10_000 : 0) {
        failAll(FetchFailure(code: .other, detail: "curl_multi_socket_action"))
      }
      finishTransfers()
    }
    close()
  }

  /// False when the loop shall end.
  private func takeInbox() -> Bool {
    let delivery = inbox.take()
    for job in delivery.jobs { waiting.append(job) }
    for id in delivery.cancelled { cancel(id) }
    return !delivery.isStopping
  }

  private func cancel(_ id: UInt64) {
    if let easy = easyByID[id], let transfer = running[easy] {
      retire(transfer, answer: transfer.result(.failure(.cancelled)))
    } else if let job = waiting.remove(id) {
      job.completion(.notStarted(job.request, .cancelled))
    }
  }

  private func fillPlaces() {
    while running.count < maximum, let job = waiting.next() {
      if let refusal = job.request.refusal {
        job.completion(.notStarted(job.request, refusal))
      } else {
        start(job)
      }
    }
  }

  private func start(_ job: Job) {
    let attempt = Attempt(trust: memory.trust(for: job.request.url, now: Timepiece.tick()))
    do throws(CurlError) {
      let transfer = try handle(for: job)
      try transfer.begin(job, attempt: attempt)
      admit(transfer)
    } catch {
      job.completion(.notStarted(job.request, FetchFailure(code: .other, detail: error.detail)))
    }
  }

  private func handle(for job: Job) throws(CurlError) -> Transfer {
    if let used = idle.popLast() { return used }
    return try Transfer(setup: setup, job: job)
  }

  private func admit(_ transfer: Transfer) {
    running[transfer.key] = transfer
    easyByID[transfer.id] = transfer.key
    if !multi.add(transfer.easy) {
      let failure = FetchFailure(code: .other, detail: "curl_multi_add_handle")
      retire(transfer, answer: transfer.result(.failure(failure)))
    }
  }

  private func finishTransfers() {
    while let (easy, code) = multi.nextFinished() {
      guard let transfer = running[easy] else { continue }
      finish(transfer, code)
    }
  }

  private func finish(_ transfer: Transfer, _ code: CURLcode) {
    if let problem = transfer.provenProblem(code) {
      memory.learn(problem, of: transfer.request.url, now: Timepiece.tick())
    }
    guard let attempt = transfer.nextAttempt(after: code) else {
      return retire(transfer, answer: transfer.result(code))
    }
    multi.remove(transfer.easy)
    do throws(CurlError) {
      try transfer.beginAgain(attempt)
      admit(transfer)
    } catch {
      let failure = FetchFailure(code: .other, detail: error.detail)
      retire(transfer, answer: transfer.result(.failure(failure)))
    }
  }

  /// The one place where a started request ends: its completion is called here and nowhere else.
  private func retire(_ transfer: Transfer, answer: FetchResult) {
    multi.remove(transfer.easy)
    running[transfer.key] = nil
    easyByID[transfer.id] = nil
    let completion = transfer.release()
    idle.append(transfer)
    completion?(answer)
  }

  private func failAll(_ failure: FetchFailure) {
    for transfer in Array(running.values) {
      retire(transfer, answer: transfer.result(.failure(failure)))
    }
  }

  private func close() {
    failAll(.closed)
    while let job = waiting.next() { job.completion(.notStarted(job.request, .closed)) }
    // Handles before the multi handle, as curl_multi_cleanup asks; the inbox forgets it in between,
    // so that no other thread can wake what is being closed.
    idle = []
    inbox.detach()
    multi.close()
    inbox.finish()
  }
}

/// Requests that wait for a place, first come first served.
struct JobQueue {
  private var jobs: [UInt64: Job] = [:]
  private var order: [UInt64] = []
  private var first = 0

  mutating func append(_ job: Job) {
    jobs[job.id] = job
    order.append(job.id)
  }

  /// Takes a job out of its turn; its place in the order is passed over later.
  mutating func remove(_ id: UInt64) -> Job? { jobs.removeValue(forKey: id) }

  mutating func next() -> Job? {
    while first < order.count {
      let id = order[first]
      first += 1
      if first > 1_024 && first * 2 > order.count { compact() }
      if let job = jobs.removeValue(forKey: id) { return job }
    }
    return nil
  }

  private mutating func compact() {
    order.removeFirst(first)
    first = 0
  }
}
