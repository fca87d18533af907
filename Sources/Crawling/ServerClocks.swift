import AuditModel

/// Politeness towards machines: many names of a city's portal share one server, which feels the sum
/// of what its names are asked.
struct ServerClocks: Sendable {
  /// A server is asked this much more often than one of its names.
  static let share = 4.0
  static let concurrencyFactor = 4

  private struct Server: Sendable {
    var notBefore = Instant(milliseconds: 0)
    var inFlight = 0
  }

  private var servers: [Server] = []
  private var indexes: [String: Int] = [:]

  /// The number of a server by its address; the same address is the same server.
  mutating func server(at address: String) -> Int {
    if let index = indexes[address] { return index }
    indexes[address] = servers.count
    servers.append(Server())
    return servers.count - 1
  }

  mutating func begin(_ server: Int?, at now: Instant, _ politeness: Politeness) {
    guard let server else { return }
    servers[server].inFlight += 1
    let pause = politeness.delay / ServerClocks.share
    servers[server].notBefore = max(servers[server].notBefore, now.adding(seconds: pause))
  }

  mutating func end(_ server: Int?) {
    guard let server else { return }
    servers[server].inFlight = max(0, servers[server].inFlight - 1)
  }

  /// When the server may be asked; a moment ahead while it has its fill, since any of its names may
  /// be the one that gets free.
  func start(_ server: Int?, from now: Instant, _ politeness: Politeness) -> Instant {
    guard let server else { return now }
    if servers[server].inFlight >= politeness.concurrency * ServerClocks.concurrencyFactor {
      return max(servers[server].notBefore, now.adding(seconds: max(0.01, politeness.delay / 4)))
    }
    return max(servers[server].notBefore, now)
  }
}
