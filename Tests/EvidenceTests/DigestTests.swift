import Foundation
import Testing

@testable import Evidence

@Suite("Hashes")
struct DigestTests {
  @Test("SHA-256 of known text, in memory and from a file")
  func known() throws {
    let wanted = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Digest.sha256(Array("abc".utf8)) == wanted)
    #expect(Digest.sha256("abc".utf8) == wanted)
    #expect(Digest.sha256(Set<UInt8>([97])) == Digest.sha256([97]))
    let scratch = try Scratch()
    try scratch.write(Array("abc".utf8), "a")
    #expect(try Digest.sha256(ofFile: "\(scratch.path)/a") == wanted)
  }

  @Test("A file larger than one piece is hashed as a whole")
  func large() throws {
    let scratch = try Scratch()
    let bytes = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try scratch.write(bytes, "a")
    #expect(try Digest.sha256(ofFile: "\(scratch.path)/a") == Digest.sha256(bytes))
  }

  @Test("Pipes, folders and missing files are refused")
  func refused() throws {
    let scratch = try Scratch()
    mkfifo("\(scratch.path)/pipe", 0o600)
    for name in ["pipe", "", "missing"] {
      #expect(throws: EvidenceError.self) { try Digest.sha256(ofFile: "\(scratch.path)/\(name)") }
    }
  }

  @Test("The digest fields of archives, in each spelling that is met")
  func fields() {
    let bytes = Array("abc".utf8)[...]
    #expect(Digest.agrees(field: "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", with: bytes) == true)
    #expect(
      Digest.agrees(field: "sha1:a9993e364706816aba3e25717850c26c9cd0d89d", with: bytes) == true)
    #expect(Digest.agrees(field: "SHA-1:vgmt4nsha2awvor6evyxqugcnsonbwe5", with: bytes) == true)
    #expect(Digest.agrees(field: "md5:900150983cd24fb0d6963f7d28e17f72", with: bytes) == true)
    #expect(Digest.agrees(field: "sha256:00", with: bytes) == false)
    #expect(Digest.agrees(field: "crc32:00", with: bytes) == nil)
  }
}
