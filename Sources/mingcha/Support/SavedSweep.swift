import AuditModel
import Auditing
import Evidence
import Foundation
import Ledger
import PageModel
import WebAddress

/// Stores saved pages as a finished sweep, as a crawl would have, copied to as many as are wanted:
/// for measuring what judging costs.
///
/// Every copy stands on hosts of its own, so that its links lead to its own pages. Targets that are
/// no page of the sweep count as checked and alive; pages beyond it as left out by the budget.
struct SavedSweep {
  private struct Template {
    let page: SavedFolder.Page
    let targets: [WebURL]
  }

  private let saved: SavedFolder
  private let templates: [Template]
  private let start = Instant(milliseconds: 1_600_000_000_000)

  init(_ saved: SavedFolder) {
    self.saved = saved
    let reader = PageReader()
    templates = saved.pages.map { page in
      let read = reader.read(body: page.body, url: page.url, status: 200, contentType: "text/html")
      let shown = read.links.filter { $0.element != .script && $0.element != .stylesheet }
      return Template(
        page: page,
        targets: Set(shown.compactMap { $0.url?.withoutFragment }).filter(\.isHTTP).sorted())
    }
  }

  /// Writes `pages` pages, archive and ledger, below `out`.
  func write(pages: Int, to out: String, unit name: String) async throws {
    let folder = SweepFolder(root: out, kind: .sweep)
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let ledger = try LedgerStore(path: folder.ledger)
    let copies = (pages + templates.count - 1) / max(1, templates.count)
    let sweep = try ledger.beginSweep(
      target: "saved", configuration: configuration(copies, name), asOf: start.day, now: start
    ).sweep
    let archive = try ArchiveWriter(
      directory: "\(folder.evidence(of: sweep.label))/archive", prefix: "saved",
      software: ArchiveSoftware(name: "mingcha"))
    var outside = Set<String>()
    var left = pages
    for copy in 0..<copies {
      let part = Array(templates.prefix(left))
      try await write(part, copy, ledger, sweep.id, archive, &outside)
      left -= part.count
    }
    try await archive.close()
    try ledger.endSweep(sweep.id, state: .finished, at: start)
  }

  private func configuration(_ copies: Int, _ name: String) -> String {
    let hosts = (0..<copies).flatMap { copy in saved.hosts.map { "http://\(host($0, copy))/" } }
    let unit = AuditedUnit(
      id: "saved", name: name, kind: .government, homePage: hosts.first ?? "", scopes: hosts)
    return SweepConfiguration(options: AuditOptions(), units: [unit], asOf: start.day).text
  }

  private func write(
    _ part: [Template], _ copy: Int, _ ledger: LedgerStore, _ sweep: Int64,
    _ archive: ArchiveWriter, _ outside: inout Set<String>
  ) async throws {
    var steps: [CrawlStep] = []
    var known = Set<String>()
    for template in part {
      let url = address(template.page.url, copy)
      known.insert(url.identity.key)
      let fetch = try await fetch(url, body(template.page, copy), archive)
      steps.append(CrawlStep(finished: record(url, kind: "page", .done), fetch: fetch))
    }
    for target in part.flatMap(\.targets) {
      let url = address(target, copy)
      let isOwn = url.href != target.href || copy == 0 && saved.hosts.contains(target.host)
      let isNew = isOwn ? known.insert(url.identity.key) : outside.insert(url.identity.key)
      if isNew.inserted { steps.append(step(for: url, isOwn: isOwn)) }
    }
    try ledger.record(steps, hosts: [:], sweep: sweep)
  }

  private func step(for url: WebURL, isOwn: Bool) -> CrawlStep {
    let ending = url.path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let isPage = url.path.hasSuffix("/") || ending.hasSuffix("html") || ending.hasSuffix("htm")
    if isOwn, isPage { return CrawlStep(finished: record(url, kind: "page", .skipped)) }
    let check = """
      {"verdict":{"confirmAfter":600,"sightings":[{"at":\(start.milliseconds),"detail":"",\
      "finalURL":"\(url.href)","method":"HEAD","status":200}],"state":"alive"}}
      """
    let kind = isOwn ? "attachment" : "external"
    return CrawlStep(finished: record(url, kind: kind, .done), linkCheck: check)
  }

  private func record(_ url: WebURL, kind: String, _ state: AddressRecord.State) -> AddressRecord {
    AddressRecord(
      key: url.identity.key, url: url.href, kind: kind, depth: 1, referrer: nil, state: state,
      reason: state == .skipped ? "over-budget" : nil)
  }

  private func fetch(
    _ url: WebURL, _ body: [UInt8], _ archive: ArchiveWriter
  ) async throws -> FetchRecord {
    let request = "GET \(url.requestTarget) HTTP/1.1\r\nHost: \(url.host)\r\n\r\n"
    let answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nServer: saved\r\n\r\n"
    let place = try await archive.append(
      CapturedExchange(
        url: url.href, startedAt: start, remoteAddress: "192.0.2.1",
        requestHead: Array(request.utf8), responseHead: Array(answer.utf8), body: body))
    return FetchRecord(
      key: url.identity.key, url: url.href, method: "GET", startedAt: start, duration: 40,
      status: 200, cause: nil, location: nil, contentType: "text/html", bodyLength: body.count,
      isTruncated: false, remoteAddress: "192.0.2.1", certificateProblem: nil,
      archive: ArchivedAt(
        file: place.file, offset: place.offset, length: place.length, record: place.recordID,
        digest: place.payloadDigest))
  }

  // MARK: Copies

  private func host(_ host: String, _ copy: Int) -> String {
    copy == 0 ? host : "k\(copy).\(host)"
  }

  private func address(_ url: WebURL, _ copy: Int) -> WebURL {
    guard copy > 0, saved.hosts.contains(url.host) else { return url }
    let text = url.href.replacingOccurrences(
      of: "://\(url.host)", with: "://\(host(url.host, copy))")
    return WebURL(text) ?? url
  }

  private func body(_ page: SavedFolder.Page, _ copy: Int) -> [UInt8] {
    guard copy > 0 else { return page.body }
    let mark = Array("://".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(page.body.count + 256)
    var at = 0
    let hosts = saved.hosts.map { Array($0.utf8) }
    let name = Array("k\(copy).".utf8)
    while at < page.body.count {
      result.append(page.body[at])
      at += 1
      guard result.suffix(3).elementsEqual(mark) else { continue }
      if hosts.contains(where: { page.body[at...].starts(with: $0) }) { result += name }
    }
    return result
  }
}
