public import AuditModel
import Dispatch
import Foundation

/// A real browser, headless, that opens one page at a time: for pictures with the offending
/// element boxed, and for pages whose content is drawn by script.
///
/// Everything it waits for is bounded. A browser that crashed is started again once per page; what
/// still cannot be shown is ``Capture/completeness`` `unavailable` with the reason, so an audit
/// never stops for lack of a picture. The actor has a thread of its own, because it blocks.
public actor Browser {
  private let configuration: BrowserConfiguration
  private let availability: BrowserAvailability
  private let executor = OwnThread()
  private var session: DriverSession?
  private var isClosed = false

  /// The actor's own thread.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// What this machine has for it.
  public static func available() -> BrowserAvailability { .look() }

  /// Starts nothing yet; the browser is started with the first page.
  public init(
    configuration: BrowserConfiguration = BrowserConfiguration(),
    availability: BrowserAvailability = Browser.available()
  ) {
    self.configuration = configuration
    self.availability = availability
  }

  /// Ends the browser and every process started for it. Safe to call twice.
  public func close() {
    session?.close()
    session = nil
    isClosed = true
  }

  /// Ids of the processes started for it, outermost first.
  var processes: [Int32] { session?.processes ?? [] }

  /// Takes a picture of the whole page with the element boxed, and a thumbnail beside it
  /// (`name.png`, `name.thumb.jpg`).
  /// - Parameters:
  ///   - locator: the element to box; nil for the page as a whole.
  ///   - link: the offending link's target, by which the element is found when its place changed.
  ///   - label: a few characters for the box, such as the evidence number.
  ///   - path: where the PNG goes; its folder is created.
  /// - Throws: ``EvidenceError`` when the picture cannot be stored. What the page or the browser
  ///   does wrong is said in the capture.
  public func capture(
    url: String, locator: Locator? = nil, link: String? = nil, label: String = "",
    into path: String
  ) throws -> Capture {
    let task = PictureTask(
      url: url, locator: locator, link: link, label: String(label.prefix(40)), path: path)
    do {
      return try onPage(of: url) { session, timedOut in
        try PictureTaker(session: session, configuration: configuration)
          .take(task, timedOut: timedOut)
      }
    } catch let failure as BrowserFailure {
      return Capture(
        completeness: .unavailable, capturedAt: configuration.clock(), url: url,
        remark: failure.description)
    }
  }

  /// The document after its scripts ran.
  /// - Throws: ``BrowserFailure``.
  public func render(url: String, maximumCharacters: Int = 10 << 20) throws -> RenderedPage {
    try onPage(of: url) { session, timedOut in
      try PictureTaker(session: session, configuration: configuration)
        .document(limit: maximumCharacters, timedOut: timedOut)
    }
  }

  /// The serialised document after its scripts ran.
  /// - Throws: ``BrowserFailure``.
  public func renderedHTML(url: String) throws -> String { try render(url: url).html }

  /// Opens the page and works on it; a crash on the way is tried once more with a new browser.
  private func onPage<Value>(
    of url: String, _ work: (DriverSession, Bool) throws -> Value
  ) throws -> Value {
    do {
      return try attempt(url, work)
    } catch let failure as BrowserFailure where failure.isCurable {
      session?.close()
      session = nil
      return try attempt(url, work)
    }
  }

  private func attempt<Value>(
    _ url: String, _ work: (DriverSession, Bool) throws -> Value
  ) throws -> Value {
    try checkAddress(url)
    let session = try startedSession()
    try session.open("about:blank", seconds: 10)
    let isLoaded = try session.load(url, seconds: configuration.pageSeconds)
    try checkArrival(session)
    return try work(session, !isLoaded)
  }

  private func startedSession() throws(BrowserFailure) -> DriverSession {
    if isClosed { throw BrowserFailure(.closed) }
    if let session { return session }
    guard let browser = availability.browserPath, let driver = availability.driverPath else {
      let names = availability.missingPackages.joined(separator: " ")
      throw BrowserFailure(.missing, detail: names)
    }
    let started = try DriverSession(
      driver: driver, browser: browser, configuration: configuration)
    session = started
    return started
  }

  /// Only the web, and only outside our network unless that is allowed.
  private func checkAddress(_ url: String) throws(BrowserFailure) {
    guard let parts = URLComponents(string: url), let host = parts.host, !host.isEmpty,
      ["http", "https"].contains(parts.scheme?.lowercased() ?? "")
    else { throw BrowserFailure(.unsupportedScheme, detail: url) }
    if configuration.allowsPrivate || !configuration.resolve.isEmpty { return }
    if NetworkReach.leadsInward(host: host) { throw BrowserFailure(.privateAddress, detail: host) }
  }

  /// Redirects and scripts may have led somewhere else, a download to nowhere.
  private func checkArrival(_ session: DriverSession) throws(BrowserFailure) {
    let address = try session.run("return String(location.href).slice(0, 4000);") as? String ?? ""
    guard address.hasPrefix("http:") || address.hasPrefix("https:") else {
      throw BrowserFailure(.unreachable, detail: address)
    }
    try checkAddress(address)
  }
}

extension BrowserFailure {
  /// Whether a fresh browser may do better.
  var isCurable: Bool { code == .crashed || code == .cannotStart }
}

/// One thread for one actor: waiting for a browser must not hold up the shared pool.
final class OwnThread: SerialExecutor {
  private let queue = DispatchQueue(label: "mingcha.browser")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
  }
}
