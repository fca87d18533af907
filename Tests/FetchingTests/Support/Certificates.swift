import Foundation

/// Certificates made by the openssl command line in a temporary folder, and TLS servers that use
/// them. Nil where openssl is not installed.
final class Certificates: Sendable {
  let folder: URL
  private static let openssl = "/usr/bin/openssl"

  init?() throws {
    guard FileManager.default.isExecutableFile(atPath: Self.openssl) else { return nil }
    folder = FileManager.default.temporaryDirectory.appending(path: "fetching-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// A self-signed certificate NAME.pem with its key NAME.key.
  func selfSigned(_ name: String, host: String, bits: Int = 2_048) throws {
    try run([
      "req", "-x509", "-newkey", "rsa:\(bits)", "-nodes", "-keyout", path("\(name).key"), "-out",
      path("\(name).pem"), "-days", "30", "-subj", "/CN=\(host)", "-addext",
      "subjectAltName=DNS:\(host)",
    ])
  }

  /// A certificate NAME.pem signed by ISSUER, valid in the given span (`YYYYMMDDHHMMSSZ`).
  func signed(
    _ name: String, host: String, by issuer: String, isAuthority: Bool = false,
    from: String = "20200101000000Z", to: String = "20490101000000Z"
  ) throws {
    try run([
      "req", "-newkey", "rsa:2048", "-nodes", "-keyout", path("\(name).key"), "-out",
      path("\(name).csr"), "-subj", "/CN=\(host)",
    ])
    try write("\(name).cnf", authoritySettings(name, host: host, isAuthority: isAuthority))
    try write("\(name).index", "")
    try run([
      "ca", "-batch", "-config", path("\(name).cnf"), "-cert", path("\(issuer).pem"), "-keyfile",
      path("\(issuer).key"), "-in", path("\(name).csr"), "-out", path("\(name).pem"), "-startdate",
      from, "-enddate", to, "-notext",
    ])
  }

  private func authoritySettings(
    _ name: String, host: String, isAuthority: Bool
  ) -> String {
    """
    [ca]
    default_ca = own
    [own]
    database = \(folder.path)/\(name).index
    new_certs_dir = \(folder.path)
    default_md = sha256
    policy = any
    rand_serial = yes
    unique_subject = no
    x509_extensions = added
    [any]
    commonName = supplied
    [added]
    basicConstraints = CA:\(isAuthority ? "TRUE" : "FALSE")
    subjectAltName = DNS:\(host)
    """
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
  }

  private func run(_ arguments: [String]) throws {
    guard try Child(Self.openssl, arguments).waitForExit() == 0 else { throw ServerFault() }
  }

  /// `openssl s_server` answering a page with the certificate; ends when the object does.
  func serve(_ name: String, extra: [String] = []) throws -> TLSServer {
    let port = try unusedPort()
    let arguments = [
      "s_server", "-quiet", "-www", "-accept", "127.0.0.1:\(port)", "-cert", path("\(name).pem"),
      "-key", path("\(name).key"),
    ]
    return TLSServer(child: try Child(Self.openssl, arguments + extra), port: port)
  }
}

/// A running TLS server of the openssl command line.
final class TLSServer: Sendable {
  let port: Int
  private let child: Child

  init(child: Child, port: Int) {
    self.child = child
    self.port = port
  }

  deinit { child.kill() }
}
