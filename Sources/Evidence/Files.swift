import Foundation
import Glibc

/// What went wrong in a system call, with a full disk told apart.
func systemError(
  _ code: EvidenceError.Code, path: String, number: Int32 = errno
) -> EvidenceError {
  let isFull = number == ENOSPC || number == EDQUOT || number == EFBIG
  return EvidenceError(
    isFull ? .diskFull : code, path: path, detail: String(cString: strerror(number)))
}

/// A file open for reading at any offset; closed when the last reference goes.
final class ReadableFile {
  let path: String
  let size: Int
  private let descriptor: Int32

  /// Opens a regular file. A pipe or device is refused: reading it may never end.
  init(path: String) throws(EvidenceError) {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw systemError(.cannotOpen, path: path) }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw EvidenceError(.unsafeFile, path: path)
    }
    self.path = path
    descriptor = opened
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Up to `count` bytes from `offset`; fewer only at the end of the file.
  func bytes(at offset: Int, count: Int) throws(EvidenceError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
      while filled < buffer.count, let base = buffer.baseAddress {
        let got = pread(descriptor, base + filled, buffer.count - filled, off_t(offset + filled))
        if got < 0 && errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        filled += got
      }
    }
    if failed { throw systemError(.cannotRead, path: path) }
    return bytes
  }
}

/// Writing files so that a reader sees the whole content or nothing.
enum WholeFile {
  /// Writes beside the target and renames over it.
  static func write(_ bytes: [UInt8], to path: String) throws(EvidenceError) {
    let draft = "\(path).draft-\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw systemError(.cannotWrite, path: path) }
    do throws(EvidenceError) {
      try writeAll(bytes, to: descriptor, path: path)
      guard fsync(descriptor) == 0 else { throw systemError(.cannotWrite, path: path) }
    } catch {
      close(descriptor)
      unlink(draft)
      throw error
    }
    close(descriptor)
    guard rename(draft, path) == 0 else {
      let error = systemError(.cannotWrite, path: path)
      unlink(draft)
      throw error
    }
  }

  /// Loops over `write(2)` until every byte is taken.
  static func writeAll(
    _ bytes: [UInt8], to descriptor: Int32, path: String
  ) throws(EvidenceError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Glibc.write(descriptor, $0 + written, bytes.count - written) } ?? 0
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw systemError(.cannotWrite, path: path) }
      written += count
    }
  }

  /// Creates a folder and those above it.
  static func makeFolder(_ path: String) throws(EvidenceError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw EvidenceError(.cannotWrite, path: path, detail: "\(error.localizedDescription)")
    }
  }
}
