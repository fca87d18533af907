import AuditModel
import Crawling
import Fetching
import Ledger
import PageModel
import WebAddress

/// Everything a crawl knows, without sockets, files or a clock: takes finished visits, and gives
/// steps to commit.
struct CrawlState {
  var frontier: Frontier
  private(set) var doneCount = 0
  private(set) var lastSubject = ""
  /// Whether something answered with content; until then there is nothing to conclude from.
  private(set) var hasReadPages = false
  private var discovery: Discovery
  private let seeds: [WebURL]
  /// A host whose robots.txt fails is asked again as soon as a dead link would be.
  private let robotsRetryDelay: Double
  private var checks: LinkChecking
  private var cookies = CookieJar()
  private let delay: Double
  private var journeys = Journeys()
  /// Pages asked once more because the first answer broke off.
  private var triedAgain: Set<String> = []
  private static let secondTryDelay = 2.0
  private var steps: [CrawlStep] = []
  /// Rows that ``drain()`` would give.
  private(set) var unsavedCount = 0
  private var refused: [AddressRecord] = []
  let earlier: EarlierSweeps
  /// Addresses whose earlier captures are still to be taken over.
  var carried: [(FrontierEntry, EarlierLook)] = []
  /// Keys of pages to be asked for without condition, because their earlier captures are lost.
  private(set) var unconditional: Set<String> = []

  init(
    options: AuditOptions, units: [AuditedUnit], asOf: Day, salt: String,
    earlier: EarlierSweeps = .none
  ) {
    self.earlier = earlier
    let scope = Scope(
      units.flatMap { unit in
        (unit.scopes.isEmpty ? [WebURL(unit.homePage)?.origin ?? unit.homePage] : unit.scopes)
          + [unit.platformPage].compactMap { $0 }
      })
    frontier = Frontier(
      scope: scope,
      politeness: Politeness(delay: options.delay, concurrency: options.connectionsPerHost),
      limits: FrontierLimits(
        pages: options.pageLimit ?? AuditOptions.addressLimit, depth: options.depthLimit,
        queued: AuditOptions.addressLimit),
      allowsPrivateAddresses: options.allowsPrivate,
      obeysRobots: options.obeysRobots, asOf: asOf)
    delay = options.delay
    discovery = Discovery(
      scope: scope, checksExternalLinks: options.checksExternalLinks,
      depthLimit: options.depthLimit)
    robotsRetryDelay = min(options.confirmAfter, RobotsDecision.retryDelay)
    checks = LinkChecking(
      confirmAfter: options.confirmAfter, salt: salt, earlierVerdict: earlier.verdict(on:))
    seeds = units.flatMap { [$0.homePage, $0.platformPage].compactMap { $0 } }
      .compactMap { WebURL($0) }
  }

  /// Takes the crawl up where the ledger left it; a new one starts with the seeds.
  mutating func restore(from journal: CrawlJournal, now: Instant) throws {
    for (host, moment) in try journal.hostDelays(at: now) {
      guard let url = WebURL("http://\(host)/") else { continue }
      frontier.restoreHost(url, notBefore: moment, at: now)
    }
    var open: [(FrontierEntry, String?)] = []
    var entrances: [FrontierEntry] = []
    try journal.forEachAddress { address, check in
      guard let entry = FrontierEntry(address) else { return }
      guard address.state != .queued else { return open.append((entry, check)) }
      remember(entry, address.state, check)
      if entry.kind == .page, entry.priority == .entrance { entrances.append(entry) }
    }
    for entry in entrances {
      if let home = try journal.content(of: entry.ledgerKey) { checks.restoreHome(home) }
    }
    // What was on the wire when the last run died is not known: every host gets its whole pause.
    if doneCount + open.count > 0 { frontier.hold(until: now.adding(seconds: delay)) }
    for (entry, check) in open { takeUp(entry, check: check, at: now) }
    let known = seeds.compactMap { seed in
      admit([FrontierEntry(url: seed, kind: .page, priority: .entrance)]).first
    }
    try journal.add(known)
    try journal.commit([], skipped: drain().skipped, hosts: [:])
  }

  /// Takes a finished address in again, with what was learnt from it.
  private mutating func remember(
    _ entry: FrontierEntry, _ state: AddressRecord.State, _ check: String?
  ) {
    frontier.addKnown(entry, wasFetched: state == .done)
    doneCount += 1
    if entry.kind == .page, state == .done { hasReadPages = true }
    if entry.kind == .control, let check { checks.restoreHabit(check, of: entry) }
  }

  /// Takes a finished visit in.
  mutating func take(_ visit: Visit, at now: Instant) {
    lastSubject = visit.entry.url.host
    if let response = visit.response {
      cookies.take(response.fields, from: visit.result.request.url, at: now)
    }
    if visit.entry.kind == .robots { return takeRobots(visit, at: now) }
    frontier.complete(visit.entry, FrontierFeedback(visit.result), at: now)
    if visit.hasLostEarlier {
      unconditional.insert(visit.entry.ledgerKey)
      return frontier.requeue(visit.entry, notBefore: now)
    }
    let journey = journeys.take(for: visit.entry)
    switch visit.entry.kind {
    case .sitemap: takeSitemap(visit)
    case .control: takeControl(visit)
    default: advance(visit, journey, at: now)
    }
  }

