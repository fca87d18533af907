import AuditModel
import Ledger
import WebAddress

/// What `availability` says of one home page.
struct AvailabilityAnswer: Encodable {
  let schemaVersion = 1
  let name: String
  let home: String
  /// The last try; nil when there was none in the week.
  let last: AvailabilitySample?
  let week: AvailabilityWeek
  let judgement: AvailabilityWeek.Judgement
  let failedPercent: String?

  init(_ name: String, _ home: WebURL, ledger: LedgerStore, asOf day: Day) throws {
    let samples = try ledger.availability(
      home: home.href, from: Instant(startOf: day.adding(days: -AvailabilityWeek.days)),
      to: Instant(startOf: day.adding(days: 1)))
    self.name = name
    self.home = home.href
    last = samples.last
    week = AvailabilityWeek.ending(day, samples)
    judgement = week.judgement
    failedPercent = week.failedPercent
  }

  var text: String {
    var parts = ["\(week.from)至\(week.to)打开 \(week.opened) 次,打不开 \(week.failed) 次"]
    if let failedPercent { parts[0] += "(\(failedPercent)%)" }
    if week.blocked > 0 { parts.append("被拦截或无法判断 \(week.blocked) 次") }
    if week.ownFaults > 0 { parts.append("本机网络故障 \(week.ownFaults) 次(不计入)") }
    return "\(name) \(home):\(lastText)\(parts.joined(separator: ",")),\(conclusion)。"
  }

  private var lastText: String {
    guard let last else { return "" }
    let result =
      switch last.result {
      case .opened: "打开了"
      case .failed: "打不开"
      case .ownFault: "本机网络故障"
      case .blocked: "被拦截或无法判断"
      }
    return "\(last.at.readable) \(result)(\(last.duration) 毫秒);"
  }

  private var conclusion: String {
    switch judgement {
    case .reachable: "打不开的不到 5%,符合要求"
    case .unreachable: "打不开的达到 5%,属于单项否决情形“站点无法访问”"
    case .blocked: "被拦截的次数足以左右结论,尚不能判定"
    case .tooFew:
      "记录不够(7 天中有 \(week.fullDays) 天满 20 次,最少的一天 \(week.fewestADay) 次),不作结论"
    }
  }
}
