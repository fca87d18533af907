import Glibc

/// What the C library's allocator is told, so that a crawl's memory stays what its queue needs.
///
/// Each thread that meets another in the allocator gets a heap of its own (mallopt(3),
/// M_ARENA_MAX), and every heap keeps what one large sitemap took in all its forms. Swift's Glibc
/// module does not know `malloc.h`, so the two functions are looked up by name; where there are
/// none, nothing is lost but memory.
enum ProcessMemory {
  private typealias Option = @convention(c) (CInt, CInt) -> CInt
  private typealias Trim = @convention(c) (Int) -> CInt
  /// `M_ARENA_MAX` in glibc's malloc.h.
  private static let arenas: CInt = -8

  /// Two heaps for all threads. Measured: a crawl takes no longer with them.
  static func shareHeaps() {
    guard let found = dlsym(nil, "mallopt") else { return }
    _ = unsafeBitCast(found, to: Option.self)(arenas, 2)
  }

  /// Gives what lies free back to the system; takes milliseconds.
  static func giveBack() {
    guard let found = dlsym(nil, "malloc_trim") else { return }
    _ = unsafeBitCast(found, to: Trim.self)(0)
  }
}
