public import AuditModel
public import WebAddress

/// Which addresses are the unit's own: its scope prefixes, or the whole host of its home page.
///
/// A unit that lives as a section of the city's portal owns only what lies under its prefixes; a
/// platform page named for it in the registry adds the folder that page stands in.
public struct UnitScope: Sendable, Hashable {
  private let prefixes: [String]
  private let domains: Set<String>

  /// Makes the value from its parts.
  public init(unit: AuditedUnit) {
    let home = WebURL(unit.homePage)
    var prefixes = unit.scopes.compactMap { WebURL($0) }.map { UnitScope.withoutScheme($0.href) }
    if prefixes.isEmpty, let home { prefixes = [UnitScope.authority(of: home) + "/"] }
    var domains = Set<String>()
    for url in ([unit.homePage, unit.platformPage ?? ""] + unit.scopes).compactMap({ WebURL($0) }) {
      domains.insert(url.registrableDomain ?? url.host)
    }
    if let platform = unit.platformPage.flatMap({ WebURL($0) }) {
      let folder = UnitScope.folder(of: platform)
      // The root of a shared host is nobody's section.
      if folder.hasSuffix("/"), folder != UnitScope.authority(of: platform) + "/" {
        prefixes.append(folder)
      } else {
        prefixes.append(UnitScope.withoutScheme(platform.withoutFragment.href))
      }
    }
    self.prefixes = prefixes
    self.domains = domains
  }

  /// Whether the address is the unit's own.
  public func contains(_ url: WebURL) -> Bool {
    guard url.isHTTP else { return false }
    let text = UnitScope.withoutScheme(url.withoutFragment.href)
    return prefixes.contains { prefix in
      guard text.hasPrefix(prefix) else { return text + "/" == prefix }
      if prefix.hasSuffix("/") || text.utf8.count == prefix.utf8.count { return true }
      // `/rsj` must not own `/rsjx`, but `/channels/18` written as a stem is meant as a stem.
      let next = text[text.index(text.startIndex, offsetBy: prefix.count)]
      return !next.isLetter || prefix.last?.isNumber == true
    }
  }

  /// Whether the address lies on a domain that has nothing to do with the unit.
  public func isExternal(_ url: WebURL) -> Bool {
    !domains.contains(url.registrableDomain ?? url.host)
  }

  private static func withoutScheme(_ href: String) -> String {
    guard let range = href.firstRange(of: "://") else { return href }
    return String(href[range.upperBound...])
  }

  private static func authority(of url: WebURL) -> String {
    url.port.map { "\(url.host):\($0)" } ?? url.host
  }

  private static func folder(of url: WebURL) -> String {
    let text = withoutScheme(url.withoutFragment.href)
    guard let slash = text.lastIndex(of: "/") else { return text }
    return String(text[...slash])
  }
}
