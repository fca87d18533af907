import Fetching
import Testing

@testable import Crawling

@Suite("A host's queue as bytes")
struct CompactQueueTests {
  private static let origin = "http://www.example.gov.cn"

  private static func record(_ number: Int) -> CompactQueue.Record {
    let hosts = [origin, "http://img.example.gov.cn", origin]
    return CompactQueue.Record(
      href: "\(hosts[number % 3])/zwgk/20\(number % 7)/t\(number * 7919 % 100_000).html",
      kind: FrontierEntry.Kind.allCases[number % FrontierEntry.Kind.allCases.count],
      depth: number % 300, referrer: UInt32(number * 31), method: number % 2 == 0 ? .get : .head)
  }

  @Test("what goes in comes out, in order, over many runs and with takes in between")
  func order() {
    var queue = CompactQueue()
    var expected: [CompactQueue.Record] = []
    var taken: [CompactQueue.Record?] = []
    for number in 0..<20_000 {
      queue.append(Self.record(number), origin: Self.origin)
      expected.append(Self.record(number))
      if number % 3 == 0 { taken.append(queue.popFirst(origin: Self.origin)) }
    }
    while !queue.isEmpty { taken.append(queue.popFirst(origin: Self.origin)) }
    #expect(taken == expected)
    #expect(queue.popFirst(origin: Self.origin) == nil)
  }

  @Test("a queue that was emptied takes entries again")
  func again() {
    var queue = CompactQueue()
    for round in 0..<5 {
      for number in 0..<3 { queue.append(Self.record(number), origin: Self.origin) }
      for number in 0..<3 {
        #expect(queue.popFirst(origin: Self.origin) == Self.record(number), "\(round)")
      }
    }
  }

  @Test("an empty address and a very long one are kept")
  func extremes() {
    var queue = CompactQueue()
    let long = Self.origin + "/" + String(repeating: "长", count: 100_000)
    for href in [Self.origin, long, "x", long] {
      queue.append(
        .init(href: href, kind: .page, depth: 1, referrer: 0, method: .get), origin: Self.origin)
    }
    #expect(
      (0..<4).map { _ in queue.popFirst(origin: Self.origin)?.href }
        == [Self.origin, long, "x", long])
  }
}
