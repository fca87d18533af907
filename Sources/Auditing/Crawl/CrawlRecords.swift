import Crawling
import Fetching
import Ledger
import WebAddress

extension AddressRecord {
  init(_ entry: FrontierEntry, state: State, reason: String? = nil) {
    self.init(
      key: entry.ledgerKey, url: entry.url.href, kind: entry.kind.word, depth: entry.depth,
      referrer: entry.referrer?.href, priority: Int(entry.priority.rawValue), state: state,
      reason: reason)
  }
}

extension FrontierEntry {
  /// Nil for a record that no longer makes sense; it is then left alone.
  init?(_ record: AddressRecord) {
    guard let url = WebURL(record.url), let kind = Kind(word: record.kind) else { return nil }
    self.init(
      url: url, kind: kind, depth: record.depth, referrer: record.referrer.flatMap { WebURL($0) },
      priority: record.priority.flatMap { UInt8(exactly: $0) }.flatMap(Priority.init(rawValue:)),
      method: .get)
    // A place in the queue of its own says that the content is wanted.
    if kind.isLinkCheck, priority == Priority(for: kind) { method = .head }
  }

  /// A document that is fetched whole, so that probes can read it: it comes before those of which
  /// only the answer counts, also after a restart.
  var isToBeRead: Bool { kind == .attachment && priority < .attachment }
}
