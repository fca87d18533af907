import AuditModel
import SiteModel
import WebAddress

/// What the four dead-link probes have in common: one finding per target, and blocked or
/// unchecked targets counted per host instead of listed.
struct DeadLinks<Owner: Probe> {
  let owner: Owner
  let kind: LinkCensus.Kind
  let site: Site

  func observations() -> [Observation] {
    let targets = site.links.troubled.filter { $0.kind == kind && $0.places > 0 }
    let claims = targets.contains { $0.verdict.state == .dead } ? ColumnClaims(site).dead : [:]
    var result: [Observation] = []
    for target in targets {
      switch target.verdict.state {
      case .dead: result.append(dead(target, claimedBy: claims[AddressKey(target.url)]))
      case .suspected: result.append(suspected(target))
      case .alive, .blocked, .unchecked: continue
      }
    }
    result += grouped(targets.filter { $0.verdict.state == .blocked }, code: "blocked")
    result += grouped(targets.filter { $0.verdict.state == .unchecked }, code: "unchecked")
    let dead = targets.count { $0.verdict.state == .dead }
    let alive = site.links.alive[kind] ?? 0
    // Blocked or unchecked targets have been told of; "there are none" would contradict it.
    if alive + dead > 0 || result.isEmpty { result.append(summary(alive: alive, dead: dead)) }
    return result.sorted { $0.subject < $1.subject }
  }

  private func dead(_ target: LinkTarget, claimedBy probe: String?) -> Observation {
    guard let probe else { return report(target, code: "dead", outcome: .fail) }
    // The column this link leads to is already found unreachable: one fault, one finding.
    var observation = report(target, code: "counted-elsewhere", outcome: .info)
    observation.values["countedIn"] = probe
    return observation
  }

  private func suspected(_ target: LinkTarget) -> Observation {
    report(target, code: "suspected", outcome: .inconclusive, reason: .unconfirmed)
  }

  private func report(
    _ target: LinkTarget, code: String, outcome: Outcome, reason: InconclusiveReason? = nil
  ) -> Observation {
    let first = target.referrers.first
    return owner.observation(
      code, outcome, reason: reason, subject: target.url.href, values: values(of: target),
      page: first?.page, link: LinkReference(url: target.url.href, text: first?.text ?? ""),
      locator: first?.locator)
  }

  private func values(of target: LinkTarget) -> [String: String] {
    let sightings = target.verdict.sightings
    var values = [
      "cause": target.verdict.cause?.rawValue ?? "", "count": String(target.places),
      "sightings": String(sightings.count),
      "methods": Set(sightings.map(\.method)).sorted().joined(separator: ","),
      "confirmAfter": String(Int(target.verdict.confirmAfter)),
    ]
    if let first = sightings.first { values["firstSeen"] = first.at.readable }
    if let last = sightings.last {
      values["lastSeen"] = last.at.readable
      values["status"] = String(last.status)
    }
    for (number, referrer) in target.referrers.dropFirst().enumerated() {
      values["alsoOn\(number + 1)"] = referrer.page.url
    }
    let home = site.home.url.map { $0.href }
    if target.referrers.contains(where: { $0.page.url == home }) { values["onHome"] = "true" }
    return values
  }

  /// A thousand links behind one firewall are one observation.
  private func grouped(_ targets: [LinkTarget], code: String) -> [Observation] {
    var groups: [String: [LinkTarget]] = [:]
    for target in targets {
      groups["\(target.url.host) \(target.verdict.cause?.rawValue ?? "")", default: []]
        .append(target)
    }
    return groups.sorted { $0.key < $1.key }.compactMap { _, group in
      guard let first = group.first else { return nil }
      let reason = first.verdict.cause?.reason ?? .notExamined
      let referrer = first.referrers.first
      return owner.observation(
        code, code == "blocked" ? .inconclusive : .notChecked,
        reason: code == "blocked" ? reason : nil,
        subject: "\(code):\(first.url.host):\(first.verdict.cause?.rawValue ?? "")",
        values: [
          "host": first.url.host, "count": String(group.count),
          "cause": first.verdict.cause?.rawValue ?? "",
        ], page: referrer?.page,
        link: LinkReference(url: first.url.href, text: referrer?.text ?? ""))
    }
  }

  private func summary(alive: Int, dead: Int) -> Observation {
    owner.observation(
      "alive", alive + dead == 0 ? .notChecked : .pass, subject: "*",
      values: [
        "count": String(alive), "checked": String(alive + dead), "dead": String(dead),
      ])
  }
}

/// The parts of the cards that the four probes share.
enum DeadLinkCard {
  static func make(
    id: String, title: String, what: String, fails: String, citations: [Citation]
  ) -> ProbeCard {
    ProbeCard(
      id: id, title: title, family: .links, citations: citations, checks: what,
      passes: "目标能打开。", fails: fails,
      cannotDecide: "疑似打不开而尚未复核确认;被防护系统拦截、要求登录、限制频率(按主机合并计数);"
        + "robots.txt 不允许或未在抓取范围内的记为未检测。",
      codes: ["dead", "suspected", "blocked", "unchecked", "counted-elsewhere", "alive"]
        .map { "\(id).\($0)" })
  }

  static let availability = Citation(
    document: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标的通知(国办秘函〔2019〕19号)",
    place: "扣分指标:可用性", confidence: .single)
  static let patrol = Citation(
    document: "国务院办公厅关于印发政府网站发展指引的通知(国办发〔2017〕47号)", place: "链接巡检", confidence: .memory)
}
