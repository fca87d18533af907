import AuditModel
import Evidence
import Ledger
import OfficeFiles
import PageModel
import SiteModel
import Synchronization
import WebAddress

/// The pages of a stored sweep, read from the archive one at a time and parsed again.
///
/// What probes judge and what an assessor is shown are thereby the same bytes. A record that
/// cannot be read back is no page, and its address says so.
final class ArchivedPages: PageSource {
  private struct Stored {
    var fetch: FetchRecord
    var finalURL: WebURL
    var cause: LinkVerdict.Cause?
  }

  private struct Recent {
    var pages: [String: Page] = [:]
    var order: [String] = []
  }

  let addresses: [WebURL]
  private let stored: [String: Stored]
  private let durations: [String: [Int]]
  private let verdicts: [String: LinkVerdict]
  private let folder: String
  private let reader: PageReader
  /// When the sweep began.
  private let startedAt: Instant
  private let ledger: LedgerStore
  private let recent = Mutex(Recent())
  private let texts = AttachedTexts()
  private let damaged = Mutex(Set<String>())
  /// Parsed pages kept: probes read a column and its articles again soon after.
  private static let cacheSize = 128

  /// - Parameters:
  ///   - folder: where the archive files lie.
  ///   - reader: reads pages with the same limits as the crawl.
  init(ledger: LedgerStore, sweep record: SweepRecord, folder: String, reader: PageReader)
    throws(LedgerError)
  {
    let sweep = record.id
    startedAt = record.startedAt
    self.ledger = ledger
    var verdicts: [String: LinkVerdict] = [:]
    var own: Set<String> = []
    try ledger.forEachAddress(sweep: sweep) { address, check in
      // A page that stands where a file should be is no page of the site.
      if address.isOwn || address.kind != "page" { own.insert(address.key) }
      if let check { verdicts[address.key] = LinkChecking.verdict(stored: check) }
      if let refusal = LinkChecking.refusal(address) { verdicts[address.key] = refusal }
    }
    var index = FetchIndex(own: own)
    try ledger.forEachFetch(sweep: sweep) { index.add($0) }
    stored = index.resolved().mapValues {
      Stored(fetch: $0.fetch, finalURL: $0.url, cause: $0.cause)
    }
    durations = index.durations
    addresses = index.pageAddresses
    self.verdicts = verdicts
    self.folder = folder
    self.reader = reader
  }

  /// Keys of records that could not be read back.
  var damagedRecords: Set<String> { damaged.withLock { $0 } }

  func page(at address: WebURL) -> Page? {
    let key = address.identity.key
    guard let entry = stored[key], entry.cause == nil, entry.fetch.isReadablePage else {
      return nil
    }
    if let page = recent.withLock({ $0.pages[key] }) { return page }
    guard let page = read(entry) else {
      damaged.withLock { _ = $0.insert(key) }
      return nil
    }
    remember(page, key)
    return page
  }

  func fetchStatus(of address: WebURL) -> FetchStatus? {
    let key = address.identity.key
    guard let entry = stored[key] ?? stored[address.withoutFragment.href] else {
      return refusedStatus(address, key)
    }
    return FetchStatus(
      status: entry.fetch.status, cause: entry.cause, finalURL: entry.finalURL,
      fetchedAt: entry.fetch.startedAt, contentType: entry.fetch.contentType,
      durations: durations[entry.fetch.key] ?? [], remoteAddress: entry.fetch.remoteAddress,
      certificateProblem: entry.fetch.certificateProblem)
  }

  func linkVerdict(of address: WebURL) -> LinkVerdict? {
    // Link checks are kept under the exact address, pages under their identity.
    let key = address.identity.key
    if let verdict = verdicts[address.withoutFragment.href] ?? verdicts[key] { return verdict }
    guard let entry = stored[address.withoutFragment.href] ?? stored[key] else { return nil }
    let end = entry.fetch.key
    if let final = verdicts[end] ?? verdicts[entry.finalURL.identity.key] { return final }
    return entry.cause == nil ? LinkVerdict(state: .alive) : nil
  }

