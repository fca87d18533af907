public import AuditModel

/// The part of the web that belongs to one unit: whole hosts and address prefixes.
///
/// `http` and `https`, and a name with and without `www.`, count as the same place. A path prefix
/// ends at a segment border: `/bm` covers `/bm` and `/bm/x`, not `/bmx`; one that ends in a number
/// also covers the pages named after it.
public struct Scope: Sendable, Hashable {
  private struct Prefix: Sendable, Hashable {
    var port: Int?
    /// Without the closing slash; empty for the whole host.
    var path: [UInt8]
    /// Parameters that have to be there, for sections told apart by query only.
    var parameters: Set<String>
  }

  private var prefixes: [String: [Prefix]] = [:]
  /// Texts that are no address and were left out.
  public private(set) var rejected: [String] = []

  /// - Parameter addresses: `http://a.gov.cn/bm/`, `a.gov.cn/bm` or `a.gov.cn`.
  public init(_ addresses: [String]) {
    for address in addresses { add(address) }
  }

  /// The unit's prefixes; without any, the whole host of its home page.
  public init(unit: AuditedUnit) {
    self.init(unit.scopes)
    guard unit.scopes.isEmpty else { return }
    guard let home = Scope.parsed(unit.homePage) else {
      rejected.append(unit.homePage)
      return
    }
    add(home.origin)
  }

  /// True when nothing can be inside.
  public var isEmpty: Bool { prefixes.isEmpty }

  /// Whether an address belongs to the unit.
  public func contains(_ url: WebURL) -> Bool {
    guard url.isHTTP, let candidates = prefixes[url.twinHost] else { return false }
    if candidates.contains(where: {
      $0.path.isEmpty && $0.parameters.isEmpty && $0.port == url.port
    }) {
      return true
    }
    let path = URLIdentity.normalizedPath(of: url)
    return candidates.contains { prefix in
      prefix.port == url.port && Scope.covers(prefix.path, path)
        && (prefix.parameters.isEmpty || prefix.parameters.isSubset(of: Scope.parameters(of: url)))
    }
  }

  private mutating func add(_ address: String) {
    guard let url = Scope.parsed(address) else {
      rejected.append(address)
      return
    }
    var path = URLIdentity.normalizedPath(of: url)
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    let prefix = Prefix(port: url.port, path: path, parameters: Scope.parameters(of: url))
    prefixes[url.twinHost, default: []].append(prefix)
  }

  private static func parsed(_ address: String) -> WebURL? {
    let url = address.contains("://") ? WebURL(address) : WebURL("http://\(address)")
    guard let url, url.isHTTP, !url.host.isEmpty else { return nil }
    return url
  }

  private static func covers(_ prefix: [UInt8], _ path: [UInt8]) -> Bool {
    guard path.starts(with: prefix) else { return false }
    guard path.count > prefix.count else { return true }
    let next = path[prefix.count]
    if next == UInt8(ascii: "/") { return true }
    // A number is a stem: `/channels/214` has its pages in `214.html` and `214_2.html`.
    let continues = next == UInt8(ascii: ".") || next == UInt8(ascii: "_")
    return continues && prefix.last.map(ASCII.isDigit) == true
  }

  private static func parameters(of url: WebURL) -> Set<String> {
    Set((url.query ?? "").split(separator: "&").map(String.init))
  }
}
