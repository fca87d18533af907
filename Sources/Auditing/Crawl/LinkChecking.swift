import AuditModel
import Crawling
import Fetching
import Ledger
import PageModel
import WebAddress

/// The link checks of a crawl: which are open, what each host does for missing pages, and what a
/// visit means for the address it was made for.
struct LinkChecking {
  enum Decision {
    /// A page or file with content; nothing more to ask.
    case content
    /// To be looked at again; the text is the check as the ledger keeps it.
    case again(method: ResponseSummary.Method, notBefore: Instant, stored: String)
    case decided(LinkVerdict, stored: String)
  }

  private let policy: ConfirmationPolicy
  private let salt: String
  private var open: [String: LinkCheck] = [:]
  private var entries: [String: FrontierEntry] = [:]
  private var habits: [String: MissingPageHabit] = [:]
  private var asked: Set<String> = []
  /// What a host shows for addresses that cannot exist: at large, and beside certain addresses.
  private var controlFaces: [String: String] = [:]
  private var siblingFaces: [String: String] = [:]
  /// The address each sibling control was asked beside.
  private var siblings: [WebURL: WebURL] = [:]
  private var homeDigests: [String: String] = [:]

  /// What an earlier sweep concluded, by key.
  private let earlierVerdict: @Sendable (String) -> LinkVerdict?

  /// - Parameter salt: differs from sweep to sweep, so that no cache knows the control address.
  init(
    confirmAfter: Double, salt: String,
    earlierVerdict: @escaping @Sendable (String) -> LinkVerdict? = { _ in nil }
  ) {
    self.earlierVerdict = earlierVerdict
    policy = ConfirmationPolicy(confirmAfter: confirmAfter)
    self.salt = salt
  }

  func isOpen(_ entry: FrontierEntry) -> Bool { open[entry.ledgerKey] != nil }

  /// Takes a look in.
  /// - Returns: what follows for the address, and what this look alone says was wrong.
  mutating func judge(
    _ visit: Visit, _ journey: Journey, problem: RedirectChain.Problem?, at now: Instant
  ) -> (Decision, LinkVerdict.Cause?) {
    let (origin, key) = (journey.origin, journey.origin.ledgerKey)
    let habit = habit(for: visit)
    let summary = summary(of: visit, journey, problem)
    if open[key] == nil, origin.kind == .page, visit.isContent {
      let look = LookJudgement(summary, of: origin.url, expectsImage: false, habit: habit)
      if look.cause == nil { return (.content, nil) }
    }
    var check = open[key] ?? start(origin)
    let cause = check.record(summary, habit: habit, at: now)
    switch check.nextAction(at: now) {
    case .check(let method, let notBefore):
      open[key] = check
      entries[key] = origin
      let stored = StoredCheck(check: check, verdict: nil).text
      return (.again(method: method, notBefore: notBefore, stored: stored), cause)
    case .decided(let verdict):
      open[key] = nil
      entries[key] = nil
      return (.decided(verdict, stored: StoredCheck(check: nil, verdict: verdict).text), cause)
    }
  }

  /// The control address to fetch beside an address whose host's habit is not known yet.
  mutating func control(beside entry: FrontierEntry) -> FrontierEntry? {
    guard asked.insert(entry.url.origin).inserted,
      let url = MissingPageHabit.controlURL(on: entry.url, salt: salt)
    else { return nil }
    return FrontierEntry(url: url, kind: .control, referrer: entry.referrer)
  }

  /// A host may answer 404 for unknown folders and yet say "gone" with status 200 where its
  /// system keeps articles. An address of the same form with another number tells.
  mutating func sibling(of entry: FrontierEntry) -> FrontierEntry? {
    guard let url = entry.url.withOtherNumber, siblings[url] == nil else { return nil }
    siblings[url] = entry.url
    return FrontierEntry(url: url, kind: .control, referrer: entry.referrer)
  }

  /// Learns from a control fetch how the host answers for a page that cannot exist.
  mutating func learn(_ visit: Visit) {
    if let beside = siblings[visit.entry.url] {
      if visit.isContent { siblingFaces[beside.href] = visit.face }
      return
    }
    var summary = summary(of: visit, Journey(visit.entry), nil)
    if let target = visit.redirectTarget {
      summary.finalURL = target
      summary.status = 200
    }
    let origin = visit.entry.url.origin
    habits[origin] = MissingPageHabit(control: summary, requested: visit.entry.url)
    if habits[origin] == .page { controlFaces[origin] = visit.face }
  }

  /// What the control fetch taught, as the ledger keeps it.
  func storedHabit(of control: FrontierEntry) -> String? {
    if let beside = siblings[control.url] {
      return StoredHabit(face: siblingFaces[beside.href], beside: beside).text
    }
    let origin = control.url.origin
    return habits[origin].map { StoredHabit(habit: $0, face: controlFaces[origin]).text }
  }

