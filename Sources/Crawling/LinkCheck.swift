public import AuditModel
public import WebAddress

/// What to do for a link next.
public enum LinkCheckAction: Sendable, Hashable {
  /// Look again by this method, not before then.
  case check(method: ResponseSummary.Method, notBefore: Instant)
  case decided(LinkVerdict)
}

/// The way from a first look to a verdict.
///
/// HEAD and GET make the first round; whatever looks dead is looked at again after
/// ``ConfirmationPolicy/confirmAfter``. Dead needs two methods and two times (three for faults
/// that pass); anything a firewall answered is blocked, and a run that ends early leaves a
/// suspicion. One good look ends the matter.
public struct LinkCheck: Sendable, Hashable, Codable {
  /// The address the link names.
  public let url: WebURL
  /// The rule applied.
  public let policy: ConfirmationPolicy
  /// Everything seen, in order.
  public private(set) var sightings: [LinkSighting] = []

  private let expectsImage: Bool
  private let startsWithGet: Bool
  /// What an earlier sweep saw before it called the link dead; nil once this one has seen enough to
  /// agree or to begin anew.
  private var earlier: [LinkSighting]?
  /// Looks of an earlier sweep that are kept, so that a link that stays dead for years does not
  /// grow.
  private static let earlierLimit = 6
  /// A HEAD that answered for content nobody has to read.
  private var headSufficed = false
  /// A GET showed the very page the host gives for addresses that cannot exist.
  private var controlAgreed = false
  /// The host sends visitors home from every missing address, known from a control fetch.
  private var homeIsHabit = false
  private var resumeAt: Instant?

  /// - Parameters:
  ///   - expectsImage: the link is an image's source, so a page in its place is a fault.
  ///   - startsWithGet: content is wanted anyway (a page of the crawl): GET first, then HEAD.
  public init(
    url: WebURL, policy: ConfirmationPolicy, expectsImage: Bool = false,
    startsWithGet: Bool = false
  ) {
    self.url = url.withoutFragment
    self.policy = policy
    self.expectsImage = expectsImage
    self.startsWithGet = startsWithGet
  }

  /// A check of a link that an earlier sweep found dead. One GET that sees the same confirms it;
  /// one that does not makes it a check like any other.
  public init(
    url: WebURL, policy: ConfirmationPolicy, expectsImage: Bool = false,
    confirming verdict: LinkVerdict
  ) {
    self.init(url: url, policy: policy, expectsImage: expectsImage, startsWithGet: true)
    guard verdict.state == .dead else { return }
    let half = LinkCheck.earlierLimit / 2
    let all = verdict.sightings
    earlier = all.count <= 2 * half ? all : Array(all.prefix(half) + all.suffix(half))
  }

  /// Takes in a look.
  ///
  /// - Parameter habit: how the host answers for missing pages, when a control fetch told.
  /// - Returns: what this look alone says is wrong, nil when nothing.
  @discardableResult
  public mutating func record(
    _ look: ResponseSummary, habit: MissingPageHabit = .unknown, at now: Instant
  ) -> LinkVerdict.Cause? {
    let judgement = LookJudgement(look, of: url, expectsImage: expectsImage, habit: habit)
    sightings.append(
      LinkSighting(
        method: look.method.rawValue, at: now, status: look.status, cause: judgement.cause,
        finalURL: look.finalURL.href, detail: LinkCheck.shortened(judgement.detail)))
    if look.method != .head { takeEarlierIn() }
    if look.method == .head, judgement.cause == nil { headSufficed = !look.isHTML }
    if look.method != .head, look.equalsControlPage, habit == .page { controlAgreed = true }
    if habit == .redirectsHome { homeIsHabit = true }
    if judgement.cause == .rateLimit || judgement.cause == .ownFault {
      let pause = max(policy.confirmAfter, min(look.retryAfter ?? 0, 86_400))
      resumeAt = now.adding(seconds: pause)
    }
    return judgement.cause
  }

  private static func shortened(_ detail: String) -> String {
    detail.utf8.count <= 200 ? detail : String(detail.prefix(200))
  }

  private mutating func takeEarlierIn() {
    guard let seen = earlier, let last = sightings.last else { return }
    earlier = nil
    let kind = LinkCheck.kind(of: last.cause)
    guard kind != nil, kind == LinkCheck.kind(of: seen.last { $0.method != "HEAD" }?.cause) else {
      return
    }
    sightings = seen + sightings
  }

  /// What to do at this moment.
  public func nextAction(at now: Instant) -> LinkCheckAction {
    guard let first = sightings.first else {
      return .check(method: startsWithGet ? .get : .head, notBefore: now)
    }
    if let verdict = immediateVerdict { return .decided(verdict) }
    guard sightings.count < policy.lookLimit else { return .decided(verdict(.suspected)) }
    guard let last = decisive.last, let cause = last.cause else {
      return .check(method: .get, notBefore: max(now, resumeAt ?? first.at))
    }
    return LinkCheck.isBlocking(cause) ? afterBlock(cause, now) : afterFault(cause, now)
  }

  /// The verdict when the run ends now: nothing is dead that was not confirmed.
  public func verdictIfStopped(at now: Instant) -> LinkVerdict {
    if case .decided(let verdict) = nextAction(at: now) { return verdict }
    guard let cause = (decisive.last ?? sightings.last)?.cause else { return verdict(.unchecked) }
    return verdict(LinkCheck.isBlocking(cause) ? .blocked : .suspected)
  }

