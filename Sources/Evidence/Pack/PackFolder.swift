import Glibc

/// What lies in a pack's folder.
enum PackFolder {
  /// Depth and number of files beyond which a folder is no pack.
  private static let maximumDepth = 16
  private static let maximumFiles = 2_000_000

  struct Contents {
    /// Regular files, paths relative to the folder, sorted by bytes.
    var files: [String] = []
    /// Links, devices, pipes and names that cannot stand in a manifest.
    var unsafe: [String] = []
  }

  static func contents(of folder: String) throws(EvidenceError) -> Contents {
    var contents = Contents()
    try walk(folder, "", depth: 0, into: &contents)
    contents.files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    contents.unsafe.sort()
    return contents
  }

  private static func walk(
    _ folder: String, _ prefix: String, depth: Int, into contents: inout Contents
  ) throws(EvidenceError) {
    guard let handle = opendir("\(folder)/\(prefix)") else {
      throw systemError(.cannotOpen, path: "\(folder)/\(prefix)")
    }
    defer { closedir(handle) }
    while let entry = readdir(handle) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name == "." || name == ".." { continue }
      let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
      var status = stat()
      let isKnown = lstat("\(folder)/\(path)", &status) == 0 && SafePath.isInside(path)
      let kind = isKnown ? status.st_mode & S_IFMT : 0
      if kind == S_IFDIR && depth < maximumDepth {
        try walk(folder, path, depth: depth + 1, into: &contents)
      } else if kind == S_IFREG && contents.files.count < maximumFiles {
        contents.files.append(path)
      } else {
        contents.unsafe.append(path)
      }
    }
  }
}
