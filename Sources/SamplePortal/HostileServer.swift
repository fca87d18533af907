import Foundation
import Glibc

/// A server that misbehaves in every way a crawler has to survive. Plain sockets, because no HTTP
/// library writes broken HTTP. Loopback only; each connection ends within ``limit`` seconds.
public actor HostileServer {
  /// Longest a connection is served, in seconds.
  static let limit: Double = 60
  private let address: String
  private var listener: Int32?
  /// The port it listens on; 0 before the start.
  public private(set) var port = 0

  /// The addresses it knows and what each does.
  public static var catalogue: [(path: String, what: String)] { HostileScript.catalogue }

  /// A server on a loopback address (127.x.x.x).
  public init(address: String = "127.0.0.1") {
    self.address = address
  }

  /// Listens on a free port and returns it.
  @discardableResult
  public func start() throws -> Int {
    guard listener == nil else { return port }
    guard address.hasPrefix("127.") else {
      throw SampleServerError.notLoopback(address: address)
    }
    let listener = try RawSocket.listening(on: address)
    self.listener = listener
    port = RawSocket.port(of: listener)
    Thread.detachNewThread { HostileConnection.acceptAll(listener) }
    return port
  }

  /// Stops listening; connections being served run to their end.
  public func stop() {
    // Wakes the accepting thread, which closes the socket itself: closing it here could hand its
    // number to somebody else while the thread still waits on it.
    if let listener { shutdown(listener, Int32(SHUT_RDWR)) }
    listener = nil
    port = 0
  }
}

/// One connection of the hostile server: reads a request line, plays its script.
enum HostileConnection {
  static func acceptAll(_ listener: Int32) {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else {
        if errno == EINTR || errno == ECONNABORTED { continue }
        break
      }
      Thread.detachNewThread { serve(client) }
    }
    close(listener)
  }

  private static func serve(_ client: Int32) {
    RawSocket.limitWaiting(client, seconds: 10)
    let deadline = Date().addingTimeInterval(HostileServer.limit)
    guard let path = requestPath(client) else {
      close(client)
      return
    }
    let script = HostileScript.script(path: path)
    let isWhole = play(script, to: client, until: deadline)
    RawSocket.finish(client, resets: script.resets || !isWhole)
  }

  private static func play(_ script: HostileScript, to client: Int32, until deadline: Date) -> Bool
  {
    guard RawSocket.send(script.head, to: client) else { return false }
    for _ in 0..<script.repetitions {
      guard Date() < deadline else { return false }
      if script.pause > 0 { usleep(script.pause * 1_000) }
      guard !RawSocket.hasLeft(client), RawSocket.send(script.piece, to: client) else {
        return false
      }
    }
    return RawSocket.send(script.tail, to: client)
  }

  /// The path of the request line; nil when the client said nothing usable within 16 KB.
  private static func requestPath(_ client: Int32) -> String? {
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while request.count < 16_384, !request.contains(sequence: [13, 10, 13, 10]) {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      request += buffer[..<count]
    }
    let line = String(decoding: request.prefix { $0 != 13 }, as: UTF8.self)
    let words = line.split(separator: " ")
    guard words.count == 3 else { return nil }
    return String(words[1].prefix { $0 != "?" })
  }
}

extension [UInt8] {
  fileprivate func contains(sequence: [UInt8]) -> Bool {
    guard count >= sequence.count else { return false }
    return suffix(4_100).windows(of: sequence.count).contains { $0.elementsEqual(sequence) }
  }
}

extension ArraySlice {
  fileprivate func windows(of length: Int) -> some Sequence<ArraySlice> {
    (startIndex...Swift.max(startIndex, endIndex - length)).lazy.map { start in
      self[start..<Swift.min(start + length, endIndex)]
    }
  }
}
