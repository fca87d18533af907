import AuditModel
import Crawling
import Fetching
import Ledger
import PageModel
import WebAddress

/// One request that was made, with everything that came of it, ready for the crawl's state.
struct Visit: Sendable {
  var entry: FrontierEntry
  var result: FetchResult
  var archived: ArchivedAt?
  /// What the page leads to, when one was to be read and one came.
  var page: PageSketch?
  /// SHA-256 of the body, empty without one.
  var digest: String
  /// What the look saw, made once, beside the request rather than where all visits meet.
  var look: ResponseSummary?
  /// Why the archive could not take the answer; the crawl stops on it.
  var archiveFailure: AuditError?
  /// What an earlier sweep knew of the page, when it was asked for with that in mind.
  var earlier: EarlierLook?
  /// The server said that the earlier capture still holds; it stands for the answer.
  var isUnchanged = false
  /// The server said so, but the earlier capture cannot be read any more.
  var hasLostEarlier = false

  var response: FetchResponse? {
    if case .response(let response) = result.answer { response } else { nil }
  }

  var failure: FetchFailure? {
    if case .failure(let failure) = result.answer { failure } else { nil }
  }

  var status: Int { response?.status ?? 0 }

  /// Where the answer sends the client; nil when it is no redirect or names no address.
  var redirectTarget: WebURL? {
    guard let response, [301, 302, 303, 307, 308].contains(response.status) else { return nil }
    return response.field("Location").flatMap { WebURL($0, base: entry.url) }
  }

  var isHTML: Bool {
    FetchRecord.isHTML(response?.field("Content-Type") ?? "")
  }

  func record(key: String, cause: LinkVerdict.Cause?) -> FetchRecord {
    FetchRecord(
      key: key, url: entry.url.href, method: entry.method.rawValue, startedAt: result.startedAt,
      duration: result.duration, status: status, cause: cause?.rawValue,
      location: redirectTarget?.href, contentType: response?.field("Content-Type") ?? "",
      bodyLength: response?.body.count ?? 0, isTruncated: response?.isTruncated ?? false,
      remoteAddress: result.remoteAddress, certificateProblem: response?.certificateProblem,
      archive: archived, revisit: revisit)
  }

  /// What the next sweep will want to know; nothing is kept of what is never read again.
  private var revisit: RevisitNote {
    guard entry.kind == .page, isContent, archived != nil, let response else {
      return RevisitNote()
    }
    var note = RevisitNote(validator: RevisitNote.Validator(response))
    guard let content = earlier?.content else { return note }
    note.interval = Int(
      RevisitPolicy.interval(
        after: content.revisit.interval.map(Double.init),
        changed: content.archive?.digest != digest))
    if isUnchanged {
      note.capturedAt = content.revisit.capturedAt ?? content.startedAt
      note.validator = note.validator ?? content.revisit.validator
    }
    return note
  }
}

extension FrontierEntry {
  /// The address's key in the ledger. Link checks keep the exact address, because `https` may be
  /// dead where `http` lives; pages meet their twins.
  var ledgerKey: String { kind.isLinkCheck ? url.href : identity.key }
}

extension FrontierEntry.Kind {
  /// Stable word for the ledger.
  var word: String {
    switch self {
    case .page: "page"
    case .attachment: "attachment"
    case .image: "image"
    case .external: "external"
    case .robots: "robots"
    case .sitemap: "sitemap"
    case .control: "control"
    }
  }

  init?(word: String) {
    guard let kind = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = kind
  }
}

extension Visit {
  /// An answer with something in it: a page to read, or a file.
  var isContent: Bool { status == 200 && redirectTarget == nil && response?.body.isEmpty == false }

  /// What the look saw, in the values verdicts need; redirects are added by who knows the way.
  func summary() -> ResponseSummary {
    var summary = ResponseSummary(
      method: entry.method == .head ? .head : .get, status: status, finalURL: entry.url,
      contentType: response?.field("Content-Type") ?? "", failure: failure?.code,
      bodyLength: bodyLength)
    summary.title = page?.title ?? ""
    if let page, page.notice == nil {
      // Too long for a notice or a challenge: what it says does not matter here.
      summary.textLength = PageSketch.noticeLength + 1
    } else {
      summary.text = page?.notice ?? ""
      // Scalars, not characters: finding grapheme borders costs more than reading the page did.
      summary.textLength = page.map { _ in summary.text.unicodeScalars.count }
      summary.markup = response.map { String(decoding: $0.body.prefix(4096), as: UTF8.self) } ?? ""
    }
    summary.certificateProblem = response?.certificateProblem
    // Only a limiter's is ever asked for.
    if status >= 400 { summary.retryAfter = FrontierFeedback(result).retryAfter }
    return summary
  }

  private var bodyLength: Int? {
    guard let response else { return nil }
    return entry.method == .head
      ? response.field("Content-Length").flatMap { Int($0) } : response.body.count
  }
}

extension Visit {
  /// Title and text without digits: what two answers for two missing articles have in common.
  var face: String {
    guard let page else { return "" }
    let bytes = Array(page.title.utf8) + [0x1f] + Array(page.text.utf8)
    return String(decoding: bytes.filter { !(48...57).contains($0) }, as: UTF8.self)
  }
}

extension WebURL {
  /// The same address with the last number of its file name changed to one nobody uses; nil when
  /// there is no number of at least three digits.
  var withOtherNumber: WebURL? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let end = name.lastIndex(where: \.isASCIIDigit) else { return nil }
    let head = name[...end]
    let start = head.lastIndex { !$0.isASCIIDigit }.map(name.index(after:)) ?? head.startIndex
    let count = name.distance(from: start, to: end) + 1
    guard count >= 3 else { return nil }
    let other = String(repeating: "9", count: count - 1) + (name[end] == "7" ? "3" : "7")
    let changed = name[..<start] + other + name[name.index(after: end)...]
    return WebURL("\(changed)", base: self)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
