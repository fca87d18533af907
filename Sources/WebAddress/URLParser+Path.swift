extension URLParser {
  /// The standard's path start state: what follows a host.
  mutating func parsePathStart() -> Bool {
    layout.pathStart = outputEnd
    if isSlash(byte(position)) {
      position += 1
    } else if !layout.kind.isSpecial {
      switch byte(position) {
      case nil, UInt8(ascii: "?"), UInt8(ascii: "#"): return parseQueryAndFragment()
      default: break
      }
    }
    return parsePath()
  }

  /// Reads segments up to `?`, `#` or the end; appends at least one.
  mutating func parsePath() -> Bool {
    while true {
      let start = position
      while let next = byte(position), !isSlash(next), next != UInt8(ascii: "?"),
        next != UInt8(ascii: "#")
      {
        position += 1
      }
      let isFollowed = isSlash(byte(position))
      appendSegment(input[start..<position], isFollowed: isFollowed)
      guard isFollowed else { break }
      position += 1
    }
    protectLeadingSlashes()
    return parseQueryAndFragment()
  }

  private mutating func appendSegment(_ segment: ArraySlice<UInt8>, isFollowed: Bool) {
    switch URLParser.dotCount(segment) {
    case 1:
      if !isFollowed { output.append(UInt8(ascii: "/")) }
    case 2:
      shortenPath()
      if !isFollowed { output.append(UInt8(ascii: "/")) }
    default:
      let isFirst = output.count == Int(layout.pathStart)
      output.append(UInt8(ascii: "/"))
      output.append(segment, encoding: .path)
      if isFirst, layout.kind == .file, segment.count == 2, isDriveLetter(segment.startIndex) {
        output[output.count - 1] = UInt8(ascii: ":")
      }
    }
  }

  /// 1 for `.`, 2 for `..` (each dot may be `%2e`), 0 for anything else.
  static func dotCount(_ segment: ArraySlice<UInt8>) -> Int {
    guard (1...6).contains(segment.count) else { return 0 }
    var dots = 0
    var index = segment.startIndex
    while index < segment.endIndex {
      if segment[index] == UInt8(ascii: ".") {
        index += 1
      } else if segment[index] == UInt8(ascii: "%"), index + 2 < segment.endIndex,
        segment[index + 1] == UInt8(ascii: "2"), segment[index + 2] | 0x20 == UInt8(ascii: "e")
      {
        index += 3
      } else {
        return 0
      }
      dots += 1
    }
    return dots <= 2 ? dots : 0
  }

  /// Removes the last segment; a file path keeps its drive letter.
  mutating func shortenPath() {
    let start = Int(layout.pathStart)
    guard output.count > start else { return }
    if layout.kind == .file, output.count == start + 3, ASCII.isLetter(output[start + 1]),
      output[start + 2] == UInt8(ascii: ":")
    {
      return
    }
    while output.count > start, output.removeLast() != UInt8(ascii: "/") {}
  }

  /// Without a host, `//x` as a path would read as a host: the standard writes `/.//x`.
  private mutating func protectLeadingSlashes() {
    let start = Int(layout.pathStart)
    guard !layout.hasAuthority, output.count > start + 1, output[start] == UInt8(ascii: "/"),
      output[start + 1] == UInt8(ascii: "/")
    else { return }
    output.insert(contentsOf: [UInt8(ascii: "/"), UInt8(ascii: ".")], at: start)
    layout.pathStart += 2
  }

  mutating func parseOpaquePath() -> Bool {
    markNoAuthority()
    layout.isOpaque = true
    while let next = byte(position), next != UInt8(ascii: "?"), next != UInt8(ascii: "#") {
      let following = byte(position + 1)
      let isLastSpace =
        next == UInt8(ascii: " ")
        && (following == UInt8(ascii: "?") || following == UInt8(ascii: "#"))
      if isLastSpace || PercentEncodeSet.control.contains(next) {
        output.appendPercentEncoded(next)
      } else {
        output.append(next)
      }
      position += 1
    }
    return parseQueryAndFragment()
  }

  mutating func parseQueryAndFragment() -> Bool {
    if byte(position) == UInt8(ascii: "?") {
      let start = position + 1
      layout.queryStart = outputEnd
      output.append(UInt8(ascii: "?"))
      position = input[start...].firstIndex(of: UInt8(ascii: "#")) ?? input.count
      output.append(
        encodedQuery(input[start..<position]),
        encoding: layout.kind.isSpecial ? .specialQuery : .query)
    }
    if byte(position) == UInt8(ascii: "#") {
      layout.fragmentStart = outputEnd
      output.append(UInt8(ascii: "#"))
      output.append(input[(position + 1)...], encoding: .fragment)
      position = input.count
    }
    return true
  }

  /// Only the special schemes but WebSocket follow the page's encoding.
  private func encodedQuery(_ query: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let queryEncoder, layout.kind.isSpecial, layout.kind != .ws, layout.kind != .wss else {
      return query
    }
    return queryEncoder(query)[...]
  }
}
