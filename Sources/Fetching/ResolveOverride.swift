import Glibc
import WebAddress

/// One host and port pointed at an address, as `curl --resolve host:port:address`.
public struct ResolveOverride: Sendable, Hashable {
  /// As an address serialises it: lower case, Punycode, IPv6 in brackets.
  public let host: String
  /// 1 to 65535.
  public let port: Int
  /// A numeric IPv4 or IPv6 address, without brackets.
  public let address: String

  /// Throws with code `resolve` when the host is no host, the port is not within 1 and 65535, or
  /// the address is not numeric.
  public init(host: String, port: Int, address: String) throws(FetcherConfigurationError) {
    let bare =
      address.hasPrefix("[") && address.hasSuffix("]")
      ? String(address.dropFirst().dropLast()) : address
    guard
      let serialised = hostAlone(host), (1...65_535).contains(port), addressBytes(bare) != nil
    else {
      throw FetcherConfigurationError(code: .resolve, value: "\(host):\(port):\(address)")
    }
    self.host = serialised
    self.port = port
    self.address = bare
  }

  /// Reads `host:port:address`; the host may be an IPv6 address in brackets.
  public init(_ text: String) throws(FetcherConfigurationError) {
    let bracketed = text.hasPrefix("[") ? text.firstIndex(of: "]") : nil
    let hostEnd = text[(bracketed ?? text.startIndex)...].firstIndex(of: ":")
    let parts = hostEnd.map {
      text[text.index(after: $0)...].split(separator: ":", maxSplits: 1)
    }
    guard let hostEnd, let parts, parts.count == 2, let port = Int(parts[0]) else {
      throw FetcherConfigurationError(code: .resolve, value: text)
    }
    try self.init(host: String(text[..<hostEnd]), port: port, address: String(parts[1]))
  }
}

/// The serialised host, nil when the text is more or less than a host.
private func hostAlone(_ text: String) -> String? {
  guard let url = WebURL("http://\(text)/"), url.href == "http://\(url.host)/" else { return nil }
  return url.host
}

/// The overrides as the loop needs them: looked up once per request.
struct ResolveTable {
  private var addresses: [String: [String]] = [:]

  init(_ overrides: [ResolveOverride]) {
    for override in overrides {
      addresses[key(override.host, override.port), default: []].append(override.address)
    }
  }

  var isEmpty: Bool { addresses.isEmpty }

  /// libcurl's line for the host, `host:port:address,address`; nil when nothing is named for it.
  func line(host: String, port: Int) -> String? {
    guard !isEmpty, let found = addresses[key(host, port)] else { return nil }
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    let written = found.map { $0.contains(":") ? "[\($0)]" : $0 }
    return "\(bare.contains(":") ? "[\(bare)]" : bare):\(port):" + written.joined(separator: ",")
  }

  /// The named addresses in network order.
  func bytes(host: String, port: Int) -> [[UInt8]] {
    guard !isEmpty else { return [] }
    return addresses[key(host, port), default: []].compactMap(addressBytes)
  }
}

private func key(_ host: String, _ port: Int) -> String { "\(host):\(port)" }

/// A numeric address as 4 or 16 bytes in network order.
func addressBytes(_ text: String) -> [UInt8]? {
  for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
    var bytes = [UInt8](repeating: 0, count: count)
    if inet_pton(family, text, &bytes) == 1 { return bytes }
  }
  return nil
}

/// Whether this process may read the file.
func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }
