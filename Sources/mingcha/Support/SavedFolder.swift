import Foundation
import WebAddress

/// Saved pages in a folder, `host/path.html`: what ``SavedSweep`` makes a sweep of.
///
/// A file `manifest.tsv` may name the address of a file in its second column; else slashes in the
/// address may be written `__`.
struct SavedFolder {
  /// One saved page under the address it was saved from.
  struct Page {
    let url: WebURL
    let body: [UInt8]
  }

  /// In the order of their addresses, each address once.
  let pages: [Page]
  /// Hosts the pages stand on.
  let hosts: [String]

  /// - Parameter limit: pages read at most.
  init(_ folder: String, limit: Int) throws {
    let known = Self.manifest("\(folder)/manifest.tsv")
    let names = (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix("html") && $0.contains("/") }.sorted()
    var pages: [String: Page] = [:]
    for name in names.prefix(limit) {
      guard let url = Self.address(name, known[name]) else { continue }
      let body = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      pages[url.identity.key] = Page(url: url, body: Array(body))
    }
    self.pages = pages.values.sorted { $0.url < $1.url }
    hosts = Set(pages.values.map(\.url.host)).sorted()
  }

  private static func manifest(_ path: String) -> [String: String] {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").map { $0.split(separator: "\t", maxSplits: 2) }
    return Dictionary(
      rows.filter { $0.count == 3 }.map { (String($0[0]), String($0[1])) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func address(_ name: String, _ known: String?) -> WebURL? {
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    if let known, let url = WebURL(known), url.host == parts[0] { return url }
    return WebURL("http://\(parts[0])/" + parts[1].replacingOccurrences(of: "__", with: "/"))
  }
}
