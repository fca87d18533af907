import AuditModel
import Foundation
import PageModel
import SiteModel
import WebAddress

/// Real pages from `../shared/pages`, read from disk; an address that was not saved was blocked,
/// so that nothing can be concluded about it.
struct SavedPages: PageSource {
  let addresses: [WebURL]
  private let files: [WebURL: URL]
  private let day: Day

  /// Beside the clone, or where `MINGCHA_SHARED` points; nil when absent.
  static var folder: URL? {
    var candidates: [URL] = []
    if let path = ProcessInfo.processInfo.environment["MINGCHA_SHARED"] {
      candidates.append(URL(fileURLWithPath: path))
    }
    var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while root.path.count > 1 {
      root = root.deletingLastPathComponent()
      if FileManager.default.fileExists(atPath: root.appendingPathComponent("Package.swift").path) {
        candidates.append(root.deletingLastPathComponent().appendingPathComponent("shared"))
        break
      }
    }
    return candidates.map { $0.appendingPathComponent("pages") }
      .first {
        FileManager.default.fileExists(atPath: $0.appendingPathComponent("manifest.tsv").path)
      }
  }

  init?(host: String, on day: Day) {
    guard let folder = SavedPages.folder,
      let manifest = try? String(
        contentsOf: folder.appendingPathComponent("manifest.tsv"), encoding: .utf8)
    else { return nil }
    var order: [WebURL] = []
    var files: [WebURL: URL] = [:]
    for line in manifest.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 2, fields[2] == host, let url = WebURL(String(fields[1])) else {
        continue
      }
      let file = folder.appendingPathComponent(String(fields[0]))
      if files[url] == nil { order.append(url) }
      for address in SavedPages.twins(of: url, file: file, host: host) where files[address] == nil {
        files[address] = file
      }
    }
    addresses = order
    self.files = files
    self.day = day
  }

  private static func twins(of url: WebURL, file: URL, host: String) -> [WebURL] {
    let name = file.lastPathComponent.replacingOccurrences(of: "__", with: "/")
    var addresses = [url, WebURL("http://\(host)/\(name)")].compactMap { $0 }
    for address in addresses where address.href.hasSuffix("/index.html") {
      if let folder = WebURL(String(address.href.dropLast(10))) { addresses.append(folder) }
    }
    return addresses
  }

  func page(at address: WebURL) -> Page? {
    let address = address.withoutFragment
    guard let file = files[address], let data = try? Data(contentsOf: file) else { return nil }
    return PageReader().read(
      body: [UInt8](data), url: address, status: 200, contentType: "text/html; charset=utf-8")
  }

  func fetchStatus(of address: WebURL) -> FetchStatus? {
    let isSaved = files[address.withoutFragment] != nil
    return FetchStatus(
      status: isSaved ? 200 : 403, cause: isSaved ? nil : .wafBlock, finalURL: address,
      fetchedAt: Instant(startOf: day), contentType: "text/html")
  }

  func linkVerdict(of address: WebURL) -> LinkVerdict? { nil }
}
