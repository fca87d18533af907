import Foundation
import Glibc
import Synchronization

/// A loopback server that answers each request by a closure and remembers what it was asked.
final class ScriptedServer: Sendable {
  struct Request: Sendable {
    var method: String
    /// Without the port.
    var host: String
    var path: String
    var head: String

    func field(_ name: String) -> String? {
      head.components(separatedBy: "\r\n").first {
        $0.lowercased().hasPrefix(name.lowercased() + ":")
      }.map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
    }
  }

  let port: Int
  private let listener: Int32
  private let notes = Notes()

  private final class Notes: Sendable {
    let asked = Mutex<[Request]>([])
  }

  /// - Parameter answer: the bytes of the whole response; empty to hang up without a word.
  init(_ answer: @escaping @Sendable (Request, Int) -> [UInt8]) throws {
    (listener, port) = try Self.listen()
    let (listener, port, notes) = (listener, port, notes)
    Thread.detachNewThread {
      while true {
        let client = accept(listener, nil, nil)
        guard client >= 0 else { return }
        Thread.detachNewThread {
          guard let request = Self.read(client) else {
            close(client)
            return
          }
          notes.asked.withLock { $0.append(request) }
          Self.write(answer(request, port), to: client)
        }
      }
    }
  }

  deinit { stop() }

  /// Stops listening; a second call does nothing.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  var requests: [Request] { notes.asked.withLock { $0 } }

  /// A whole response.
  static func answer(
    _ status: Int, _ body: String = "", type: String = "text/html; charset=utf-8",
    fields: [String] = []
  ) -> [UInt8] {
    answer(status, bytes: Array(body.utf8), type: type, fields: fields)
  }

  static func answer(_ status: Int, bytes: [UInt8], type: String, fields: [String] = []) -> [UInt8]
  {
    let lines =
      [
        "HTTP/1.1 \(status) Status", "Content-Type: \(type)", "Content-Length: \(bytes.count)",
        "Connection: close",
      ] + fields
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + bytes
  }

  private static func read(_ client: Int32) -> Request? {
    var limit = timeval(tv_sec: 5, tv_usec: 0)
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = recv(client, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    let head = String(decoding: buffer[..<count], as: UTF8.self)
    let words = head.prefix { $0 != "\r\n" }.split(separator: " ")
    guard words.count >= 2 else { return nil }
    var request = Request(method: "\(words[0])", host: "", path: "\(words[1])", head: head)
    request.host = request.field("Host")?.components(separatedBy: ":").first ?? ""
    return request
  }

  private static func write(_ bytes: [UInt8], to client: Int32) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { break }
      sent += count
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
        bind(socket, $0, length) == 0 && Glibc.listen(socket, 64) == 0
          && getsockname(socket, $0, &length) == 0
      }
    }
    guard bound else { throw POSIXError(.EADDRNOTAVAIL) }
    return (socket, Int(UInt16(bigEndian: name.sin_port)))
  }
}
