import Glibc

/// How chromium is started: closed off, quiet, and reaching only what it may.
enum BrowserCommandLine {
  /// The body of WebDriver's New Session.
  static func capabilities(
    browser: String, profile: String, configuration: BrowserConfiguration
  ) -> [String: Any] {
    let options: [String: Any] = [
      "binary": browser,
      "args": arguments(profile: profile, configuration),
      "prefs": [
        // 3: every download is refused.
        "download_restrictions": 3, "profile.default_content_setting_values.notifications": 2,
        "profile.default_content_setting_values.geolocation": 2,
        "profile.default_content_setting_values.popups": 2,
        "credentials_enable_service": false, "safebrowsing.enabled": false,
      ],
    ]
    let milliseconds = Int(configuration.pageSeconds * 1000)
    return [
      "capabilities": [
        "alwaysMatch": [
          "browserName": "chrome", "acceptInsecureCerts": true, "pageLoadStrategy": "normal",
          "unhandledPromptBehavior": "dismiss",
          "timeouts": ["pageLoad": milliseconds, "script": 20_000, "implicit": 0],
          "goog:chromeOptions": options,
        ]
      ]
    ]
  }

  static func arguments(profile: String, _ configuration: BrowserConfiguration) -> [String] {
    var arguments = [
      "--headless=new", "--incognito", "--disable-extensions", "--hide-scrollbars",
      "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--mute-audio",
      "--disable-background-networking", "--disable-sync", "--disable-component-update",
      "--disable-default-apps", "--disable-domain-reliability", "--disable-breakpad",
      "--no-default-browser-check", "--no-pings", "--disable-client-side-phishing-detection",
      "--deny-permission-prompts", "--lang=zh-CN", "--font-render-hinting=none",
      "--force-color-profile=srgb", "--force-device-scale-factor=1",
      // A window of its own kind (incognito) would otherwise try https first and warn.
      "--disable-features=HttpsUpgrades,HttpsFirstModeIncognito,HttpsFirstBalancedMode,"
        + "HttpsFirstBalancedModeAutoEnable,Translate,MediaRouter,OptimizationHints",
      "--window-size=\(configuration.width),900", "--user-data-dir=\(profile)",
    ]
    // Chromium refuses to start its sandbox for root; for everybody else it stays on.
    if getuid() == 0 { arguments.append("--no-sandbox") }
    if let agent = configuration.userAgent { arguments.append("--user-agent=\(agent)") }
    let rules = hostRules(configuration)
    if !rules.isEmpty { arguments.append("--host-resolver-rules=\(rules.joined(separator: ","))") }
    return arguments
  }

  /// With given addresses, only those hosts exist. Without, names and numbers of our own network
  /// do not (the address a public name leads to is checked before a page is opened).
  static func hostRules(_ configuration: BrowserConfiguration) -> [String] {
    if !configuration.resolve.isEmpty {
      let given = configuration.resolve.filter(isSafe).map { one in
        "MAP \(one.host):\(one.port) \(bracketed(one.address)):\(one.port)"
      }
      return given + ["MAP * ~NOTFOUND"]
    }
    return configuration.allowsPrivate ? [] : inwardPatterns.map { "MAP \($0) ~NOTFOUND" }
  }

  private static let inwardPatterns =
    [
      "localhost", "*.localhost", "*.local", "*.internal", "0.*", "127.*", "10.*", "192.168.*",
      "169.254.*", "[*",
    ] + (16...31).map { "172.\($0).*" } + (64...127).map { "100.\($0).*" }

  /// A comma or a blank would begin another rule.
  private static func isSafe(_ one: BrowserConfiguration.Resolve) -> Bool {
    let allowed: (UInt8) -> Bool = {
      (48...57).contains($0) || (97...122).contains($0) || (65...90).contains($0) || $0 == 45
        || $0 == 46 || $0 == 95 || $0 == 58 || $0 == 91 || $0 == 93
    }
    return !one.host.isEmpty && !one.address.isEmpty && one.host.utf8.allSatisfy(allowed)
      && one.address.utf8.allSatisfy(allowed)
  }

  private static func bracketed(_ address: String) -> String {
    address.contains(":") && !address.hasPrefix("[") ? "[\(address)]" : address
  }
}
