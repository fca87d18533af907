public import AuditModel
import Crawling
import Fetching
public import Ledger
import PageModel
public import WebAddress

/// Tries to open home pages, one round at a time, and keeps what came of it in the ledger.
public actor AvailabilitySampler {
  private let ledger: LedgerStore
  private let homes: [WebURL]
  private let witnesses: [WebURL]
  private let fetcher: Fetcher
  private let names: NameCheck
  private let now: @Sendable () -> Instant
  /// Whether robots.txt lets us ask for the home page; asked once in a run.
  private var permissions: [WebURL: Bool] = [:]

  /// - Parameters:
  ///   - homes: the home pages, each once.
  ///   - options: where hosts are, and whether our own network may be asked.
  ///   - witnesses: addresses outside that tell whether our own network is there; asked only when
  ///     no home page gives a sign of life.
  /// - Throws: ``AuditError`` with code `options`.
  public init(
    ledger: LedgerStore, homes: [WebURL], options: AuditOptions, witnesses: [WebURL],
    now: @escaping @Sendable () -> Instant
  ) throws(AuditError) {
    fetcher = try Fetcher.started(options)
    names = NameCheck(overridden: Set(options.resolve.map(\.host)))
    (self.ledger, self.homes, self.witnesses, self.now) = (ledger, homes, witnesses, now)
  }

  /// Tries every home page once and keeps the samples.
  /// - Returns: what came of it, in the order of the pages.
  /// - Throws: ``AuditError`` with code `ledger`.
  @discardableResult
  public func round() async throws(AuditError) -> [(home: WebURL, sample: AvailabilitySample)] {
    var round = AvailabilityRound()
    for one in await tries() { round.take(one) }
    var isWitnessed = false
    if round.needsWitness { isWitnessed = await witness() }
    let samples = round.samples(witnessed: isWitnessed)
    for (home, sample) in samples {
      try keep { try ledger.record([sample], home: home.href) }
    }
    return samples
  }

  /// Ends the fetcher.
  public func shutdown() async { await fetcher.shutdown() }

  private func tries() async -> [AvailabilityRound.Try] {
    await withTaskGroup(of: (Int, AvailabilityRound.Try).self) { group in
      for (index, home) in homes.enumerated() {
        group.addTask { (index, await self.attempt(home)) }
      }
      var tries: [Int: AvailabilityRound.Try] = [:]
      for await (index, one) in group { tries[index] = one }
      return homes.indices.compactMap { tries[$0] }
    }
  }

  private func attempt(_ home: WebURL) async -> AvailabilityRound.Try {
    let isAllowed = await mayAsk(home)
    let startedAt = now()
    guard isAllowed else { return denied(home, at: startedAt) }
    var chain = RedirectChain(home)
    var cookies = CookieJar()
    var spent = 0
    while true {
      let visit = await visit(
        chain.last, cookies.header(for: chain.last, at: now()), left: limit - spent)
      spent += visit.result.duration
      if let response = visit.response {
        cookies.take(response.fields, from: chain.last, at: now())
      }
      var look = visit.summary()
      let step = chain.advance(status: visit.status, location: visit.response?.field("Location"))
      if case .follow = step, spent < limit { continue }
      if case .stopped(let problem) = step { look.redirectProblem = problem }
      if case .follow = step { look.failure = .timeout }
      return AvailabilityRound.Try(
        home: home, at: startedAt, duration: spent, look: look, sight: .init(visit.result))
    }
  }

  private var limit: Int { AvailabilityRound.patience }

  private func visit(_ url: WebURL, _ cookie: HeaderField?, left: Int) async -> Visit {
    let limits = FetchLimits(connectTimeout: max(1, left), totalTimeout: max(1, left))
    let request = FetchRequest(url: url, headers: cookie.map { [$0] } ?? [], limits: limits)
    let result = await names.examined(await fetcher.fetch(request))
    var visit = Visit(entry: FrontierEntry(url: url, kind: .page), result: result, digest: "")
    if let response = visit.response, visit.isHTML, visit.redirectTarget == nil {
      visit.page = PageReader().sketch(
        body: response.body, url: url, contentType: response.field("Content-Type"))
    }
    return visit
  }

  /// A robots.txt that cannot be read forbids nothing here: whether the site answers is what is
  /// asked.
  private func mayAsk(_ home: WebURL) async -> Bool {
    if let known = permissions[home] { return known }
    guard let url = WebURL("/robots.txt", base: home) else { return true }
    let result = await fetcher.fetch(
      FetchRequest(
        url: url,
        limits: FetchLimits(bodyBytes: 512 << 10, connectTimeout: limit, totalTimeout: limit)))
    guard case .response(let response) = result.answer, response.status == 200 else { return true }
    let isAllowed = RobotsRules(response.body, agent: "Mingcha").allows(home)
    permissions[home] = isAllowed
    return isAllowed
  }

  private func denied(_ home: WebURL, at moment: Instant) -> AvailabilityRound.Try {
    var denied = AvailabilityRound.Try(
      home: home, at: moment, duration: 0,
      look: ResponseSummary(method: .get, status: 0, finalURL: home), sight: .neutral)
    denied.isDenied = true
    return denied
  }

  /// Whether anybody outside answers in any way.
  private func witness() async -> Bool {
    for url in witnesses {
      let request = FetchRequest(
        url: url, method: .head,
        limits: FetchLimits(connectTimeout: limit, totalTimeout: limit))
      let result = await names.examined(await fetcher.fetch(request))
      if OutageWatch.Sight(result) == .reached { return true }
    }
    return false
  }
}
