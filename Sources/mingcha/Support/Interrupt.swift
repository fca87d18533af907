import Foundation
import Glibc
import Synchronization

/// Turns the first Ctrl-C (or SIGTERM) into a request to stop cleanly; the second one ends at once.
final class Interrupt: Sendable {
  private let sources: [any DispatchSourceSignal]
  private let flag = Flag()

  init() {
    let flag = flag
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if flag.raised.exchange(true, ordering: .relaxed) { _exit(130) }
        FileHandle.standardError.write(Data("\n正在收尾并保存,请稍候;再按一次 Ctrl-C 立即退出。\n".utf8))
      }
      source.resume()
      return source
    }
  }

  var isRequested: Bool { flag.raised.load(ordering: .relaxed) }
}

private final class Flag: Sendable {
  let raised = Atomic(false)
}
