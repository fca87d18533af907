/// Tells by its first bytes what a file is, so that the refusal can say how to mend it.
enum FileSignature {
  /// ZIP local file header.
  private static let package: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
  /// Compound file binary, [MS-CFB] §2.2: old Office files and encrypted new ones.
  static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  /// The stream that holds an encrypted package, [MS-OFFCRYPTO] §2.3.4.
  private static let encryptedStream = Array("EncryptedPackage".utf8).flatMap { [$0, UInt8(0)] }

  static func check(_ bytes: [UInt8], limits: OfficeLimits) throws(OfficeFileError) {
    guard !bytes.isEmpty else { throw OfficeFileError(.notAPackage, "", Wording.emptyFile) }
    guard bytes.count <= limits.fileBytes else {
      throw OfficeFileError(.tooLarge, "", Wording.limit(Wording.fileBytes, limits.fileBytes))
    }
    if bytes.starts(with: compound) {
      throw OfficeFileError(contains(encryptedStream, bytes) ? .encrypted : .oldFormat)
    }
    guard bytes.starts(with: package) else { throw OfficeFileError(.notAPackage) }
  }

  private static func contains(_ wanted: [UInt8], _ bytes: [UInt8]) -> Bool {
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    return bytes.withUnsafeBufferPointer { buffer in
      (0...(buffer.count - wanted.count)).contains { start in
        buffer[start] == first && buffer[start..<(start + wanted.count)].elementsEqual(wanted)
      }
    }
  }
}
