import Glibc

/// The bytes of a file somebody handed in.
public enum OfficeFileBytes {
  /// Reads a regular file of at most `limits.fileBytes`; a pipe or device is refused, since reading
  /// it may never end.
  public static func read(
    path: String, limits: OfficeLimits = OfficeLimits()
  ) throws(OfficeFileError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw OfficeFileError(.unreadable, "", String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw OfficeFileError(.unreadable, "", Wording.notAFile)
    }
    guard status.st_size <= limits.fileBytes else {
      throw OfficeFileError(.tooLarge, "", Wording.limit(Wording.fileBytes, limits.fileBytes))
    }
    return try content(of: descriptor, count: Int(status.st_size))
  }

  private static func content(
    of descriptor: Int32, count: Int
  ) throws(OfficeFileError) -> [UInt8] {
    var problem: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < buffer.count, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + filled, buffer.count - filled)
        if got < 0 && errno == EINTR { continue }
        if got < 0 { problem = errno }
        if got <= 0 { break }
        filled += got
      }
    }
    guard problem == 0 else {
      throw OfficeFileError(.unreadable, "", String(cString: strerror(problem)))
    }
    return bytes
  }
}
