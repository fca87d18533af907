import Foundation
import Glibc

/// Whether pictures can be taken on this machine, with what, and if not, what would change that.
public struct BrowserAvailability: Sendable, Hashable, Codable {
  /// Nil when chromium was not found.
  public var browserPath: String?
  /// Such as `Chromium 156.0.8078.79`.
  public var browserVersion: String
  /// Nil when chromedriver was not found.
  public var driverPath: String?
  /// Such as `ChromeDriver 156.0.8078.79`.
  public var driverVersion: String
  /// Whether a font for Chinese was found.
  public var hasChineseFont: Bool

  /// Whether a page can be opened at all.
  public var isUsable: Bool { browserPath != nil && driverPath != nil }

  /// Debian packages that are missing.
  public var missingPackages: [String] {
    var names: [String] = []
    if browserPath == nil { names.append("chromium") }
    if driverPath == nil { names.append("chromium-driver") }
    if !hasChineseFont { names.append("fonts-noto-cjk") }
    return names
  }

  /// What was found.
  public init(
    browserPath: String?, browserVersion: String, driverPath: String?, driverVersion: String,
    hasChineseFont: Bool
  ) {
    self.browserPath = browserPath
    self.browserVersion = browserVersion
    self.driverPath = driverPath
    self.driverVersion = driverVersion
    self.hasChineseFont = hasChineseFont
  }

  /// Looks along PATH; `MINGCHA_CHROMIUM` and `MINGCHA_CHROMEDRIVER` name others.
  static func look() -> BrowserAvailability {
    let browser = find(
      "MINGCHA_CHROMIUM", ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])
    let driver = find("MINGCHA_CHROMEDRIVER", ["chromedriver"])
    return BrowserAvailability(
      browserPath: browser, browserVersion: version(browser), driverPath: driver,
      driverVersion: version(driver), hasChineseFont: chineseFontIsHere())
  }

  private static func find(_ variable: String, _ names: [String]) -> String? {
    let environment = ProcessInfo.processInfo.environment
    if let given = environment[variable] { return access(given, X_OK) == 0 ? given : nil }
    let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return names.lazy.flatMap { name in folders.lazy.map { "\($0)/\(name)" } }
      .first { access($0, X_OK) == 0 }
  }

  /// The first two words and the number of what `--version` prints.
  private static func version(_ path: String?) -> String {
    guard let path, let output = Spawn.output(of: [path, "--version"], seconds: 10) else {
      return ""
    }
    let line = output.split(separator: "\n").last { $0.contains(".") } ?? ""
    let words = line.split(separator: " ")
    guard let number = words.firstIndex(where: { $0.first?.isNumber == true }) else { return "" }
    return words[...number].joined(separator: " ")
  }

  private static func chineseFontIsHere() -> Bool {
    guard let output = Spawn.output(of: ["/usr/bin/fc-list", ":lang=zh", "family"], seconds: 10)
    else { return false }
    return output.contains { !$0.isWhitespace }
  }
}
