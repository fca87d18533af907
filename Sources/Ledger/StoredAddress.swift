/// An address as the store keeps it beside its key: most addresses are their key with a scheme in
/// front, and need no bytes of their own.
struct StoredAddress: Equatable {
  /// 0: `rest` is the whole address. Else what stands before the key, counted from 1; `rest` is
  /// what stands behind it.
  var form: Int
  var rest: String?

  private static let prefixes = ["", "http://", "https://", "http://www.", "https://www."]

  init(form: Int, rest: String?) {
    self.form = form
    self.rest = rest
  }

  init(_ address: String, key: String) {
    self.init(form: 0, rest: address)
    let (whole, key) = (address.utf8, key.utf8)
    for (index, prefix) in StoredAddress.prefixes.enumerated()
    where whole.starts(with: prefix.utf8) {
      let behind = whole.dropFirst(prefix.utf8.count)
      guard behind.starts(with: key) else { continue }
      let rest = String(Substring(behind.dropFirst(key.count)))
      self.init(form: index + 1, rest: rest.isEmpty ? nil : rest)
      return
    }
  }

  /// The address written out.
  func text(key: String) -> String {
    guard form > 0, form <= StoredAddress.prefixes.count else { return rest ?? "" }
    return StoredAddress.prefixes[form - 1] + key + (rest ?? "")
  }
}
