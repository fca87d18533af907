import Foundation
import Synchronization

/// A server of a few lines on a loopback address: every connection gets a thread and the handler.
/// Reads and writes give up after ten seconds, so nothing outlives a failed test by much.
final class LoopbackServer: Sendable {
  let address: String
  let port: Int
  private let listener: Int32
  /// Connections accepted so far.
  let accepted = Counter()

  init(
    address: String = "127.0.0.1", handler: @escaping @Sendable (Connection) -> Void
  ) throws {
    self.address = address
    (listener, port) = try listen(on: address)
    let listener = listener
    let thread = Thread { [accepted] in
      while true {
        let socket = accept(listener, nil, nil)
        guard socket >= 0 else { return }
        accepted.add()
        let worker = Thread { Connection(socket).serve(handler) }
        worker.stackSize = 256 << 10
        worker.start()
      }
    }
    thread.start()
  }

  deinit {
    // Ends `accept` in the thread; closing alone would not.
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// `http://127.0.0.1:PORT` and the path.
  func url(_ path: String = "/") -> String { "http://\(address):\(port)\(path)" }
}

/// One accepted connection.
final class Connection: Sendable {
  private let socket: Int32

  init(_ socket: Int32) {
    self.socket = socket
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  fileprivate func serve(_ handler: (Connection) -> Void) {
    handler(self)
    close(socket)
  }

  /// One request head, nil when the client is gone.
  func readHead() -> String? {
    var head: [UInt8] = []
    var byte: UInt8 = 0
    while head.count < 64 << 10, recv(socket, &byte, 1, 0) == 1 {
      head.append(byte)
      if head.suffix(4) == [13, 10, 13, 10] { return String(decoding: head, as: UTF8.self) }
    }
    return nil
  }

  /// False when the client no longer takes anything.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Waits until the client hangs up or sends, at most so long; true when it did.
  @discardableResult
  func waitForClient(milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, milliseconds) != 0
  }

  /// Makes the coming close a reset.
  func resetOnClose() {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }

  /// Serves requests until the client hangs up; `reply` gets path and whole head.
  func serveRequests(_ reply: (_ path: String, _ head: String) -> String) {
    while let head = readHead() {
      let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
      guard send(reply(path, head)) else { return }
    }
  }
}

/// A number several threads may raise.
final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  var count: Int { value.load(ordering: .sequentiallyConsistent) }

  func add() { value.wrappingAdd(1, ordering: .sequentiallyConsistent) }
}

struct ServerFault: Error {}

private func listen(on address: String) throws -> (socket: Int32, port: Int) {
  let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
  var place = sockaddr_in()
  place.sin_family = sa_family_t(AF_INET)
  place.sin_addr.s_addr = inet_addr(address)
  var length = socklen_t(MemoryLayout<sockaddr_in>.size)
  let isBound = withUnsafeMutablePointer(to: &place) {
    $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
      bind(socket, $0, length) == 0 && Glibc.listen(socket, 512) == 0
        && getsockname(socket, $0, &length) == 0
    }
  }
  guard socket >= 0, isBound else { throw ServerFault() }
  return (socket, Int(UInt16(bigEndian: place.sin_port)))
}

/// A port of the address where nothing listens.
func unusedPort(on address: String = "127.0.0.1") throws -> Int {
  let (socket, port) = try listen(on: address)
  close(socket)
  return port
}

/// A whole response with a length.
func response(_ body: String, status: String = "200 OK", fields: String = "") -> String {
  "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)"
}
