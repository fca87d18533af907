import AuditModel
import Crawling
import Evidence
import Fetching
import Ledger
import PageModel
import WebAddress

/// Makes a request, archives what came back, and reads it when it is a page. Has no state, so any
/// number of visits run side by side.
struct Visitor: Sendable {
  let fetcher: Fetcher
  /// Nil when only the crawl itself is measured.
  let archive: ArchiveWriter?
  let reader: PageReader
  let options: AuditOptions
  let names: NameCheck
  /// A robots.txt may be redirected this often (RFC 9309 §2.3.1.2).
  private static let robotsHops = 5

  /// - Parameter cookie: sent with the request.
  func visit(_ entry: FrontierEntry, cookie: HeaderField?) async -> Visit {
    var visit = await request(entry.url, entry, cookie)
    var hops = 0
    while entry.kind == .robots, hops < Self.robotsHops, let target = visit.redirectTarget,
      target.isHTTP
    {
      hops += 1
      visit = await request(target, entry, nil)
    }
    return visit
  }

  private func request(
    _ url: WebURL, _ entry: FrontierEntry, _ cookie: HeaderField?
  ) async -> Visit {
    let answer = await fetcher.fetch(
      FetchRequest(
        url: url, method: entry.method, headers: cookie.map { [$0] } ?? [],
        limits: limits(for: entry)))
    let result = await names.examined(answer)
    var visit = Visit(entry: entry, result: result, digest: "")
    if let archive { await keep(&visit, in: archive) }
    visit.page = page(of: visit)
    visit.look = visit.summary()
    return visit
  }

  private func keep(_ visit: inout Visit, in archive: ArchiveWriter) async {
    do throws(EvidenceError) {
      let location = try await archive.append(exchange(of: visit.result))
      visit.archived = ArchivedAt(
        file: location.file, offset: location.offset, length: location.length,
        record: location.recordID, digest: location.payloadDigest)
      visit.digest = location.payloadDigest
    } catch {
      visit.archiveFailure = AuditError(
        .archive, visit.entry.url.href, Wording.archiveFailed("\(error)"))
    }
  }

  /// Checks read a little of the body, enough to tell a "not found" page from content.
  private func limits(for entry: FrontierEntry) -> FetchLimits {
    let total = Int(options.timeout * 1000)
    let body =
      switch entry.kind {
      case .page, .control: options.bodyLimit
      case .robots: 512 << 10
      case .sitemap: min(options.bodyLimit * 5, 50 << 20)
      case .attachment where Discovery.isReadable(entry.url): options.bodyLimit
      case .attachment, .image, .external: 1 << 20
      }
    return FetchLimits(bodyBytes: body, connectTimeout: min(15_000, total), totalTimeout: total)
  }

  private func page(of visit: Visit) -> Page? {
    guard let response = visit.response, !response.body.isEmpty, visit.redirectTarget == nil,
      visit.isHTML, visit.entry.kind != .robots, visit.entry.kind != .sitemap
    else { return nil }
    return reader.read(
      body: response.body, url: visit.entry.url, status: response.status,
      contentType: response.field("Content-Type"))
  }

  private func exchange(of result: FetchResult) -> CapturedExchange {
    switch result.answer {
    case .response(let response):
      CapturedExchange(
        url: result.request.url.href, startedAt: result.startedAt,
        remoteAddress: result.remoteAddress, requestHead: result.requestHead,
        responseHead: response.head, body: response.body, isTruncated: response.isTruncated)
    case .failure(let failure):
      CapturedExchange(
        url: result.request.url.href, startedAt: result.startedAt,
        remoteAddress: result.remoteAddress, requestHead: result.requestHead, responseHead: [],
        body: [], failure: "\(failure.code.rawValue): \(failure.detail)")
    }
  }
}
