public import AuditModel
public import WebAddress

/// Which addresses are the unit's own: its scope prefixes, or the whole host of its home page.
///
/// A unit that lives as a section of the city's portal owns only what lies under its prefixes; a
/// platform page named for it in the registry adds the folder that page stands in.
public struct UnitScope: Sendable, Hashable {
  private let scope: Scope
  private let domains: Set<String>

  /// Makes the value from its parts.
  public init(unit: AuditedUnit) {
    let own = unit.scopes.isEmpty ? [WebURL(unit.homePage)?.origin ?? ""] : unit.scopes
    scope = Scope(own + [unit.platformPage.flatMap(UnitScope.section)].compactMap { $0 })
    var domains = Set<String>()
    for url in ([unit.homePage, unit.platformPage ?? ""] + unit.scopes).compactMap({ WebURL($0) }) {
      domains.insert(url.registrableDomain ?? url.host)
    }
    self.domains = domains
  }

  /// Whether the address is the unit's own.
  public func contains(_ url: WebURL) -> Bool { scope.contains(url) }

  /// Whether the address lies on a domain that has nothing to do with the unit.
  public func isExternal(_ url: WebURL) -> Bool {
    !domains.contains(url.registrableDomain ?? url.host)
  }

  /// As ``isExternal(_:)``, with what was found for the host kept in `known`.
  func isExternal(_ url: WebURL, known: inout [String: Bool]) -> Bool {
    let host = url.host
    if let answer = known[host] { return answer }
    let answer = isExternal(url)
    if known.count < 50_000 { known[host] = answer }
    return answer
  }

  /// The folder a platform page stands in; the page itself where that is the root of a host, which
  /// is nobody's section.
  private static func section(of address: String) -> String? {
    guard let platform = WebURL(address), let folder = WebURL(".", base: platform) else {
      return nil
    }
    return folder.path == "/" ? platform.withoutFragment.href : folder.href
  }
}