  /// Takes up from the ledger what a control fetch taught.
  mutating func restoreHabit(_ stored: String, of control: FrontierEntry) {
    guard let learnt = StoredHabit(text: stored) else { return }
    if let beside = learnt.beside {
      siblings[control.url] = beside
      siblingFaces[beside.href] = learnt.face
    } else {
      let origin = control.url.origin
      asked.insert(origin)
      habits[origin] = learnt.habit
      controlFaces[origin] = learnt.face
    }
  }

  /// Takes up from the ledger what the home page contained.
  mutating func restoreHome(_ fetch: FetchRecord) {
    guard let origin = WebURL(fetch.url)?.origin else { return }
    homeDigests[origin] = fetch.archive?.digest
  }

  /// Remembers the home page's content, which some hosts answer with for every address.
  mutating func learnHome(_ visit: Visit) {
    if visit.isContent { homeDigests[visit.entry.url.origin] = visit.digest }
  }

  /// Takes an unfinished check up from the ledger.
  /// - Returns: what to do for it next; nil when it cannot be read and has to begin anew.
  mutating func takeUp(_ stored: String, of entry: FrontierEntry, at now: Instant)
    -> (method: ResponseSummary.Method, moment: Instant)?
  {
    guard let check = StoredCheck(text: stored)?.check,
      case .check(let method, let moment) = check.nextAction(at: now)
    else { return nil }
    open[entry.ledgerKey] = check
    entries[entry.ledgerKey] = entry
    return (method, moment)
  }

  /// Closes every open check with what is known now.
  mutating func giveUp(at now: Instant) -> [(FrontierEntry, String)] {
    defer { (open, entries) = ([:], [:]) }
    return open.keys.sorted().compactMap { key in
      guard let check = open[key], let entry = entries[key] else { return nil }
      return (entry, StoredCheck(check: nil, verdict: check.verdictIfStopped(at: now)).text)
    }
  }

  /// The page shows what the host shows for addresses that cannot exist.
  private func looksMissing(_ visit: Visit) -> Bool {
    guard visit.isContent else { return false }
    let known = [controlFaces[visit.entry.url.origin], siblingFaces[visit.entry.url.href]]
    guard known.contains(where: { $0 != nil }) else { return false }
    let face = visit.face
    return !face.isEmpty && known.contains(face)
  }

  private func habit(for visit: Visit) -> MissingPageHabit {
    if let face = siblingFaces[visit.entry.url.href], visit.isContent, face == visit.face {
      return .page
    }
    return habits[visit.entry.url.origin] ?? .unknown
  }

  private func start(_ entry: FrontierEntry) -> LinkCheck {
    if let verdict = earlierVerdict(entry.ledgerKey), verdict.state == .dead {
      return LinkCheck(
        url: entry.url, policy: policy, expectsImage: entry.kind == .image, confirming: verdict)
    }
    return LinkCheck(
      url: entry.url, policy: policy, expectsImage: entry.kind == .image,
      startsWithGet: entry.kind == .page)
  }

  private func summary(
    of visit: Visit, _ journey: Journey, _ problem: RedirectChain.Problem?
  ) -> ResponseSummary {
    var summary = visit.look ?? visit.summary()
    summary.redirects = Array(journey.chain.followed)
    let origin = visit.entry.url.origin
    summary.redirectProblem = problem
    summary.equalsControlPage = looksMissing(visit)
    summary.equalsHomePage =
      visit.isContent && homeDigests[origin] == visit.digest && visit.entry.priority != .entrance
    return summary
  }
}

extension LinkChecking {
  /// The verdict a stored check holds, or would hold if the sweep ended now.
  static func verdict(stored text: String) -> LinkVerdict? {
    guard let stored = StoredCheck(text: text) else { return nil }
    return stored.verdict ?? stored.check?.verdictIfStopped(at: Instant(milliseconds: .max / 2))
  }

  /// The verdict for an address that was known but not examined.
  static func refusal(_ address: AddressRecord) -> LinkVerdict? {
    guard address.state == .skipped, let reason = address.reason else { return nil }
    return LinkCheck.unchecked(cause(ofRefusal: reason))
  }

  private static func cause(ofRefusal reason: String) -> LinkVerdict.Cause {
    switch NotExamined(rawValue: reason) {
    case .robotsDeny, .robotsUnreachable: .robotsDeny
    case .privateAddress: .privateAddress
    case .unsupportedScheme: .unsupportedScheme
    case .hostUnreachable: .timeout
    default: .overBudget
    }
  }
}
