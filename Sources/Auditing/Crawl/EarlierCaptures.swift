import AuditModel
import Crawling
import Evidence
import Fetching
import Ledger
import PageModel

/// An address that was not asked for, because what an earlier sweep saw still holds.
struct CarriedVisit: Sendable {
  var entry: FrontierEntry
  var look: EarlierLook
  /// Where its capture lies in this sweep's archive; nil for a link nobody kept the bytes of.
  var archived: ArchivedAt?
  /// What the page leads to, when it is one.
  var page: PageSketch?
  /// The earlier capture cannot be read: the address has to be asked for after all.
  var isLost = false
  /// Why this sweep's archive could not take it; the crawl stops on it.
  var archiveFailure: AuditError?
}

/// Where the captures of earlier sweeps lie.
struct EarlierCaptures: Sendable {
  /// The archive's folder by sweep number; nil when it cannot be told.
  let folder: @Sendable (Int64) -> String?

  /// The capture of an answer; nil when it is gone or not whole.
  func capture(of fetch: FetchRecord, in sweep: Int64) -> EarlierCapture? {
    guard let at = fetch.archive, let folder = folder(sweep) else { return nil }
    return try? EarlierCapture(
      file: "\(folder)/\(at.file)", offset: at.offset, length: at.length, id: at.record)
  }
}

extension Visitor {
  /// Takes over what need not be asked for.
  func carried(_ entries: [(FrontierEntry, EarlierLook)]) async -> [CarriedVisit] {
    await withTaskGroup(of: (Int, CarriedVisit).self) { group in
      for (index, (entry, look)) in entries.enumerated() {
        group.addTask { (index, await carried(entry, look)) }
      }
      let visits = await group.reduce(into: [Int: CarriedVisit]()) { $0[$1.0] = $1.1 }
      return entries.indices.compactMap { visits[$0] }
    }
  }

  private func carried(_ entry: FrontierEntry, _ look: EarlierLook) async -> CarriedVisit {
    var visit = CarriedVisit(entry: entry, look: look)
    guard let content = look.content, content.archive != nil else {
      visit.isLost = entry.kind == .page
      return visit
    }
    guard let archive, let capture = earlier.capture(of: content, in: look.sweep) else {
      visit.isLost = true
      return visit
    }
    do throws(EvidenceError) {
      visit.archived = ArchivedAt(try await archive.carry(capture, confirmedBy: nil))
    } catch {
      visit.archiveFailure = failure(error, of: entry)
      return visit
    }
    if entry.kind == .page {
      visit.page = reader.sketch(
        body: capture.record.body, url: entry.url, contentType: content.contentType)
    }
    return visit
  }

  /// Whether the visit is a 304 to the question whether an earlier capture still holds; the
  /// capture then stands for the answer.
  func confirm(_ visit: inout Visit, in archive: ArchiveWriter) async -> Bool {
    guard let response = visit.response, response.status == 304, let look = visit.earlier,
      let content = look.content
    else { return false }
    guard let capture = earlier.capture(of: content, in: look.sweep) else {
      visit.hasLostEarlier = true
      return false
    }
    do throws(EvidenceError) {
      let location = try await archive.carry(capture, confirmedBy: exchange(of: visit.result))
      visit.archived = ArchivedAt(location)
      visit.digest = location.payloadDigest
    } catch { visit.archiveFailure = failure(error, of: visit.entry) }
    visit.isUnchanged = true
    visit.result.answer = .response(
      FetchResponse(
        status: 200, version: response.version, head: capture.record.head,
        fields: response.fields.filter { !$0.isNamed("Content-Type") }
          + [HeaderField("Content-Type", content.contentType)],
        body: capture.record.body, isTruncated: false,
        certificateProblem: response.certificateProblem))
    return true
  }
}

extension ArchivedAt {
  init(_ location: ArchiveLocation) {
    self.init(
      file: location.file, offset: location.offset, length: location.length,
      record: location.recordID, digest: location.payloadDigest)
  }
}

extension RevisitNote.Validator {
  private static let limit = 256

  /// What the answer gives to ask with later; an entity tag before a date (RFC 9110 §13.2.2).
  init?(_ response: FetchResponse) {
    if let tag = response.field("ETag"), Self.isTag(tag) {
      self = .tag(tag)
    } else if let date = response.field("Last-Modified"), date.utf8.count <= 64,
      HTTPDate.instant(date) != nil, !date.hasSuffix("\"")
    {
      self = .date(date)
    } else {
      return nil
    }
  }

  /// The field to ask with.
  var condition: HeaderField {
    switch self {
    case .tag(let tag): HeaderField("If-None-Match", tag)
    case .date(let date): HeaderField("If-Modified-Since", date)
    }
  }

  /// RFC 9110 §8.8.3, without what is beyond ASCII.
  private static func isTag(_ text: String) -> Bool {
    let body = text.hasPrefix("W/") ? text.dropFirst(2) : text[...]
    return body.utf8.count >= 2 && text.utf8.count <= limit && body.first == "\""
      && body.last == "\"" && text.utf8.allSatisfy { (0x21...0x7e).contains($0) }
  }
}
