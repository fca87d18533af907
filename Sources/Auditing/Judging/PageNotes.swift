import Evidence
import Glibc
import PageModel
import Synchronization

/// What was read of a sweep's pages, kept beside it, so that judging again (a replay, another scheme,
/// another unit) need not read the documents again.
///
/// Only the very program that wrote the notes reads them: another build may read pages otherwise.
final class PageNotes: Sendable {
  private let file: Mutex<NoteFile>

  /// Nil when the file can be neither read nor written.
  init?(path: String) {
    guard let file = NoteFile(path: path, stamp: Self.program) else { return nil }
    self.file = Mutex(file)
  }

  func page(_ key: NoteFile.Key) -> Page? {
    let bytes = file.withLock { $0.note(key) }
    return bytes.flatMap { $0.withUnsafeBufferPointer { PackedPage.unpack($0) } }
  }

  func keep(_ page: Page, under key: NoteFile.Key) {
    let bytes = PackedPage.pack(page)
    file.withLock { $0.keep(bytes, under: key) }
  }

  /// Tells this build of the program from every other.
  private static let program: String = {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return "" }
    return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ino)"
  }()
}
