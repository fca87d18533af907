import Foundation
import Glibc

/// Gives every request on a loopback port the same answer.
final class AnsweringServer: Sendable {
  let port: Int
  private let listener: Int32

  /// - Parameter answer: the bytes of the whole response.
  init(_ answer: String) throws {
    (listener, port) = try Self.listen()
    let (listener, bytes) = (listener, [UInt8](answer.utf8))
    Thread.detachNewThread {
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        Self.serve(client, bytes)
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// An answer with status and body.
  static func answer(_ status: Int, _ body: String) -> String {
    """
    HTTP/1.1 \(status) Status\r\nContent-Type: text/html; charset=utf-8\r\n\
    Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)
    """
  }

  /// A port nobody listens on.
  static func closedPort() throws -> Int {
    let (listener, port) = try listen()
    close(listener)
    return port
  }

  private static func serve(_ client: Int32, _ bytes: [UInt8]) {
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var buffer = [UInt8](repeating: 0, count: 16_384)
    if recv(client, &buffer, buffer.count, 0) > 0 {
      send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
    shutdown(client, Int32(SHUT_WR))
    close(client)
  }

  private static func listen() throws -> (Int32, Int) {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, length) == 0 && Glibc.listen(socket, 16) == 0
          && getsockname(socket, $0, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    return (socket, Int(UInt16(bigEndian: name.sin_port)))
  }
}
