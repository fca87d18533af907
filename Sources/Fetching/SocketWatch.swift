import CCurl
import Glibc

/// What libcurl waits for: sockets, in an epoll set, and the moment its next timer is due. Asking
/// only about the sockets where something happened keeps a turn's cost from growing with the number
/// of connections, as `curl_multi_poll` would let it (https://everything.curl.dev/libcurl/drive/multi-socket.html).
///
/// Not Sendable: it belongs to the loop thread, except ``ring()``.
final class SocketWatch {
  private let set: Int32
  /// An eventfd in the set, for waking the loop.
  private let bell: Int32
  /// Sockets in the set with the events asked for.
  private var asked: [Int32: UInt32] = [:]
  private var deadline: Int64?
  private var events = [epoll_event](repeating: epoll_event(), count: 64)

  /// Nil when the system gives no more descriptors.
  init?() {
    set = epoll_create1(Int32(EPOLL_CLOEXEC))
    bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
    guard set >= 0, bell >= 0, control(EPOLL_CTL_ADD, bell, EPOLLIN.rawValue) else {
      closeBoth()
      return nil
    }
  }

  /// Ends a wait that is going on or comes next. Any thread.
  func ring() { eventfd_write(bell, 1) }

  /// Closes what the set is made of; nothing may be asked of it afterwards.
  func closeBoth() {
    for descriptor in [set, bell] where descriptor >= 0 { close(descriptor) }
  }

  /// What became ready, and whether the timer is due.
  struct Turn {
    var ready: [(socket: Int32, mask: Int32)] = []
    var isDue = false
  }

  /// Waits for a socket, the timer or ``ring()``, at most `milliseconds`.
  func wait(milliseconds: Int32) -> Turn {
    let left = deadline.map { Int32(clamping: max(0, $0 - Timepiece.tick())) } ?? milliseconds
    let count = epoll_wait(set, &events, Int32(events.count), min(left, milliseconds))
    var turn = Turn()
    for event in events.prefix(Int(max(count, 0))) {
      if event.data.fd == bell {
        var rings: eventfd_t = 0
        eventfd_read(bell, &rings)
      } else {
        turn.ready.append((event.data.fd, SocketWatch.mask(event.events)))
      }
    }
    if let due = deadline, due <= Timepiece.tick() {
      deadline = nil
      turn.isDue = true
    }
    return turn
  }

  private static func mask(_ events: UInt32) -> Int32 {
    var mask: Int32 = 0
    if events & (EPOLLIN.rawValue | EPOLLHUP.rawValue | EPOLLERR.rawValue) != 0 {
      mask |= CURL_CSELECT_IN
    }
    if events & EPOLLOUT.rawValue != 0 { mask |= CURL_CSELECT_OUT }
    return mask
  }

  /// libcurl's timer: due in so many milliseconds; a negative number means none.
  fileprivate func setTimer(milliseconds: Int) {
    deadline = milliseconds < 0 ? nil : Timepiece.tick() + Int64(milliseconds)
  }

  /// What libcurl wants to know of a socket from now on.
  fileprivate func watch(_ socket: Int32, _ what: Int32) {
    var wanted: UInt32 = 0
    if what == CURL_POLL_IN || what == CURL_POLL_INOUT { wanted |= EPOLLIN.rawValue }
    if what == CURL_POLL_OUT || what == CURL_POLL_INOUT { wanted |= EPOLLOUT.rawValue }
    let before = asked[socket]
    guard before != wanted else { return }
    if wanted == 0 {
      asked[socket] = nil
      _ = control(EPOLL_CTL_DEL, socket, 0)
    } else {
      asked[socket] = wanted
      _ = control(before == nil ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, socket, wanted)
    }
  }

  private func control(_ change: Int32, _ descriptor: Int32, _ wanted: UInt32) -> Bool {
    var event = epoll_event(events: wanted, data: epoll_data_t(fd: descriptor))
    return epoll_ctl(set, change, descriptor, &event) == 0
  }
}

private func socketWatch(_ context: UnsafeMutableRawPointer?) -> SocketWatch? {
  context.map { Unmanaged<SocketWatch>.fromOpaque($0).takeUnretainedValue() }
}

/// CURLMOPT_SOCKETFUNCTION: what to watch a socket for.
let watchSocket: curl_socket_callback = { _, socket, what, context, _ in
  socketWatch(context)?.watch(socket, what)
  return 0
}

/// CURLMOPT_TIMERFUNCTION: when to come back though no socket is ready.
let setTimer: curl_multi_timer_callback = { _, milliseconds, context in
  socketWatch(context)?.setTimer(milliseconds: milliseconds)
  return 0
}
