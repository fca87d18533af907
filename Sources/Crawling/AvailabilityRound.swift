public import AuditModel
public import WebAddress

/// One round of trying home pages: which tries count, once it is known whether our own network was
/// there. A state machine without sockets: the shell tries, and asks a witness when told to.
public struct AvailabilityRound: Sendable {
  /// A try as it ended.
  public struct Try: Sendable {
    /// Where the way began.
    public var home: WebURL
    public var at: Instant
    /// Milliseconds, redirects included.
    public var duration: Int
    /// What was seen, after redirects.
    public var look: ResponseSummary
    /// What its end says about the way there.
    public var sight: OutageWatch.Sight
    /// robots.txt forbids the home page; it was not asked for.
    public var isDenied = false

    public init(
      home: WebURL, at: Instant, duration: Int, look: ResponseSummary, sight: OutageWatch.Sight
    ) {
      self.home = home
      self.at = at
      self.duration = duration
      self.look = look
      self.sight = sight
    }
  }

  /// Milliseconds within which a home page has to open.
  public static let patience = 15_000
  private var tries: [Try] = []

  /// Nothing tried yet.
  public init() {}

  /// Takes a try in.
  public mutating func take(_ one: Try) { tries.append(one) }

  /// Whether somebody else has to be asked before the round can be judged: a home page gave no sign
  /// of life, and neither did any other, so that it may be our network that is gone.
  public var needsWitness: Bool {
    tries.contains { $0.sight == .unreached } && !tries.contains { $0.sight == .reached }
  }

  /// The round's samples.
  /// - Parameter witnessed: whether anybody outside answered when asked.
  public func samples(witnessed: Bool) -> [(home: WebURL, sample: AvailabilitySample)] {
    let isOnline = witnessed || tries.contains { $0.sight == .reached }
    return tries.map { ($0.home, sample(of: $0, isOnline: isOnline)) }
  }

  private func sample(of one: Try, isOnline: Bool) -> AvailabilitySample {
    let judged = LookJudgement(one.look, of: one.home, expectsImage: false, habit: .unknown)
    var cause = judged.cause
    if cause == nil, one.duration > AvailabilityRound.patience { cause = .timeout }
    if one.isDenied { cause = .robotsDeny }
    if one.sight == .ownFault || one.sight == .unreached && !isOnline { cause = .ownFault }
    let result = AvailabilityRound.result(cause)
    return AvailabilitySample(
      at: one.at, result: result, status: one.look.status, duration: one.duration,
      cause: result == .opened ? nil : cause)
  }
}

extension AvailabilityRound {
  /// What a visitor would have met. A guard, a connection our own encryption cannot agree on and a
  /// page that may only look empty to us leave it open.
  private static func result(_ cause: LinkVerdict.Cause?) -> AvailabilitySample.Result {
    switch cause {
    case nil, .redirectToHome: .opened
    case .ownFault, .privateAddress, .unsupportedScheme, .invalidURL, .overBudget: .ownFault
    case .wafBlock, .rateLimit, .auth, .robotsDeny, .tls, .softNotFound, .empty: .blocked
    case .notFound, .gone, .clientError, .serverError, .dns, .refused, .timeout, .reset,
      .redirectLoop:
      .failed
    }
  }
}

/// When the next round is due, so that a run that was stopped neither asks too soon nor forgets
/// where it was. Without a span it is one round, as cron starts it.
public struct AvailabilityPlan: Sendable, Hashable {
  /// Seconds between rounds.
  public var interval: Double
  /// Seconds the whole sampling lasts; nil for one round.
  public var span: Double?

  public init(interval: Double, span: Double?) {
    self.interval = max(1, interval)
    self.span = span
  }

  /// When to try next; nil when sampling is over.
  /// - Parameters:
  ///   - first: the oldest sample not older than the span.
  ///   - last: the newest sample.
  public func next(first: Instant?, last: Instant?, startedAt: Instant, now: Instant) -> Instant? {
    let due = last.map { max(now, $0.adding(seconds: interval)) } ?? now
    guard let span else { return last.map { $0 < startedAt } ?? true ? now : nil }
    let end = (first ?? startedAt).adding(seconds: span)
    return due < end ? due : nil
  }
}
