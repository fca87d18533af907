import CZip

/// The ZIP package around an office file: its members by name, unpacked one at a time and within
/// limits. Names are compared without regard to case, as ECMA-376 Part 2 §6.2.2.3 asks.
struct OfficePackage: ~Copyable {
  private let archive: OpaquePointer
  /// A copy of the file in memory of its own: libzip keeps the pointer while the package is open.
  private let memory: UnsafeMutableRawBufferPointer
  private let limits: OfficeLimits
  private let indices: [String: UInt64]

  init(_ bytes: [UInt8], limits: OfficeLimits) throws(OfficeFileError) {
    try FileSignature.check(bytes, limits: limits)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    copy.copyBytes(from: bytes)
    do throws(OfficeFileError) {
      let archive = try OfficePackage.open(copy)
      do throws(OfficeFileError) {
        indices = try PackageIndex.read(archive, limits: limits)
      } catch {
        zip_discard(archive)
        throw error
      }
      self.archive = archive
    } catch {
      copy.deallocate()
      throw error
    }
    memory = copy
    self.limits = limits
  }

  deinit {
    zip_discard(archive)
    memory.deallocate()
  }

  func contains(_ name: String) -> Bool { indices[OfficePackage.key(name)] != nil }

  /// The unpacked bytes of a member.
  func bytes(of name: String) throws(OfficeFileError) -> [UInt8] {
    guard let index = indices[OfficePackage.key(name)] else {
      throw OfficeFileError(.broken, name, Wording.missing(name))
    }
    let size = try checkedSize(index, name)
    guard let file = zip_fopen_index(archive, index, 0) else {
      throw OfficeFileError(.broken, name)
    }
    defer { zip_fclose(file) }
    // One more than declared, so that a member that says less than it holds is noticed.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        zip_fread(file, buffer.baseAddress?.advanced(by: filled), UInt64(buffer.count - filled))
      }
      guard count >= 0 else { throw OfficeFileError(.broken, name) }
      if count == 0 { break }
      filled += Int(count)
    }
    guard filled == size else { throw OfficeFileError(.broken, name) }
    bytes.removeLast()
    return bytes
  }

  private func checkedSize(_ index: UInt64, _ name: String) throws(OfficeFileError) -> Int {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0 else {
      throw OfficeFileError(.broken, name)
    }
    guard status.size <= UInt64(limits.memberBytes) else {
      throw OfficeFileError(.tooLarge, name, Wording.limit(Wording.memberBytes, limits.memberBytes))
    }
    let isSmall = status.size <= 1 << 20
    guard isSmall || status.size / UInt64(limits.ratio) <= status.comp_size else {
      throw OfficeFileError(.tooLarge, name, Wording.limit(Wording.ratio, limits.ratio))
    }
    return Int(status.size)
  }

  private static func open(
    _ memory: UnsafeMutableRawBufferPointer
  ) throws(OfficeFileError) -> OpaquePointer {
    guard let base = memory.baseAddress else { throw OfficeFileError(.notAPackage) }
    var code: Int32 = 0
    guard let archive = czip_open(base, UInt64(memory.count), &code) else {
      throw OfficeFileError(.broken)
    }
    return archive
  }

  static func key(_ name: String) -> String { name.lowercased() }
}