  /// The verdict for a link that may not or cannot be looked at.
  public static func unchecked(_ cause: LinkVerdict.Cause) -> LinkVerdict {
    LinkVerdict(state: .unchecked, cause: cause)
  }
}

// MARK: - Deciding

extension LinkCheck {
  /// Looks that show content; HEAD only counts as a second method beside one of them.
  private var decisive: [LinkSighting] { sightings.filter { $0.method != "HEAD" } }

  private var immediateVerdict: LinkVerdict? {
    if headSufficed || decisive.contains(where: { $0.cause == nil }) { return verdict(.alive) }
    if let refused = sightings.first(where: { LinkCheck.isRefusal($0.cause) }) {
      return LinkVerdict(
        state: .unchecked, cause: refused.cause, sightings: sightings,
        confirmAfter: policy.confirmAfter)
    }
    return nil
  }

  private func afterBlock(_ cause: LinkVerdict.Cause, _ now: Instant) -> LinkCheckAction {
    if policy.hasBrowser, count(of: .browser) == 0 {
      return .check(method: .browser, notBefore: now)
    }
    // A limiter may let us in later, and our network come back; a firewall asked twice is only
    // annoyed.
    if cause == .rateLimit || cause == .ownFault,
      decisive.count(where: { $0.cause == cause }) < 2
    {
      return .check(method: .get, notBefore: max(now, resumeAt ?? now))
    }
    return .decided(verdict(.blocked))
  }

  private func afterFault(_ cause: LinkVerdict.Cause, _ now: Instant) -> LinkCheckAction {
    if count(of: .head) == 0 { return .check(method: .head, notBefore: now) }
    let rounds = agreeingRounds(cause)
    if rounds.count < policy.sightingsNeeded(for: cause) {
      let due = (rounds.last ?? now).adding(seconds: policy.confirmAfter)
      return .check(method: nextMethod, notBefore: max(due, now))
    }
    if hasSecondWitness(cause) { return .decided(verdict(.dead)) }
    if policy.hasBrowser, count(of: .browser) == 0 {
      return .check(method: .browser, notBefore: now)
    }
    if LinkCheck.isVisibleToHead(cause), count(of: .head) < 2 {
      return .check(method: .head, notBefore: now)
    }
    return .decided(verdict(.suspected))
  }

  private var nextMethod: ResponseSummary.Method {
    policy.hasBrowser && count(of: .browser) == 0 ? .browser : .get
  }

  /// The beginnings of rounds in which the target was seen with the same kind of fault, each at
  /// least ``ConfirmationPolicy/confirmAfter`` behind the one before. A look that saw something
  /// else starts the count again.
  private func agreeingRounds(_ cause: LinkVerdict.Cause) -> [Instant] {
    var rounds: [Instant] = []
    for sighting in decisive {
      guard LinkCheck.kind(of: sighting.cause) == LinkCheck.kind(of: cause) else {
        rounds = []
        continue
      }
      let due = rounds.last?.adding(seconds: policy.confirmAfter)
      if due.map({ sighting.at >= $0 }) ?? true { rounds.append(sighting.at) }
    }
    return rounds
  }

  /// Another method saw the same, or the host's own control answer proves what only content shows.
  private func hasSecondWitness(_ cause: LinkVerdict.Cause) -> Bool {
    // Without a control fetch, being sent home may be what the link is meant to do.
    if cause == .redirectToHome, !homeIsHabit { return false }
    if cause == .softNotFound, controlAgreed { return true }
    let agreeing = sightings.filter { LinkCheck.kind(of: $0.cause) == LinkCheck.kind(of: cause) }
    return Set(agreeing.map(\.method)).count >= 2
  }

  private func count(of method: ResponseSummary.Method) -> Int {
    sightings.count { $0.method == method.rawValue }
  }

  private func verdict(_ state: LinkVerdict.State) -> LinkVerdict {
    let cause = state == .alive ? nil : (decisive.last ?? sightings.last)?.cause
    return LinkVerdict(
      state: state, cause: cause, sightings: sightings, confirmAfter: policy.confirmAfter)
  }
}

// MARK: - Kinds of causes

extension LinkCheck {
  /// Causes that agree with each other: a server may say 404 to one method and 410 to another, and
  /// a host that is down may refuse or be silent.
  private enum FaultKind { case missing, client, server, name, connection, redirect, home, content }

  private static func kind(of cause: LinkVerdict.Cause?) -> FaultKind? {
    switch cause {
    case .notFound, .gone: .missing
    case .clientError: .client
    case .serverError: .server
    case .dns: .name
    case .refused, .timeout, .reset: .connection
    case .redirectLoop: .redirect
    case .redirectToHome: .home
    case .softNotFound, .empty: .content
    default: nil
    }
  }

  /// The answer came from a guard, not from the page. A broken certificate belongs here: it is a
  /// fault of its own and says nothing about the page.
  private static func isBlocking(_ cause: LinkVerdict.Cause) -> Bool {
    switch cause {
    case .wafBlock, .auth, .rateLimit, .tls, .ownFault: true
    default: false
    }
  }

  /// We were not allowed to look.
  private static func isRefusal(_ cause: LinkVerdict.Cause?) -> Bool {
    switch cause {
    case .privateAddress, .unsupportedScheme, .invalidURL, .robotsDeny, .overBudget: true
    default: false
    }
  }

  private static func isVisibleToHead(_ cause: LinkVerdict.Cause) -> Bool {
    kind(of: cause) != .content
  }
}
