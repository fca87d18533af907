import Glibc

/// Kernel and machine, such as `Linux 6.1.0 x86_64`; never the host's name.
func systemName() -> String {
  var name = utsname()
  guard uname(&name) == 0 else { return "Linux" }
  func text<Field>(_ field: Field) -> String {
    withUnsafeBytes(of: field) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
  return "\(text(name.sysname)) \(text(name.release)) \(text(name.machine))"
}
