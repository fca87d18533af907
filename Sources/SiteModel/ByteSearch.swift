extension String {
  /// Whether the bytes of `word` stand in the text. Comparing bytes is many times faster than
  /// comparing characters; surveys ask this of every page.
  func holdsBytes(of word: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      let length = word.utf8CodeUnitCount
      guard length > 0, bytes.count >= length else { return false }
      let start = word.utf8Start
      var index = 0
      let last = bytes.count - length
      while index <= last {
        if bytes[index] == start[0] {
          var at = 1
          while at < length, bytes[index + at] == start[at] { at += 1 }
          if at == length { return true }
        }
        index += 1
      }
      return false
    }
  }
}
