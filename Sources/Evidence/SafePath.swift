/// Names and paths that stay inside the folder they are joined to.
enum SafePath {
  /// One path component of plain ASCII: letters, digits, `-`, `_`, `.`; not `.` or `..`.
  static func isName(_ text: some StringProtocol) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 120, text.first != "." else { return false }
    return text.utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        || $0 == 45 || $0 == 95 || $0 == 46
    }
  }

  /// A relative path without empty, `.` or `..` components, control characters or backslashes.
  static func isInside(_ path: String) -> Bool {
    guard !path.isEmpty, path.utf8.count <= 1024, !path.hasPrefix("/") else { return false }
    guard path.utf8.allSatisfy({ $0 >= 32 && $0 != 127 && $0 != 92 }) else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty && $0 != "." && $0 != ".."
    }
  }
}
