public import WebAddress

/// The hops of one request, followed by the caller one at a time so that scope, robots.txt and
/// private addresses are asked about each.
public struct RedirectChain: Sendable, Hashable {
  /// Why a chain ends without an answer.
  public enum Problem: String, Sendable, Codable {
    case loop, tooMany, missingLocation, invalidLocation
  }

  /// What a response means for the chain.
  public enum Step: Sendable, Hashable {
    /// Not a redirect: this is the answer.
    case arrived
    case follow(WebURL)
    case stopped(Problem)
  }

  /// Hops followed before a chain is given up, as browsers and other checkers do.
  public static let hopLimit = 10
  /// A site that sets a cookie by redirecting to the same address comes back once.
  static let revisitLimit = 1

  /// From the requested address to the last one, in order.
  public private(set) var hops: [WebURL]

  /// Begins with the address requested.
  public init(_ start: WebURL) { hops = [start.withoutFragment] }

  /// The address the chain has reached.
  public var last: WebURL { hops[hops.count - 1] }

  /// The hops behind the requested address.
  public var followed: ArraySlice<WebURL> { hops.dropFirst() }

  /// Judges a response and, for a redirect, moves on.
  ///
  /// - Parameter location: the `Location` field, nil when absent.
  public mutating func advance(status: Int, location: String?) -> Step {
    guard [301, 302, 303, 307, 308].contains(status) else { return .arrived }
    guard let location else { return .stopped(.missingLocation) }
    guard let target = WebURL(location, base: last)?.withoutFragment else {
      return .stopped(.invalidLocation)
    }
    let visits = hops.count { $0 == target }
    if visits > RedirectChain.revisitLimit { return .stopped(.loop) }
    guard hops.count <= RedirectChain.hopLimit else { return .stopped(.tooMany) }
    hops.append(target)
    return .follow(target)
  }

  /// Whether the chain led from a deep address to the same site's home page, as some servers do
  /// instead of saying that a page is gone.
  public var endsAtHome: Bool {
    hops.count > 1 && RedirectChain.isHomeInstead(of: hops[0], last)
  }

  static func isHomeInstead(of requested: WebURL, _ final: WebURL) -> Bool {
    guard requested != final, requested.identity != final.identity, isHome(final),
      !isHome(requested)
    else {
      return false
    }
    guard let site = final.registrableDomain else { return requested.host == final.host }
    return requested.registrableDomain == site
  }

  /// The root, a default document there, or one of the names sites give their front door.
  private static func isHome(_ url: WebURL) -> Bool {
    let key = url.withoutFragment.identity.key
    let path = key.drop { $0 != "/" }
    return path == "/" || frontDoors.contains(path.lowercased())
  }

  private static let frontDoors: Set<String> = [
    "/index", "/home", "/main", "/portal", "/home/", "/main/", "/portal/", "/index/", "/home.html",
    "/main.html", "/home/index", "/portal/index",
  ]
}
