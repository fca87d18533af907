/// `file:` addresses have their own states because of hosts, drive letters and history.
extension URLParser {
  /// - Parameter base: the base when it is a file address too.
  mutating func parseFile(_ base: WebURL?) -> Bool {
    guard isSlash(byte(position)) else {
      guard let base else {
        openAuthority()
        return parseFilePath()
      }
      return parseRelativePath(base)
    }
    position += 1
    if isSlash(byte(position)) {
      position += 1
      return parseFileHost()
    }
    return parseFileRootPath(base)
  }

  private mutating func parseFilePath() -> Bool {
    layout.hostEnd = outputEnd
    layout.pathStart = outputEnd
    return parsePath()
  }

  /// `/x` against a base keeps the base's host and, unless the text has its own, drive letter.
  private mutating func parseFileRootPath(_ base: WebURL?) -> Bool {
    guard let base else {
      openAuthority()
      return parseFilePath()
    }
    copy(base, upTo: base.layout.pathStart)
    let drive = Array(base.path.utf8.prefix(4))
    let hasDrive =
      drive.count >= 3 && ASCII.isLetter(drive[1]) && drive[2] == UInt8(ascii: ":")
      && (drive.count == 3 || drive[3] == UInt8(ascii: "/"))
    if hasDrive, !startsWithDriveLetter(position) { output.append(contentsOf: drive.prefix(3)) }
    return parsePath()
  }

  private mutating func parseFileHost() -> Bool {
    openAuthority()
    var end = position
    while let next = byte(end), !isSlash(next), next != UInt8(ascii: "?"),
      next != UInt8(ascii: "#")
    {
      end += 1
    }
    let isDrive = end - position == 2 && isDriveLetter(position)
    if isDrive { return parseFilePath() }
    if end > position {
      guard appendHost(input[position..<end]) else { return false }
      if output[Int(layout.hostStart)...].elementsEqual("localhost".utf8) {
        output.removeSubrange(Int(layout.hostStart)...)
      }
    }
    layout.hostEnd = outputEnd
    position = end
    return parsePathStart()
  }

  /// A letter and `:` or `|`.
  func isDriveLetter(_ index: Int) -> Bool {
    guard let letter = byte(index), let mark = byte(index + 1) else { return false }
    return ASCII.isLetter(letter) && (mark == UInt8(ascii: ":") || mark == UInt8(ascii: "|"))
  }

  /// A drive letter that ends there or is followed by a delimiter.
  func startsWithDriveLetter(_ index: Int) -> Bool {
    guard isDriveLetter(index) else { return false }
    guard let next = byte(index + 2) else { return true }
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "\\") || next == UInt8(ascii: "?")
      || next == UInt8(ascii: "#")
  }
}
