import Testing

@testable import Evidence

/// Notes cost nothing but time when they are lost, so every fault ends in "no note".
struct NoteFileTests {
  private static let note = Array(String(repeating: "读到的内容", count: 500).utf8)

  @Test("a note is found again, by the next process too")
  func noteIsFoundAgain() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/cache/a.pages"
    var file = NoteFile(path: path, stamp: "1")
    file?.keep(Self.note, under: NoteFile.Key("a"))
    file?.keep([], under: NoteFile.Key("empty"))
    #expect(file?.note(NoteFile.Key("a")) == Self.note)
    file = nil
    file = NoteFile(path: path, stamp: "1")
    #expect(file?.note(NoteFile.Key("a")) == Self.note)
    #expect(file?.note(NoteFile.Key("empty")) == [])
    #expect(file?.note(NoteFile.Key("b")) == nil)
  }

  @Test("another build's notes are not read")
  func otherStampBeginsAnew() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/a.pages"
    NoteFile(path: path, stamp: "1")?.keep(Self.note, under: NoteFile.Key("a"))
    let file = try #require(NoteFile(path: path, stamp: "2"))
    #expect(file.note(NoteFile.Key("a")) == nil)
    file.keep([1, 2, 3], under: NoteFile.Key("b"))
    #expect(file.note(NoteFile.Key("b")) == [1, 2, 3])
  }

  @Test("a torn tail is cut off, and what stands before it stays")
  func tornTailIsCut() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/a.pages"
    var file = NoteFile(path: path, stamp: "1")
    file?.keep(Self.note, under: NoteFile.Key("a"))
    file?.keep(Self.note.reversed(), under: NoteFile.Key("b"))
    file = nil
    try scratch.write(try scratch.bytes("a.pages").dropLast(5), "a.pages")
    file = NoteFile(path: path, stamp: "1")
    #expect(file?.note(NoteFile.Key("a")) == Self.note)
    #expect(file?.note(NoteFile.Key("b")) == nil)
    file?.keep([7], under: NoteFile.Key("c"))
    file = nil
    file = NoteFile(path: path, stamp: "1")
    #expect(file?.note(NoteFile.Key("c")) == [7])
  }

  @Test("a changed note is no note")
  func changedNoteIsNone() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/a.pages"
    NoteFile(path: path, stamp: "1")?.keep(Self.note, under: NoteFile.Key("a"))
    var bytes = try scratch.bytes("a.pages")
    bytes[bytes.count - 20] ^= 0x10
    try scratch.write(bytes, "a.pages")
    #expect(NoteFile(path: path, stamp: "1")?.note(NoteFile.Key("a")) == nil)
  }

  @Test("who comes second reads, and leaves the file as it is")
  func secondOnlyReads() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/a.pages"
    let first = try #require(NoteFile(path: path, stamp: "1"))
    first.keep(Self.note, under: NoteFile.Key("a"))
    let second = try #require(NoteFile(path: path, stamp: "1"))
    #expect(second.note(NoteFile.Key("a")) == Self.note)
    second.keep([1], under: NoteFile.Key("b"))
    #expect(second.note(NoteFile.Key("b")) == nil)
    #expect(NoteFile(path: path, stamp: "other") == nil)
    first.keep([2], under: NoteFile.Key("c"))
    #expect(first.note(NoteFile.Key("c")) == [2])
  }

  @Test("members are inflated alike in one go and step by step")
  func membersInflateAlike() throws {
    let scratch = try Scratch()
    let member = try GzipMember.compress(Self.note, level: 1)
    try scratch.write(member + [1, 2, 3], "ours")
    let ours = try ReadableFile(path: scratch.path + "/ours")
    let read = try GzipMember.inflate(ours, at: 0, limit: 1 << 20)
    #expect(read.bytes == Self.note)
    #expect(read.length == member.count)
    // A member that lies about its length is read as it is.
    var lying = member
    lying[16] = lying[16] &+ 1
    try scratch.write(lying + [1, 2, 3], "lying")
    let other = try GzipMember.inflate(
      try ReadableFile(path: scratch.path + "/lying"), at: 0, limit: 1 << 20)
    #expect(other.bytes == Self.note)
    #expect(other.length == member.count)
    #expect(throws: GzipMember.Fault.tooLarge) {
      try GzipMember.inflate(ours, at: 0, limit: 100)
    }
  }
}
