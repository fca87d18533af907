import AuditModel
import Fetching
import WebAddress

/// What waits for one host, and what is known about the host.
struct HostQueue: Sendable {
  enum Access: Sendable {
    /// robots.txt has to be read first; the number of tries made.
    case unknown(tries: Int)
    case asking(tries: Int)
    case open(RobotsRules)
    case closed(NotExamined)
  }

  let key: String
  /// `http://host:port` of the first address, stored once instead of in every entry.
  let origin: String
  /// The same as an address, which those of the queue are told by without parsing them again.
  let root: WebURL?
  var access: Access
  var clock = HostClock()
  /// The time of the host's valid place in the schedule; nil when it has none.
  var scheduled: Instant?
  var pages = 0
  /// The machine it lives on, once an answer told.
  var server: Int?
  /// Requests under way that began before that was known.
  var unplaced = 0
  private(set) var count = 0
  private var lanes: [CompactQueue] = []

  init(key: String, origin: String, access: Access) {
    self.key = key
    self.origin = origin
    root = WebURL("\(origin)/")
    self.access = access
  }

  mutating func append(_ record: CompactQueue.Record, priority: FrontierEntry.Priority) {
    while lanes.count <= Int(priority.rawValue) { lanes.append(CompactQueue()) }
    lanes[Int(priority.rawValue)].append(record, origin: origin)
    count += 1
  }

  /// The address of a record that was taken out.
  func url(of record: CompactQueue.Record) -> WebURL? {
    root.flatMap { WebURL(serialization: record.href, on: $0) } ?? WebURL(record.href)
  }

  mutating func popFirst() -> (CompactQueue.Record, FrontierEntry.Priority)? {
    guard count > 0 else { return nil }
    for index in lanes.indices where !lanes[index].isEmpty {
      guard let record = lanes[index].popFirst(origin: origin),
        let priority = FrontierEntry.Priority(rawValue: UInt8(index))
      else { continue }
      count -= 1
      return (record, priority)
    }
    return nil
  }
}
