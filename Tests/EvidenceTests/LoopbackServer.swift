import Foundation
import Glibc

/// A very small HTTP server on 127.0.0.1 for one test: fixed answers by path, one at a time.
final class LoopbackServer: Sendable {
  struct Answer: Sendable {
    var status = "200 OK"
    var type = "text/html; charset=utf-8"
    var extra = ""
    var body: [UInt8]

    init(_ html: String, status: String = "200 OK", extra: String = "") {
      self.status = status
      self.extra = extra
      body = Array(html.utf8)
    }
  }

  let port: Int
  private let descriptor: Int32

  /// - Parameter answers: by path; anything else is 404. A path that is listed with nil never
  ///   gets an answer.
  init?(_ answers: [String: Answer?]) {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let file = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(file, $0, length) == 0 && listen(file, 64) == 0
          && getsockname(file, $0, &length) == 0
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    guard isBound else {
      close(descriptor)
      return nil
    }
    Thread.detachNewThread { LoopbackServer.serve(file, answers) }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  private static func serve(_ listener: Int32, _ answers: [String: Answer?]) {
    while true {
      let client = accept(listener, nil, nil)
      if client < 0 { return }
      Thread.detachNewThread { answer(client, answers) }
    }
  }

  private static func answer(_ client: Int32, _ answers: [String: Answer?]) {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(client, &bytes, bytes.count, 0)
    let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: " ")
    let path = words.count > 1 ? String(words[1]) : ""
    // A listed path without an answer keeps the client waiting until it gives up.
    if let listed = answers[path], listed == nil {
      _ = recv(client, &bytes, bytes.count, 0)
      close(client)
      return
    }
    let answer = (answers[path] ?? nil) ?? Answer("not here", status: "404 Not Found")
    let head =
      "HTTP/1.1 \(answer.status)\r\nContent-Type: \(answer.type)\r\nConnection: close\r\n"
      + "Content-Length: \(answer.body.count)\r\n\(answer.extra)\r\n"
    let all = Array(head.utf8) + answer.body
    _ = send(client, all, all.count, Int32(MSG_NOSIGNAL))
    shutdown(client, Int32(SHUT_WR))
    _ = recv(client, &bytes, bytes.count, 0)
    close(client)
  }
}

/// What a PNG says about itself in its first chunk.
func pictureSize(_ bytes: [UInt8]) -> (width: Int, height: Int)? {
  guard bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]), bytes.count > 24 else { return nil }
  func number(_ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
  return (number(16), number(20))
}
