import AuditModel
import Ledger
import WebAddress

/// What judging needs to know of an address's answer, in little room: a sweep may have a million.
/// What only proofs need (record id, digest) is read from the ledger when it is asked for.
struct KeptFetch {
  let key: String
  let url: WebURL
  /// Where the answer sent the visitor.
  let location: String?
  let startedAt: Instant
  let status: Int
  /// Whether anything was wrong, in words this build may not know.
  let isFaulty: Bool
  let cause: LinkVerdict.Cause?
  let isReadablePage: Bool
  let isTruncated: Bool
  /// Numbers of words in a ``WordTable``.
  let contentType: Int32
  let remoteAddress: Int32
  let certificateProblem: Int32?
  /// The archive's file; nil when nothing was archived.
  let file: Int32?
  let offset: Int
  let length: Int32

  init(_ fetch: FetchRecord, url: WebURL, words: inout WordTable) {
    key = fetch.key
    self.url = url
    location = fetch.location
    startedAt = fetch.startedAt
    status = fetch.status
    isFaulty = fetch.cause != nil
    cause = fetch.cause.flatMap(LinkVerdict.Cause.init(rawValue:))
    isReadablePage = fetch.isReadablePage
    isTruncated = fetch.isTruncated
    contentType = words.number(of: fetch.contentType)
    remoteAddress = words.number(of: fetch.remoteAddress)
    certificateProblem = fetch.certificateProblem.map { words.number(of: $0) }
    file = fetch.archive.map { words.number(of: $0.file) }
    offset = fetch.archive?.offset ?? 0
    length = Int32(clamping: fetch.archive?.length ?? 0)
  }

  /// A page that was read and found to be what it claims.
  var isContent: Bool { isReadablePage && !isFaulty }

  /// Whether the record is the one this was made of.
  func isSame(as fetch: FetchRecord) -> Bool {
    fetch.startedAt == startedAt && fetch.method == "GET" && fetch.archive?.offset == offset
  }
}

/// Words that repeat, each kept once.
struct WordTable {
  private(set) var words: [String] = []
  private var numbers: [String: Int32] = [:]

  mutating func number(of word: String) -> Int32 {
    if let known = numbers[word] { return known }
    let number = Int32(words.count)
    words.append(word)
    numbers[word] = number
    return number
  }

  subscript(number: Int32) -> String { words[Int(number)] }
}
