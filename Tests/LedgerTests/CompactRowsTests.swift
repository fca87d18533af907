import AuditModel
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite("Rows in few bytes")
struct CompactRowsTests {
  private let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("mingcha-ledger-\(UUID().uuidString)/ledger.sqlite").path
  private let noon = Instant(milliseconds: 1_700_000_000_000)

  @Test(
    "an address is its key with a few letters, or itself",
    arguments: [
      ("http://a.cn/x", "a.cn/x", 2, nil), ("https://www.a.cn/", "a.cn/", 5, nil),
      ("http://a.cn/b/index.html", "a.cn/b/", 2, "index.html"),
      ("https://a.cn/x?b=1&a=2", "a.cn/x?a=2&b=1", 0, "https://a.cn/x?b=1&a=2"),
      ("http://a.cn/p.png", "http://a.cn/p.png", 1, nil), ("", "a", 0, ""), ("", "", 1, nil),
    ])
  func addresses(url: String, key: String, form: Int, rest: String?) {
    let stored = StoredAddress(url, key: key)
    #expect(stored == StoredAddress(form: form, rest: rest))
    #expect(stored.text(key: key) == url)
  }

  @Test(
    "digests and record names come back as they were, whatever they are",
    arguments: [
      "<urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e>", "00ff", "0F", "abc", "", "<urn:x>",
      "<urn:uuid:0F8FAD5B-D9CB-469F-A165-70867728950E>", "<urn:uuid:short>",
    ])
  func texts(text: String) {
    #expect(CompactText.record(CompactText.record(text)) == text)
    #expect(CompactText.digest(CompactText.digest(text)) == text)
    #expect(CompactText.record(CompactText.record(nil)) == nil)
  }

  @Test("rows of the first shape are all there after the move, and go on as before")
  func oldRowsMove() throws {
    try FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    let queue = try DatabaseQueue(path: path)
    try Migrations.all.migrate(queue, upTo: "2 an address's place in the queue")
    try queue.write { database in
      try database.execute(
        sql: """
          INSERT INTO sweep VALUES (3, 't', '{}', '2026-01-01', 5, NULL, 'interrupted');
          INSERT INTO address VALUES
            (3, 'a.cn/', 'http://www.a.cn/index.html', 'page', 0, NULL, 'done', NULL, '{"v":1}', 0),
            (3, 'a.cn/x', 'http://www.a.cn/x', 'page', 1, 'http://www.a.cn/', 'skipped',
             'robots-deny', NULL, NULL);
          INSERT INTO fetch VALUES
            (3, 'a.cn/', 'http://www.a.cn/index.html', 'GET', 7, 12, 200, NULL, NULL, 'text/html',
             99, 0, '192.0.2.1', 'expired', 'a.warc.gz', 1, 2,
             '<urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e>', '00ff'),
            (3, 'a.cn/x', 'http://www.a.cn/x', 'GET', 8, 1, 0, 'timeout', NULL, '', 0, 0, '',
             NULL, NULL, NULL, NULL, NULL, NULL);
          """)
    }
    try queue.close()
    let store = try LedgerStore(path: path)
    var addresses: [AddressRecord] = []
    var checks: [String?] = []
    try store.forEachAddress(sweep: 3) { address, check in
      addresses.append(address)
      checks.append(check)
    }
    #expect(
      addresses == [
        AddressRecord(
          key: "a.cn/", url: "http://www.a.cn/index.html", kind: "page", depth: 0, referrer: nil,
          priority: 0, state: .done),
        AddressRecord(
          key: "a.cn/x", url: "http://www.a.cn/x", kind: "page", depth: 1,
          referrer: "http://www.a.cn/", state: .skipped, reason: "robots-deny"),
      ])
    #expect(checks == ["{\"v\":1}", nil])
    var fetches: [FetchRecord] = []
    try store.forEachFetch(sweep: 3) { fetches.append($0) }
    #expect(fetches.map(\.key) == ["a.cn/", "a.cn/x"])
    #expect(fetches.map(\.cause) == [nil, "timeout"])
    #expect(fetches.map(\.certificateProblem) == ["expired", nil])
    #expect(
      fetches.map(\.archive) == [
        ArchivedAt(
          file: "a.warc.gz", offset: 1, length: 2,
          record: "<urn:uuid:0f8fad5b-d9cb-469f-a165-70867728950e>", digest: "00ff"), nil,
      ])
    try store.record([CrawlStep(finished: addresses[1])], hosts: [:], sweep: 3)
    #expect(try store.fetches(of: "a.cn/", sweep: 3).count == 1)
  }

  @Test("a transaction that fails leaves no numbers behind that nothing stands for")
  func failure() throws {
    let store = try LedgerStore(path: path)
    let record = AddressRecord(key: "k", url: "u", kind: "page", depth: 0, referrer: "http://r/")
    // There is no such sweep: the whole transaction is undone.
    #expect(throws: LedgerError.self) { try store.add([record], sweep: 99) }
    let sweep = try store.beginSweep(
      target: "t", configuration: "", asOf: Day(number: 1), now: noon
    ).sweep.id
    try store.add([record], sweep: sweep)
    var found: [AddressRecord] = []
    try store.forEachAddress(sweep: sweep) { address, _ in found.append(address) }
    #expect(found == [record])
  }
}
