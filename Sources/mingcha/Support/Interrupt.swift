import Foundation
import Glibc
import Synchronization

/// Turns the first Ctrl-C (or SIGTERM) into a request to stop cleanly; the second one ends at once.
struct Interrupt: Sendable {
  /// A signal handler can reach nothing but globals.
  private static let isRaised = Atomic(false)

  init() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        if Interrupt.isRaised.exchange(true, ordering: .relaxed) { _exit(130) }
      }
    }
  }

  /// Lets a file that may not grow and a reader that went away be errors of the write concerned,
  /// which say what happened and keep what is there, instead of sudden death.
  static func ignoreLimits() {
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
  }

  var isRequested: Bool { Interrupt.isRaised.load(ordering: .relaxed) }
}
