import Foundation

/// One chromedriver with one browser window, spoken to as W3C WebDriver says
/// (https://www.w3.org/TR/webdriver2/) plus Chromium's own `goog/cdp/execute`.
///
/// Not Sendable: it belongs to the ``Browser`` actor alone.
final class DriverSession {
  private let child: ChildProcess
  private let http: LoopbackHTTP
  private var path = ""

  /// Starts a driver on a free port and opens a window.
  init(
    driver: String, browser: String, configuration: BrowserConfiguration
  ) throws(BrowserFailure) {
    let profile = try DriverSession.temporaryFolder()
    guard
      let child = ChildProcess(
        command: [driver, "--port=0"], folder: profile)
    else { throw BrowserFailure(.cannotStart, detail: driver) }
    self.child = child
    http = LoopbackHTTP(port: try DriverSession.port(of: child))
    let capabilities = BrowserCommandLine.capabilities(
      browser: browser, profile: profile, configuration: configuration)
    let answer = try command("POST", "/session", capabilities, seconds: 45) as? [String: Any]
    guard let id = answer?["sessionId"] as? String else {
      throw BrowserFailure(.cannotStart, detail: "no session")
    }
    path = "/session/\(id)"
  }

  /// Closes the window and ends every process that was started for it.
  func close() {
    if !path.isEmpty { _ = try? command("DELETE", path, nil, seconds: 5) }
    child.end()
  }

  /// Ids of all processes started for it.
  var processes: [Int32] { child.processes }

  /// Loads an address and waits for its load event, within the session's page limit.
  func open(_ url: String, seconds: Double) throws(BrowserFailure) {
    _ = try command("POST", "\(path)/url", ["url": url], seconds: seconds + 10)
  }

  /// Loads an address; one that does not finish in time is stopped where it is.
  /// - Returns: whether it finished.
  func load(_ url: String, seconds: Double) throws(BrowserFailure) -> Bool {
    do {
      try open(url, seconds: seconds)
      return true
    } catch {
      guard error.code == .timeout else { throw error }
      _ = try run("window.stop();")
      return false
    }
  }

  /// Runs a script in the page and returns what it returns.
  func run(
    _ script: String, _ arguments: [Any] = [], seconds: Double = 20
  ) throws(BrowserFailure) -> Any {
    try command(
      "POST", "\(path)/execute/sync", ["script": script, "args": arguments], seconds: seconds)
  }

  /// Runs a script whose last argument is to be called with the result.
  func wait(
    for script: String, _ arguments: [Any] = [], seconds: Double
  ) throws(BrowserFailure) -> Any {
    try command(
      "POST", "\(path)/execute/async", ["script": script, "args": arguments], seconds: seconds)
  }

  /// A command of the Chrome DevTools Protocol.
  func devTools(
    _ name: String, _ parameters: [String: Any], seconds: Double = 30
  ) throws(BrowserFailure) -> [String: Any] {
    let body: [String: Any] = ["cmd": name, "params": parameters]
    let answer = try command("POST", "\(path)/goog/cdp/execute", body, seconds: seconds)
    return answer as? [String: Any] ?? [:]
  }

  private func command(
    _ method: String, _ path: String, _ body: [String: Any]?, seconds: Double
  ) throws(BrowserFailure) -> Any {
    let bytes: [UInt8]
    let answer: (status: Int, body: [UInt8])
    do {
      bytes = try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) } ?? []
      answer = try http.exchange(
        method, path, body: bytes, until: Date().addingTimeInterval(seconds))
    } catch LoopbackHTTP.Fault.timeout {
      throw BrowserFailure(.timeout, detail: path)
    } catch {
      throw BrowserFailure(.crashed, detail: "\(error)")
    }
    let parsed = try? JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any]
    guard let value = parsed?["value"] else { throw BrowserFailure(.crashed, detail: "no JSON") }
    if answer.status == 200 { return value }
    throw DriverSession.failure(value as? [String: Any] ?? [:])
  }

  /// The driver's error words (WebDriver §6.6) as ours.
  private static func failure(_ value: [String: Any]) -> BrowserFailure {
    let word = value["error"] as? String ?? ""
    let message = value["message"] as? String ?? ""
    if message.contains("net::ERR_") {
      let name = message.split(separator: " ").first { $0.contains("net::ERR_") } ?? ""
      return BrowserFailure(.unreachable, detail: String(name))
    }
    switch word {
    case "timeout", "script timeout": return BrowserFailure(.timeout, detail: word)
    case "session not created": return BrowserFailure(.cannotStart, detail: message)
    case "invalid session id", "no such window", "no such execution context":
      return BrowserFailure(.crashed, detail: message)
    default:
      let isCrash = ["crash", "disconnected", "not reachable", "chrome not"].contains {
        message.lowercased().contains($0)
      }
      return BrowserFailure(isCrash ? .crashed : .refused, detail: "\(word): \(message)")
    }
  }

  /// The driver says its port on standard output.
  private static func port(of child: ChildProcess) throws(BrowserFailure) -> UInt16 {
    let deadline = Date().addingTimeInterval(15)
    while let line = child.readLine(until: deadline) {
      guard line.contains("started successfully on port") else { continue }
      let digits = line.split { !$0.isNumber }.last ?? ""
      if let port = UInt16(digits) { return port }
    }
    throw BrowserFailure(.cannotStart, detail: "chromedriver did not say its port")
  }

  private static func temporaryFolder() throws(BrowserFailure) -> String {
    var template = Array((NSTemporaryDirectory() + "mingcha-browser-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else {
      throw BrowserFailure(.cannotStart, detail: "no temporary folder")
    }
    return String(cString: made)
  }
}