  /// The cookies an entry's request has to carry.
  func cookie(for entry: FrontierEntry, at now: Instant) -> HeaderField? {
    cookies.header(for: entry.url, at: now)
  }

  /// What is to be committed since the last call.
  mutating func drain() -> (steps: [CrawlStep], skipped: [AddressRecord], hosts: [String: Instant])
  {
    let given = frontier.drainSkipped().map {
      AddressRecord($0.entry, state: .skipped, reason: $0.reason.rawValue)
    }
    defer { (steps, refused, unsavedCount) = ([], [], 0) }
    return (steps, given + refused, frontier.drainHostTimes())
  }

  private mutating func keep(_ step: CrawlStep) {
    steps.append(step)
    unsavedCount += 1 + step.discovered.count
  }

  /// Ends checks that could not be decided in this sweep: what looked dead stays suspected.
  mutating func giveUpChecks(at now: Instant) {
    for (entry, text) in checks.giveUp(at: now) {
      keep(CrawlStep(finished: AddressRecord(entry, state: .done), linkCheck: text))
    }
  }
}

// MARK: - What visits lead to

extension CrawlState {
  /// A redirect is a new request: scope, robots.txt and pauses apply to its target again.
  private mutating func advance(_ visit: Visit, _ journey: Journey, at now: Instant) {
    var journey = journey
    let step = journey.chain.advance(
      status: visit.status, location: visit.response?.field("Location"))
    switch step {
    case .arrived: settle(visit, journey, problem: nil, at: now)
    case .stopped(let problem): settle(visit, journey, problem: problem, at: now)
    case .follow(let target): follow(visit, journey, to: target, at: now)
    }
  }

  private mutating func follow(
    _ visit: Visit, _ journey: Journey, to target: WebURL, at now: Instant
  ) {
    var next = visit.entry
    next.url = target
    if let refusal = frontier.refusalOfHop(to: target, kind: next.kind) {
      return turnBack(visit, journey, refusal)
    }
    let isFirstLook = next.kind == .page && !checks.isOpen(journey.origin)
    // To a twin (`https`, `www.`, the same again with a cookie) it is still the way to one page.
    let isTwin = journey.chain.hops.dropLast().contains { $0.identity == target.identity }
    guard isFirstLook, !isTwin, !journey.chain.endsAtHome else {
      return goOn(visit, journey, with: next, at: now)
    }
    // A page on the way is a page of its own: it is read once, whoever leads there.
    if frontier.add(next) == .queued {
      journeys.send(Journey(origin: next, chain: journey.chain), with: next)
      let address = AddressRecord(next, state: .queued)
      return finish(visit, journey, check: nil, isDone: true, discovered: [address])
    }
    finish(visit, journey, check: nil, isDone: true)
  }

  /// Asks for the next hop for the entry the way began at; ``RedirectChain`` ends circles.
  private mutating func goOn(
    _ visit: Visit, _ journey: Journey, with next: FrontierEntry, at now: Instant
  ) {
    journeys.send(journey, with: next)
    frontier.requeue(next, notBefore: now)
    finish(visit, journey, check: nil, isDone: false)
  }

  /// The redirect leads where we may not go. Out of scope it is as good as an answer; into a
  /// private network, or past robots.txt, nothing can be said.
  private mutating func turnBack(_ visit: Visit, _ journey: Journey, _ refusal: NotExamined) {
    if refusal == .outOfScope { return finish(visit, journey, check: nil, isDone: true) }
    doneCount += 1
    refused.append(
      AddressRecord(journey.origin, state: .skipped, reason: refusal.rawValue))
    keep(
      CrawlStep(
        finished: AddressRecord(journey.origin, state: .skipped, reason: refusal.rawValue),
        fetch: visit.record(key: journey.origin.ledgerKey, cause: nil)))
  }

  /// An answer that is no redirect, or one that leads nowhere further.
  private mutating func settle(
    _ visit: Visit, _ journey: Journey, problem: RedirectChain.Problem?, at now: Instant
  ) {
    if problem == nil, let again = secondTry(visit, journey, at: now) {
      frontier.requeue(again, notBefore: now.adding(seconds: Self.secondTryDelay))
      return finish(visit, journey, check: nil, isDone: false)
    }
    if visit.entry.priority == .entrance { checks.learnHome(visit) }
    let (decision, cause) = checks.judge(visit, journey, problem: problem, at: now)
    switch decision {
    case .content: read(visit, journey, check: nil)
    case .decided(let verdict, let stored):
      if verdict.state == .alive { return read(visit, journey, check: stored) }
      finish(visit, journey, cause: cause, check: stored, isDone: true)
    case .again(let method, let moment, let stored):
      var entry = journey.origin
      entry.method = method == .head ? .head : .get
      frontier.requeue(entry, notBefore: moment)
      finish(visit, journey, cause: cause, check: stored, isDone: false)
      if cause == .softNotFound, let sibling = checks.sibling(of: visit.entry) {
        frontier.add(sibling)
      }
    }
    askControl(beside: visit.entry)
  }

