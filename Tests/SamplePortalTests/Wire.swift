import Foundation
import Glibc

/// One request on a fresh connection, and everything that came back until it was closed: what an
/// HTTP client library would tidy away is what these tests are about.
struct Wire: Sendable {
  /// Bytes received, head included; empty after a reset.
  var bytes: [UInt8] = []
  /// Whether reading ended in an error instead of an orderly close.
  var wasReset = false

  /// Asks on a thread of its own: a blocking read on a shared one would keep the server waiting.
  ///
  /// - Parameter limit: stops reading after that many bytes.
  static func ask(
    port: Int, _ target: String, method: String = "GET", host: String = "localhost",
    fields: [String] = [], limit: Int = 1 << 24
  ) async -> Wire {
    let lines =
      ["\(method) \(target) HTTP/1.1", "Host: \(host)", "Connection: close"] + fields + ["", ""]
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          returning: Wire(
            port: port, request: [UInt8](lines.joined(separator: "\r\n").utf8), limit: limit))
      }
    }
  }

  private init(port: Int, request: [UInt8], limit: Int) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var wait = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    guard Self.connects(descriptor, port: port) else { return }
    _ = request.withUnsafeBytes {
      send(descriptor, $0.baseAddress, request.count, Int32(MSG_NOSIGNAL))
    }
    read(descriptor, limit: limit)
    border = Data(bytes).range(of: Data([13, 10, 13, 10]))?.lowerBound
  }

  private static func connects(_ descriptor: Int32, port: Int) -> Bool {
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = UInt16(port).bigEndian
    name.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private mutating func read(_ descriptor: Int32, limit: Int) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else {
        wasReset = count < 0
        return
      }
      bytes += buffer[..<count]
    }
  }

  /// Where the empty line behind the head begins; nil when there is none.
  private var border: Int?

  var head: String { String(decoding: bytes[..<(border ?? bytes.count)], as: UTF8.self) }
  var body: [UInt8] { border.map { Array(bytes[($0 + 4)...]) } ?? [] }
  var text: String { String(decoding: body, as: UTF8.self) }
  var status: Int? { head.split(separator: " ").dropFirst().first.flatMap { Int($0) } }

  func field(_ name: String) -> String? {
    head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name.lowercased()):") }
      .map { $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces) }
  }
}
