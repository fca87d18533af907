import CCurl
import Glibc

/// Where the callbacks of one easy handle put what arrives, with the limits that bind them.
///
/// Not Sendable: libcurl calls back on the thread that performs, which is the loop thread.
final class Receiver {
  /// Why a callback ended the transfer.
  enum Stop { case bodyLimit, headLimit }

  var limits = FetchLimits()
  var gate = AddressGate(allowsPrivate: false, named: [])
  private(set) var head = ResponseHead()
  private(set) var requestHead: [UInt8] = []
  private(set) var body: [UInt8] = []
  private(set) var stop: Stop?
  /// An address was turned away, and none was let through.
  private(set) var wasKeptOut = false
  /// `errno` of a socket this machine could not open, such as EMFILE.
  private(set) var socketFault: Int32 = 0
  /// Filled by libcurl; it asks for this size (CURLOPT_ERRORBUFFER).
  let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private var wasLetThrough = false

  init() { errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE)) }

  deinit { errorText.deallocate() }

  /// Forgets one transfer and takes up the next.
  func begin(limits: FetchLimits, gate: AddressGate) {
    self.limits = limits
    self.gate = gate
    head = ResponseHead()
    requestHead = []
    body = []
    stop = nil
    wasKeptOut = false
    wasLetThrough = false
    socketFault = 0
    errorText.pointee = 0
  }

  /// The number of bytes taken; fewer than given tells libcurl to stop.
  fileprivate func take(_ bytes: UnsafeRawBufferPointer) -> Int {
    let room = limits.bodyBytes - body.count
    guard bytes.count > room else {
      body.append(contentsOf: bytes)
      return bytes.count
    }
    body.append(contentsOf: bytes.prefix(max(0, room)))
    stop = .bodyLimit
    return -1
  }

  fileprivate func takeHeadLine(_ line: UnsafeRawBufferPointer) -> Int {
    if head.append(line, limits: limits) { return line.count }
    stop = .headLimit
    return -1
  }

  /// A head that is already whole is replaced: libcurl sent again on a fresh connection.
  fileprivate func sent(_ bytes: UnsafeRawBufferPointer) {
    if requestHead.suffix(4).elementsEqual([0x0d, 0x0a, 0x0d, 0x0a]) { requestHead = [] }
    requestHead.append(contentsOf: bytes)
  }

  fileprivate func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    guard gate.admits(addressBytes(address)) else {
      wasKeptOut = !wasLetThrough
      return -1
    }
    wasLetThrough = true
    wasKeptOut = false
    // CLOEXEC: a browser started by another room must not inherit the connection.
    let type = address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue)
    let made = socket(address.pointee.family, type, address.pointee.protocol)
    if made < 0 { socketFault = errno }
    return made
  }

  private func addressBytes(_ address: UnsafeMutablePointer<curl_sockaddr>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 16) { bytes, count in
      guard let start = bytes.baseAddress else { return }
      count = Int(ccurl_socket_address_bytes(address, start))
    }
  }
}

private func receiver(_ context: UnsafeMutableRawPointer?) -> Receiver? {
  context.map { Unmanaged<Receiver>.fromOpaque($0).takeUnretainedValue() }
}

/// CURLOPT_WRITEFUNCTION: decoded bytes of the body.
let receiveBody: curl_write_callback = { bytes, size, count, context in
  guard let receiver = receiver(context), let bytes else { return 0 }
  return receiver.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
}

/// CURLOPT_HEADERFUNCTION: one line of a head, or a trailer.
let receiveHeadLine: curl_write_callback = { bytes, size, count, context in
  guard let receiver = receiver(context), let bytes else { return 0 }
  return receiver.takeHeadLine(UnsafeRawBufferPointer(start: bytes, count: size * count))
}

/// CURLOPT_DEBUGFUNCTION: libcurl has no other way to show the head it really sent.
let observeProtocol: curl_debug_callback = { _, kind, bytes, count, context in
  if kind == CURLINFO_HEADER_OUT, let bytes {
    receiver(context)?.sent(UnsafeRawBufferPointer(start: bytes, count: count))
  }
  return 0
}

/// CURLOPT_OPENSOCKETFUNCTION: the address that will be used, before a byte is sent to it. Looking
/// here and not at the name leaves a hostile DNS server nothing to switch in between.
let openSocket: curl_opensocket_callback = { context, _, address in
  guard let receiver = receiver(context), let address else { return -1 }
  return receiver.open(address)
}
