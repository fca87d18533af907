import AuditModel
import Crawling
import Evidence
import Fetching
import Ledger
import PageModel
import SiteModel
import WebAddress

/// Says what to ask for, archives what came back, and reads it when it is a page. Has no state, so
/// any number of answers are read side by side.
struct Visitor: Sendable {
  /// Nil when only the crawl itself is measured.
  let archive: ArchiveWriter?
  let reader: PageReader
  let options: AuditOptions
  let names: NameCheck
  /// Where earlier sweeps keep what they captured.
  var earlier = EarlierCaptures { _ in nil }
  /// An answer with what is needed to read it.
  struct Answer {
    var entry: FrontierEntry
    var result: FetchResult
    /// What an earlier sweep knew of the page.
    var earlier: EarlierLook?
  }

  /// Answers one task reads in a row: fewer, and handing them out would cost more than reading.
  private static let share = 8

  /// - Parameter headers: sent with the request.
  func request(
    for entry: FrontierEntry, to url: WebURL, headers: [HeaderField]
  ) -> FetchRequest {
    FetchRequest(url: url, method: entry.method, headers: headers, limits: limits(for: entry))
  }

  /// Takes in answers, in their order.
  func visits(_ answers: [Answer]) async -> [Visit] {
    guard answers.count > Visitor.share else { return await read(answers[...]) }
    let starts = Array(stride(from: 0, to: answers.count, by: Visitor.share))
    return await withTaskGroup(of: (Int, [Visit]).self) { group in
      for start in starts {
        let part = answers[start..<min(start + Visitor.share, answers.count)]
        group.addTask { (start, await read(part)) }
      }
      let parts = await group.reduce(into: [Int: [Visit]]()) { $0[$1.0] = $1.1 }
      return starts.flatMap { parts[$0] ?? [] }
    }
  }

  private func read(_ answers: ArraySlice<Answer>) async -> [Visit] {
    var visits: [Visit] = []
    for answer in answers {
      let result = await names.examined(answer.result)
      var visit = Visit(
        entry: answer.entry, result: result, digest: "", earlier: answer.earlier)
      if let archive, await !confirm(&visit, in: archive) { await keep(&visit, in: archive) }
      visit.page = page(of: visit)
      visit.look = visit.summary()
      visits.append(visit)
    }
    return visits
  }

  private func keep(_ visit: inout Visit, in archive: ArchiveWriter) async {
    do throws(EvidenceError) {
      let location = try await archive.append(exchange(of: visit.result))
      visit.archived = ArchivedAt(location)
      visit.digest = location.payloadDigest
    } catch { visit.archiveFailure = failure(error, of: visit.entry) }
  }

  func failure(_ error: EvidenceError, of entry: FrontierEntry) -> AuditError {
    AuditError(.archive, entry.url.href, Wording.archiveFailed("\(error)"))
  }

  /// Checks read a little of the body, enough to tell a "not found" page from content.
  private func limits(for entry: FrontierEntry) -> FetchLimits {
    let total = Int(options.timeout * 1000)
    let body =
      switch entry.kind {
      case .page, .control: options.bodyLimit
      case .robots: 512 << 10
      case .sitemap: min(options.bodyLimit * 5, 50 << 20)
      case .attachment where entry.isToBeRead: options.bodyLimit
      case .attachment where FileEnding.of(entry.url) != nil: LinkSamples.documentBytes
      case .attachment, .image, .external: 1 << 20
      }
    return FetchLimits(bodyBytes: body, connectTimeout: min(15_000, total), totalTimeout: total)
  }

  private func page(of visit: Visit) -> PageSketch? {
    guard let response = visit.response, !response.body.isEmpty, visit.redirectTarget == nil,
      visit.isHTML || isList(visit), visit.entry.kind != .robots, visit.entry.kind != .sitemap
    else { return nil }
    return reader.sketch(
      body: response.body, url: visit.entry.url, contentType: response.field("Content-Type"))
  }

  /// A list that comes as JSON; probes do not read it, but a crawl goes on by it.
  private func isList(_ visit: Visit) -> Bool {
    KaipuLists.isList(visit.entry.url, contentType: visit.response?.field("Content-Type"))
  }

  func exchange(of result: FetchResult) -> CapturedExchange {
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
