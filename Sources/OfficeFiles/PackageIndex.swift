import CZip

/// Reads the list of members and refuses what no office program writes.
enum PackageIndex {
  /// Index of every member by its lower-case name.
  static func read(
    _ archive: OpaquePointer, limits: OfficeLimits
  ) throws(OfficeFileError) -> [String: UInt64] {
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.members else {
      throw OfficeFileError(.tooLarge, "", Wording.limit(Wording.members, limits.members))
    }
    var indices: [String: UInt64] = [:]
    var declared: UInt64 = 0
    for index in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      guard zip_stat_index(archive, index, 0, &status) == 0, let text = status.name else {
        throw OfficeFileError(.broken)
      }
      let name = String(cString: text)
      guard isSafe(name) else { throw OfficeFileError(.suspicious, name, Wording.memberName) }
      guard status.encryption_method == ZIP_EM_NONE else {
        throw OfficeFileError(.encrypted, name)
      }
      let (sum, overflow) = declared.addingReportingOverflow(status.size)
      declared = sum
      guard !overflow, declared <= UInt64(limits.declaredBytes) else {
        throw OfficeFileError(
          .tooLarge, "", Wording.limit(Wording.memberBytes, limits.declaredBytes))
      }
      guard indices.updateValue(index, forKey: OfficePackage.key(name)) == nil else {
        throw OfficeFileError(.suspicious, name, Wording.duplicateMember)
      }
    }
    return indices
  }

  /// A relative name below the package, written with forward slashes.
  private static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\") && !name.contains(":")
      && name.unicodeScalars.allSatisfy { $0.value >= 32 }
      && !name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
  }
}
