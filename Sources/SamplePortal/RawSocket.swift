import Foundation
import Glibc

/// The few socket calls the hostile server needs, with the casts C asks for in one place.
enum RawSocket {
  /// A listening socket on a free port of the loopback address.
  static func listening(on address: String) throws(SampleServerError) -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = inet_addr(address)
    let bound = withUnsafePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard descriptor >= 0, bound == 0, listen(descriptor, 64) == 0 else {
      if descriptor >= 0 { close(descriptor) }
      throw .cannotListen(address: address, port: 0)
    }
    return descriptor
  }

  /// The port the socket is bound to; 0 when it is not.
  static func port(of descriptor: Int32) -> Int {
    var name = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let result = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(descriptor, $0, &length)
      }
    }
    return result == 0 ? Int(UInt16(bigEndian: name.sin_port)) : 0
  }

  /// No read or write on the socket waits longer.
  static func limitWaiting(_ descriptor: Int32, seconds: Int) {
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    let length = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, length)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, length)
  }

  /// Writes all bytes; false when the client left or takes nothing any more.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let sent = bytes.withUnsafeBytes { buffer in
        // MSG_NOSIGNAL: a client that left must not end this process with SIGPIPE.
        Glibc.send(
          descriptor, buffer.baseAddress.map { $0 + start }, bytes.count - start,
          Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      start += sent
    }
    return true
  }

  /// Whether the client has closed its side.
  static func hasLeft(_ descriptor: Int32) -> Bool {
    var byte: UInt8 = 0
    let flags = Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)
    return recv(descriptor, &byte, 1, flags) == 0
  }

  /// Closes; with RST when told (SO_LINGER of zero seconds).
  static func finish(_ descriptor: Int32, resets: Bool) {
    if resets {
      var option = linger(l_onoff: 1, l_linger: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    } else {
      shutdown(descriptor, Int32(SHUT_WR))
    }
    close(descriptor)
  }
}
