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
  private struct Recent {
    var pages: [String: Page] = [:]
    var order: [String] = []
  }

  let addresses: [WebURL]
  private let index: FetchIndex
  private let verdicts: KnownVerdicts
  private let ledger: LedgerStore
  private let sweep: Int64
  private let folder: String
  private let reader: PageReader
  private let notes: PageNotes?
  /// When the sweep began.
  private let startedAt: Instant
  private let recent = Mutex(Recent())
  private let texts = AttachedTexts()
  private let damaged = Mutex(Set<String>())
  /// Parsed pages kept: probes read a column and its articles again soon after.
  private static let cacheSize = 128

  /// - Parameters:
  ///   - folder: where the archive files lie.
  ///   - reader: reads pages with the same limits as the crawl.
  ///   - notes: what was read of the pages before.
  init(
    ledger: LedgerStore, sweep record: SweepRecord, folder: String, reader: PageReader,
    notes: PageNotes? = nil
  ) throws(LedgerError) {
    let sweep = record.id
    startedAt = record.startedAt
    var verdicts = KnownVerdicts(ledger: ledger, sweep: sweep)
    var own: Set<String> = []
    try ledger.forEachAddress(sweep: sweep) { address, check in
      // A page that stands where a file should be is no page of the site.
      if address.isOwn || address.kind != "page" { own.insert(address.key) }
      verdicts.add(address, check)
    }
    var index = FetchIndex(own: own)
    try ledger.forEachFetch(sweep: sweep) { index.add($0) }
    index.resolve()
    addresses = index.pageAddresses
    self.index = index
    self.verdicts = verdicts
    self.ledger = ledger
    self.sweep = sweep
    self.folder = folder
    self.reader = reader
    self.notes = notes
  }

  /// Keys of records that could not be read back.
  var damagedRecords: Set<String> { damaged.withLock { $0 } }

  func page(at address: WebURL) -> Page? {
    let key = address.identity.key
    guard let entry = entry(key), entry.fetch.cause == nil, entry.fetch.isReadablePage else {
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
    guard let entry = entry(key) ?? entry(address.withoutFragment.href) else {
      return refusedStatus(address, key)
    }
    return FetchStatus(
      status: entry.fetch.status, cause: entry.fetch.cause, finalURL: entry.url,
      fetchedAt: entry.fetch.startedAt, contentType: index.words[entry.fetch.contentType],
      durations: index.durations(of: entry.place),
      remoteAddress: index.words[entry.fetch.remoteAddress],
      certificateProblem: entry.fetch.certificateProblem.map { index.words[$0] })
  }

  func linkVerdict(of address: WebURL) -> LinkVerdict? { verdict(on: address, isWhole: true) }

  func linkState(of address: WebURL) -> LinkVerdict.State? {
    verdict(on: address, isWhole: false)?.state
  }

  func attachedText(at address: WebURL) -> AttachedText? {
    guard let entry = entry(address.withoutFragment.href) ?? entry(address.identity.key),
      entry.fetch.cause == nil, entry.fetch.status == 200, Discovery.isReadable(entry.url),
      entry.fetch.file != nil
    else { return nil }
    return texts.text(at: entry.fetch.key) {
      record(of: entry).flatMap {
        AttachedText(file: $0.body, isCut: entry.fetch.isTruncated, reader: reader)
      }
    }
  }

  func availability(of home: WebURL, asOf day: Day) -> AvailabilityWeek? {
    let start = Instant(startOf: day.adding(days: -AvailabilityWeek.days))
    let end = Instant(startOf: day.adding(days: 1))
    let samples = try? ledger.availability(home: home.href, from: start, to: end)
    guard let samples, !samples.isEmpty else { return nil }
    return .ending(day, samples)
  }

  func fileSample(at address: WebURL) -> FileSample? {
    guard let entry = entry(address.withoutFragment.href) ?? entry(address.identity.key),
      entry.fetch.cause == .empty || !entry.fetch.isFaulty, entry.fetch.status == 200,
      let record = record(of: entry)
    else { return nil }
    return FileSample(
      record.body, isWhole: !entry.fetch.isTruncated,
      contentType: index.words[entry.fetch.contentType])
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
    let entry = entry(address.identity.key) ?? entry(address.withoutFragment.href)
    guard let kept = entry?.fetch, kept.file != nil,
      let fetches = try? ledger.fetches(of: kept.key, sweep: sweep),
      let fetch = fetches.last(where: kept.isSame), let location = fetch.archive
    else { return nil }
    guard let capturedAt = fetch.revisit.capturedAt else { return (location, fetch.startedAt, nil) }
    let remark =
      fetch.startedAt < startedAt
      ? Wording.carriedCapture(fetch.startedAt) : Wording.unchangedCapture(fetch.startedAt)
    return (location, capturedAt, remark)
  }

  // MARK: Entries

  /// An address's answer, and the address it was given at.
  private struct Entry {
    let place: Int
    let fetch: KeptFetch
    let url: WebURL

    /// What the page depends on beside the record's bytes and type.
    var noteText: String {
      "\(fetch.offset) \(fetch.length) \(fetch.status) \(fetch.isTruncated) \(url.href)"
    }
  }

  private func entry(_ key: String) -> Entry? {
    index.end(of: key).map { end in
      let fetch = index.fetches[end.fetch]
      return Entry(place: end.fetch, fetch: fetch, url: end.target ?? fetch.url)
    }
  }

  private func verdict(on address: WebURL, isWhole: Bool) -> LinkVerdict? {
    // Link checks are kept under the exact address, pages under their identity.
    let (href, key) = (address.withoutFragment.href, address.identity.key)
    if let verdict = verdicts.verdict(of: href, isWhole: isWhole) { return verdict }
    if let verdict = verdicts.verdict(of: key, isWhole: isWhole) { return verdict }
    guard let entry = entry(href) ?? entry(key) else { return nil }
    let final =
      verdicts.verdict(of: entry.fetch.key, isWhole: isWhole)
      ?? verdicts.verdict(of: entry.url.identity.key, isWhole: isWhole)
    return final ?? (entry.fetch.cause == nil ? LinkVerdict(state: .alive) : nil)
  }

  private func archive(of entry: Entry) -> ArchiveReader? {
    entry.fetch.file.flatMap { try? ArchiveReader(file: "\(folder)/\(index.words[$0])") }
  }

  private func record(of entry: Entry) -> ArchiveRecord? {
    archive(of: entry).flatMap { try? $0.record(at: entry.fetch.offset) }
  }

  private func read(_ entry: Entry) -> Page? {
    guard let archive = archive(of: entry) else { return nil }
    let contentType = index.words[entry.fetch.contentType]
    // Notes of a record that has changed since are not found, and the record is read again.
    let key = archive.checksum(at: entry.fetch.offset, length: Int(entry.fetch.length))
      .map { NoteFile.Key("\($0) \(entry.noteText) \(contentType)") }
    if let key, let page = notes?.page(key) { return page }
    guard let record = try? archive.record(at: entry.fetch.offset) else { return nil }
    var page = reader.read(
      body: record.body, url: entry.url, status: entry.fetch.status, contentType: contentType)
    if entry.fetch.isTruncated { page.truncations.insert(Page.transferNote, at: 0) }
    if let key { notes?.keep(page, under: key) }
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
    guard let cause = verdicts.verdict(of: key, isWhole: false)?.cause else { return nil }
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
