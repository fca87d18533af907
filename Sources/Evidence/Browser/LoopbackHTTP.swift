import Foundation
import Glibc

/// One HTTP/1.1 request to a server on 127.0.0.1, blocking and bounded: all that talking to a
/// driver of our own needs. (FoundationNetworking would bring a second owner of libcurl.)
struct LoopbackHTTP {
  let port: UInt16
  /// Answers larger than this are refused.
  var limit = 256 << 20

  enum Fault: Error { case noConnection, timeout, malformed, tooLarge }

  /// Sends and waits for the whole answer.
  func exchange(
    _ method: String, _ path: String, body: [UInt8], until deadline: Date
  ) throws(Fault) -> (status: Int, body: [UInt8]) {
    let descriptor = try connect()
    defer { close(descriptor) }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
    try send(Array(head.utf8) + body, to: descriptor, until: deadline)
    return try receive(from: descriptor, until: deadline)
  }

  private func connect() throws(Fault) -> Int32 {
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(AF_INET, kind, 0)
    guard descriptor >= 0 else { throw .noConnection }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else {
      close(descriptor)
      throw .noConnection
    }
    return descriptor
  }

  private func send(_ bytes: [UInt8], to descriptor: Int32, until deadline: Date) throws(Fault) {
    var sent = 0
    while sent < bytes.count {
      try wait(descriptor, POLLOUT, until: deadline)
      let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, flags)
      }
      if count < 0 && (errno == EAGAIN || errno == EINTR) { continue }
      guard count > 0 else { throw .noConnection }
      sent += count
    }
  }

  private func receive(
    from descriptor: Int32, until deadline: Date
  ) throws(Fault) -> (status: Int, body: [UInt8]) {
    var received: [UInt8] = []
    var head: (status: Int, start: Int, length: Int?)?
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let head, let length = head.length, received.count >= head.start + length {
        return (head.status, Array(received[head.start..<(head.start + length)]))
      }
      try wait(descriptor, POLLIN, until: deadline)
      let count = recv(descriptor, &piece, piece.count, 0)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      received += piece.prefix(count)
      if received.count > limit { throw .tooLarge }
      if head == nil { head = try LoopbackHTTP.head(in: received) }
    }
    guard let head, head.length == nil else { throw .noConnection }
    return (head.status, Array(received[head.start...]))
  }

  private func wait(_ descriptor: Int32, _ events: Int32, until deadline: Date) throws(Fault) {
    let left = deadline.timeIntervalSinceNow
    guard left > 0 else { throw .timeout }
    var entry = pollfd(fd: descriptor, events: Int16(events), revents: 0)
    guard poll(&entry, 1, Int32(min(left, 600) * 1000) + 1) > 0 else { throw .timeout }
  }

  /// Status, where the body begins and how long it is; nil while the head is not complete.
  private static func head(
    in bytes: [UInt8]
  ) throws(Fault) -> (status: Int, start: Int, length: Int?)? {
    let end: [UInt8] = [13, 10, 13, 10]
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else {
      if bytes.count > 1 << 16 { throw .malformed }
      return nil
    }
    let lines = String(decoding: bytes[..<start], as: UTF8.self).split(separator: "\r\n")
    guard let first = lines.first, first.hasPrefix("HTTP/1."),
      let status = Int(first.split(separator: " ").dropFirst().first ?? "")
    else { throw .malformed }
    let length = lines.dropFirst().first { $0.lowercased().hasPrefix("content-length:") }
    return (status, start + 4, length.flatMap { Int($0.dropFirst(15).trimmed) })
  }
}
