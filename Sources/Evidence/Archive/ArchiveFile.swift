import Glibc

/// One archive file open for appending; locked so that two writers never share it.
final class ArchiveFile {
  let path: String
  private(set) var length: Int
  private var descriptor: Int32

  /// Opens or creates the file and takes its lock.
  /// - Throws: `archiveBusy` when another writer holds it.
  init(path: String) throws(EvidenceError) {
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard opened >= 0 else { throw systemError(.cannotOpen, path: path) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      close(opened)
      throw EvidenceError(.archiveBusy, path: path)
    }
    self.path = path
    descriptor = opened
    length = Int(lseek(opened, 0, SEEK_END))
  }

  deinit { shut() }

  /// Gives the lock back; nothing can be appended any more.
  func shut() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  /// Appends all bytes, or none: a failed write is taken back.
  func append(_ bytes: [UInt8]) throws(EvidenceError) {
    lseek(descriptor, off_t(length), SEEK_SET)
    do {
      try WholeFile.writeAll(bytes, to: descriptor, path: path)
    } catch {
      ftruncate(descriptor, off_t(length))
      throw error
    }
    length += bytes.count
  }

  /// Cuts the file to `size`.
  func truncate(to size: Int) throws(EvidenceError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else {
      throw systemError(.cannotWrite, path: path)
    }
    length = size
  }

  /// Waits until the disk has everything.
  func synchronize() throws(EvidenceError) {
    guard fdatasync(descriptor) == 0 else { throw systemError(.cannotWrite, path: path) }
  }
}
