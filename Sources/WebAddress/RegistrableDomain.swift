/// Suffixes under which names are registered one label further down.
///
/// The built-in table knows what Chinese portals need; a caller that has the public suffix list
/// can load it with ``init(publicSuffixList:)``.
public struct PublicSuffixes: Sendable {
  private var rules: Set<String>
  private var exceptions: Set<String>
  private var wildcards: Set<String>

  /// The table compiled into the program.
  public static let builtIn = PublicSuffixes(rules: chineseSuffixes)

  init(rules: Set<String>) {
    self.rules = rules
    exceptions = []
    wildcards = []
  }

  /// Reads the text of https://publicsuffix.org/list/public_suffix_list.dat
  ///
  /// - Parameter includesPrivate: also the suffixes companies offer, such as `github.io`.
  public init(publicSuffixList text: String, includesPrivate: Bool = true) {
    self.init(rules: [])
    for line in text.split(whereSeparator: \.isNewline) {
      if !includesPrivate, line.contains("===BEGIN PRIVATE DOMAINS===") { break }
      guard !line.hasPrefix("//"), let rule = line.split(whereSeparator: \.isWhitespace).first
      else { continue }
      add(rule)
    }
  }

  private mutating func add(_ rule: Substring) {
    let kind = rule.first
    let name = kind == "!" ? rule.dropFirst() : kind == "*" ? rule.dropFirst(2) : rule
    guard let bytes = DomainName.ascii(Array(name.utf8)) else { return }
    let domain = String(decoding: bytes, as: UTF8.self)
    switch kind {
    case "!": exceptions.insert(domain)
    case "*": wildcards.insert(domain)
    default: rules.insert(domain)
    }
  }

  /// The suffix with one more label: `gz.example.gov.cn` → `example.gov.cn`. Nil for a suffix
  /// itself, for an address in numbers and for an empty name.
  ///
  /// - Parameter host: a serialised host, lower case and ASCII.
  public func registrableDomain(of host: String) -> String? {
    let name = host.hasSuffix(".") ? host.dropLast() : host[...]
    let bytes = Array(name.utf8)
    guard !bytes.isEmpty, bytes[0] != UInt8(ascii: "["), !IPv4Address.endsInNumber(bytes) else {
      return nil
    }
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard !labels.contains(where: \.isEmpty) else { return nil }
    let suffixCount = suffixLabelCount(labels)
    guard labels.count > suffixCount else { return nil }
    return labels.suffix(suffixCount + 1).joined(separator: ".")
  }

  /// The algorithm of https://github.com/publicsuffix/list/wiki/Format: exceptions win, then the
  /// longest rule, then the last label alone.
  private func suffixLabelCount(_ labels: [Substring]) -> Int {
    for start in labels.indices {
      let candidate = labels[start...].joined(separator: ".")
      let count = labels.count - start
      if exceptions.contains(candidate) { return count - 1 }
      if rules.contains(candidate) { return count }
      if count > 1, wildcards.contains(labels[(start + 1)...].joined(separator: ".")) {
        return count
      }
    }
    return 1
  }
}

extension WebURL {
  /// The name that was registered: `www.suizhou.gov.cn` → `suizhou.gov.cn`. Nil for hosts in
  /// numbers and for bare suffixes. Uses ``PublicSuffixes/builtIn``.
  public var registrableDomain: String? { PublicSuffixes.builtIn.registrableDomain(of: host) }
}