  private mutating func read(_ visit: Visit, _ journey: Journey, check: String?) {
    let isPage = journey.origin.kind == .page
    if isPage { hasReadPages = true }
    var found: [FrontierEntry] = []
    if isPage, let page = visit.page { found = discovery.entries(in: page, of: visit.entry) }
    finish(visit, journey, check: check, isDone: true, discovered: admit(found))
  }

  private mutating func finish(
    _ visit: Visit, _ journey: Journey, cause: LinkVerdict.Cause? = nil, check: String?,
    isDone: Bool, discovered: [AddressRecord] = []
  ) {
    if isDone { doneCount += 1 }
    keep(
      CrawlStep(
        finished: AddressRecord(journey.origin, state: isDone ? .done : .queued),
        fetch: visit.record(key: journey.origin.ledgerKey, cause: cause),
        discovered: discovered, linkCheck: check))
  }

  private mutating func takeControl(_ visit: Visit) {
    checks.learn(visit)
    let habit = checks.storedHabit(of: visit.entry)
    finish(visit, Journey(visit.entry), check: habit, isDone: true)
  }

  private mutating func takeRobots(_ visit: Visit, at now: Instant) {
    let tries = frontier.robotsTries(of: visit.entry)
    frontier.completeRobots(
      visit.entry, RobotsReading.decision(visit, attempt: tries, retryDelay: robotsRetryDelay),
      FrontierFeedback(visit.result), at: now)
    keep(
      CrawlStep(
        finished: AddressRecord(visit.entry, state: .done),
        fetch: visit.record(key: visit.entry.ledgerKey, cause: nil),
        discovered: admit(RobotsReading.sitemaps(visit, scope: frontier.scope))))
  }

  private mutating func takeSitemap(_ visit: Visit) {
    var found: [AddressRecord] = []
    if let response = visit.response {
      SitemapReader.read(SitemapBody(response.body).bytes)
        .forEachEntry(of: visit.entry, scope: frontier.scope) { entry in
          if let record = admitAnew(entry) { found.append(record) }
        }
    }
    finish(visit, Journey(visit.entry), check: nil, isDone: true, discovered: found)
  }

  /// A page whose connection broke in the middle is asked once more before it is taken as it is.
  private mutating func secondTry(
    _ visit: Visit, _ journey: Journey, at now: Instant
  ) -> FrontierEntry? {
    let origin = journey.origin
    guard origin.kind == .page, visit.isContent, visit.response?.truncation == .connectionLost,
      !checks.isOpen(origin), triedAgain.insert(origin.ledgerKey).inserted
    else { return nil }
    return origin
  }

  /// One path that cannot exist, per host, tells how the host answers when a page is missing.
  private mutating func askControl(beside entry: FrontierEntry) {
    guard entry.kind == .page || checks.isOpen(entry) else { return }
    if let control = checks.control(beside: entry) { frontier.add(control) }
  }

  @discardableResult
  private mutating func admit(_ entries: [FrontierEntry]) -> [AddressRecord] {
    entries.compactMap { admitAnew($0) }
  }

  /// Queues an entry, whatever earlier sweeps knew of it.
  mutating func add(_ entry: FrontierEntry) -> AddressRecord? {
    switch frontier.add(entry) {
    case .queued: return AddressRecord(entry, state: .queued)
    case .known: return nil
    case .refused(let reason):
      refuse(entry, reason)
      return nil
    }
  }

  mutating func refuse(_ entry: FrontierEntry, _ reason: NotExamined) {
    refused.append(AddressRecord(entry, state: .skipped, reason: reason.rawValue))
  }

  func isChecked(_ entry: FrontierEntry) -> Bool { checks.isOpen(entry) }

  /// Ends an address whose earlier answer still holds, and goes on from the page it is.
  mutating func finishCarried(_ visit: CarriedVisit, _ fetch: FetchRecord?) {
    doneCount += 1
    if visit.entry.kind == .page { hasReadPages = true }
    let found = visit.page.map { discovery.entries(in: $0, of: visit.entry) } ?? []
    keep(
      CrawlStep(
        finished: AddressRecord(visit.entry, state: .done), fetch: fetch,
        discovered: admit(found), linkCheck: visit.look.linkCheck))
  }

  private mutating func takeUp(_ entry: FrontierEntry, check: String?, at now: Instant) {
    frontier.addKnown(entry)
    guard let check, let next = checks.takeUp(check, of: entry, at: now) else {
      if case .carry(let look) = earlier.plan(for: entry) { return carried.append((entry, look)) }
      return frontier.requeue(entry, notBefore: now)
    }
    var again = entry
    again.method = next.method == .head ? .head : .get
    frontier.requeue(again, notBefore: next.moment)
  }
}
