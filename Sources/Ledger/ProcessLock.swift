import Glibc

/// An advisory lock on a file, held until the process ends however it ends: the kernel releases
/// it, so a `kill -9` leaves nothing to clean up.
final class ProcessLock: Sendable {
  private let descriptor: Int32

  init(path: String, ledger: String) throws(LedgerError) {
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw LedgerError(
        code: .cannotOpen, subject: ledger, detail: String(cString: strerror(errno)))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw LedgerError(code: .busy, subject: ledger)
    }
  }

  deinit { close(descriptor) }
}
