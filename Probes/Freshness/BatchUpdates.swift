public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Columns that were silent for long and then filled on one day.
public struct BatchUpdates: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "freshness.batch", title: "突击更新", family: .freshness,
    citations: [
      Citation(document: "政府网站检查通报", place: "问题类别:弄虚作假(旧稿新发、突击更新)", confidence: .observed)
    ],
    checks: "各栏目列表中信息的日期:检测日前一年内,是否有某一天(或相连两天)集中出现大量信息,而此前很久没有更新。",
    passes: "没有这样的日子。",
    fails: "本检查不作不符合的结论。",
    cannotDecide: "停更三个月以上之后,相连两天内出现10条以上信息,且明显多于该栏目平日的,请人工判断。"
      + "一贯成批公示的栏目、全部信息同一天的新栏目和归档栏目不算。",
    codes: ["freshness.batch.sudden", "freshness.batch.none"])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let columns = site.columns.filter { site.scope.contains($0.url) && !$0.isArchive }
    var result = columns.compactMap { column in
      Burst(column.content.items, asOf: site.asOf).map { report($0, column) }
    }
    if result.isEmpty {
      let isChecked = columns.contains { $0.content.datedCount > 0 }
      result.append(observation("none", isChecked ? .pass : .notChecked, subject: "*"))
    }
    return result.sorted { $0.subject < $1.subject }
  }

  private func report(_ burst: Burst, _ column: Column) -> Observation {
    let isHere = AddressKey(burst.first.page) == AddressKey(column.url)
    return observation(
      "sudden", .review, reason: .ambiguous, subject: column.key,
      values: [
        "column": column.name, "path": column.trail.joined(separator: " > "),
        "day": burst.day.description, "count": String(burst.count),
        "before": burst.before.description, "silence": String(burst.silence),
      ], page: column.reference, quote: burst.first.date?.quote,
      locator: isHere ? Locator(xpath: burst.first.xpath, text: burst.first.title) : nil)
  }
}

/// Many entries on one day or two in a row, after a long silence.
struct Burst {
  let day: Day
  let count: Int
  /// The last day before it on which anything appeared.
  let before: Day
  let first: ColumnItem

  /// Days without anything before the burst.
  var silence: Int { day.days(since: before) }

  private static let least = 10
  private static let leastSilence = 90
  private static let reach = 365

  /// The latest burst; nil when there is none.
  init?(_ items: [ColumnItem], asOf: Day) {
    let dated = items.filter { !$0.isPinned && $0.date.map { $0.day <= asOf } ?? false }
    let days = Dictionary(grouping: dated) { $0.date?.day ?? asOf }
    let order = days.keys.sorted()
    for (index, day) in order.enumerated().reversed() {
      guard index > 0, asOf.days(since: day) <= Burst.reach else { return nil }
      let before = order[index - 1]
      let next = index + 1 < order.count ? order[index + 1] : nil
      let pair = [day] + [next].compactMap { $0.flatMap { $0.days(since: day) == 1 ? $0 : nil } }
      let count = pair.reduce(0) { $0 + (days[$1]?.count ?? 0) }
      guard count >= Burst.least, day.days(since: before) >= Burst.leastSilence,
        Burst.isUnusual(count, among: order[..<index].map { days[$0]?.count ?? 0 }),
        let first = days[day]?.first
      else { continue }
      (self.day, self.count, self.before, self.first) = (day, count, before, first)
      return
    }
    return nil
  }

  /// Five times what the column's busiest ordinary days bring; one that always comes in batches is
  /// what it is.
  private static func isUnusual(_ count: Int, among usual: [Int]) -> Bool {
    let sorted = usual.sorted()
    guard sorted.reduce(0, +) >= 3 else { return false }
    let high = sorted[sorted.count * 9 / 10]
    return count >= high * 5
  }
}