  func attachedText(at address: WebURL) -> AttachedText? {
    guard let entry = stored[address.withoutFragment.href] ?? stored[address.identity.key],
      entry.cause == nil, entry.fetch.status == 200, entry.fetch.method == "GET",
      Discovery.isReadable(entry.finalURL), let location = entry.fetch.archive
    else { return nil }
    return texts.text(at: entry.fetch.key) {
      guard let archive = try? ArchiveReader(file: "\(folder)/\(location.file)"),
        let record = try? archive.record(at: location.offset)
      else { return nil }
      return AttachedText(file: record.body, isCut: entry.fetch.isTruncated, reader: reader)
    }
  }

  func fileSample(at address: WebURL) -> FileSample? {
    guard let entry = stored[address.withoutFragment.href] ?? stored[address.identity.key],
      entry.cause == nil || entry.cause == .empty, entry.fetch.status == 200,
      entry.fetch.method == "GET",
      let location = entry.fetch.archive,
      let archive = try? ArchiveReader(file: "\(folder)/\(location.file)"),
      let record = try? archive.record(at: location.offset)
    else { return nil }
    return FileSample(
      record.body, isWhole: !entry.fetch.isTruncated, contentType: entry.fetch.contentType)
  }

  func availability(of home: WebURL, asOf day: Day) -> AvailabilityWeek? {
    let start = Instant(startOf: day.adding(days: -AvailabilityWeek.days))
    let end = Instant(startOf: day.adding(days: 1))
    let samples = try? ledger.availability(home: home.href, from: start, to: end)
    guard let samples, !samples.isEmpty else { return nil }
    return .ending(day, samples)
  }

  /// What link checking concluded about the targets that findings name.
  func verdicts(named findings: [Finding]) -> [String: LinkVerdict] {
    var named: [String: LinkVerdict] = [:]
    for text in findings.compactMap(\.observation.link?.url) {
      named[text] = WebURL(text).flatMap { linkVerdict(of: $0) }
    }
    return named
  }

  /// Where the response for an address is archived; `remark` says why its date is not the sweep's.
  func archived(
    _ address: WebURL
  ) -> (location: ArchivedAt, capturedAt: Instant, remark: String?)? {
    let entry = stored[address.identity.key] ?? stored[address.withoutFragment.href]
    guard let fetch = entry?.fetch, let location = fetch.archive else { return nil }
    guard let capturedAt = fetch.revisit.capturedAt else { return (location, fetch.startedAt, nil) }
    let remark =
      fetch.startedAt < startedAt
      ? Wording.carriedCapture(fetch.startedAt) : Wording.unchangedCapture(fetch.startedAt)
    return (location, capturedAt, remark)
  }

  private func read(_ entry: Stored) -> Page? {
    guard let location = entry.fetch.archive,
      let archive = try? ArchiveReader(file: "\(folder)/\(location.file)"),
      let record = try? archive.record(at: location.offset)
    else { return nil }
    var page = reader.read(
      body: record.body, url: entry.finalURL, status: entry.fetch.status,
      contentType: entry.fetch.contentType)
    if entry.fetch.isTruncated { page.truncations.insert(Page.transferNote, at: 0) }
    return page
  }

  private func remember(_ page: Page, _ key: String) {
    recent.withLock { recent in
      guard recent.pages.updateValue(page, forKey: key) == nil else { return }
      recent.order.append(key)
      if recent.order.count > Self.cacheSize {
        recent.pages[recent.order.removeFirst()] = nil
      }
    }
  }

  /// An address that was known but not examined has a status too: why it was not.
  private func refusedStatus(_ address: WebURL, _ key: String) -> FetchStatus? {
    guard let cause = verdicts[key]?.cause else { return nil }
    return FetchStatus(
      status: 0, cause: cause, finalURL: address, fetchedAt: Instant(milliseconds: 0),
      contentType: "")
  }
}

extension AddressRecord {
  /// Asked for the crawl's own sake, not as content: robots.txt, a sitemap, a control address.
  var isOwn: Bool { kind == "robots" || kind == "sitemap" || kind == "control" }
}

extension FetchRecord {
  /// A whole HTML answer.
  var isPage: Bool {
    status == 200 && location == nil && method == "GET" && Self.isHTML(contentType)
  }

  /// A whole HTML answer that can be read again as a page.
  var isReadablePage: Bool { isPage && archive != nil }

  static func isHTML(_ contentType: String) -> Bool {
    let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
      .map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }
    // `…openxmlformats…` is a workbook: only a type that ends in `xml` is one.
    return type.isEmpty || type.suffix(3).elementsEqual("xml".utf8)
      || type.indices.contains { type[$0...].starts(with: "html".utf8) }
  }
}
