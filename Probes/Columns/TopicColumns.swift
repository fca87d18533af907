public import AuditModel
public import SiteModel

/// The topics of 条例 art. 20 and those that local schemes name.
public struct TopicColumns: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "columns.topics", title: "法定主动公开内容与重点领域栏目", family: .columns,
    citations: [
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第二十条第一至十五项", confidence: .verified),
      Citation(document: "随州市2020年政务公开第三方评估指标", place: "主动公开", confidence: .observed),
    ],
    checks: "逐项查找法定主动公开内容和重点领域的栏目(按同义名称),打开看有无内容。",
    passes: "该项有栏目且有内容。",
    fails: "各处都能查看而没有该项栏目,且该类单位一律负有公开职责;栏目打开为空白;链接经复核确认打不开。",
    cannotDecide: "是否负有公开职责因单位而异的事项只提请人工判断;菜单由脚本生成、页面未能查看的不作结论。"
      + "栏目写明无相关信息的记为零报告。",
    codes: [
      "columns.topics.present", "columns.topics.missing", "columns.topics.blank",
      "columns.topics.unreachable", "columns.topics.nil-return", "columns.topics.undecided",
      "columns.topics.without-duty", "columns.topics.same-fault",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// Topics every unit of a kind must publish; for all others the duty depends on the unit.
  static func duties(of kind: AuditedUnit.Kind) -> Set<String> {
    let common: Set<String> = ["statutory.2", "statutory.7", "functions", "budget"]
    switch kind {
    case .government:
      return common.union([
        "statutory.1", "statutory.3", "statutory.4", "statutory.5", "statutory.6", "statutory.8",
        "statutory.10", "statutory.12", "interpretation", "normative-documents", "response",
        "power-list", "proposals", "decisions", "licensing-results", "penalty-results",
        "key-projects", "public-resources", "public-welfare",
      ])
    case .department:
      return common.union([
        "statutory.1", "interpretation", "normative-documents", "power-list",
      ])
    case .township: return common
    case .institution: return []
    }
  }

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let search = ColumnSearch(site)
    let sightings = Dictionary(
      uniqueKeysWithValues: TopicList.all.map { ($0.id, search.look(for: $0)) })
    return TopicList.all.map { topic in
      if let reason = site.unit.withoutDuty[topic.id] {
        return observation(
          "without-duty", .notApplicable, subject: topic.id,
          values: ["column": topic.title, "reason": reason])
      }
      let sighting = sightings[topic.id] ?? ColumnSighting(state: .undecided)
      if let twin = TopicList.twins[topic.id], let other = sightings[twin],
        isFault(sighting), isFault(other), site.unit.withoutDuty[twin] == nil
      {
        return sameFault(topic, twin: twin, sighting: sighting, site: site)
      }
      return report(sighting, topic: topic, site: site)
    }
  }

  private func isFault(_ sighting: ColumnSighting) -> Bool {
    switch sighting.state {
    case .missing, .blank, .unreachable: true
    case .present, .nilReturn, .undecided, .wrongContent: false
    }
  }

  private func sameFault(
    _ topic: WantedColumn, twin: String, sighting: ColumnSighting, site: Site
  ) -> Observation {
    let other = TopicList.all.first { $0.id == twin }?.title ?? twin
    return observation(
      "same-fault", .review, reason: .ambiguous, subject: topic.id,
      values: sighting.values(title: topic.title)
        .merging(["sameAs": twin, "sameAsTitle": other]) { $1 },
      page: sighting.page(in: site), lookedAt: sighting.lookedAt)
  }

  private func report(
    _ sighting: ColumnSighting, topic: WantedColumn, site: Site
  ) -> Observation {
    let (code, outcome) = verdict(sighting, topic: topic, site: site)
    let reason: InconclusiveReason? =
      switch outcome {
      case .inconclusive: sighting.reason ?? .ambiguous
      case .review: .ambiguous
      default: nil
      }
    return observation(
      code, outcome, reason: reason, subject: topic.id, values: sighting.values(title: topic.title),
      page: sighting.page(in: site), link: sighting.link, quote: sighting.quote,
      locator: sighting.entry.map(\.locator), lookedAt: sighting.lookedAt)
  }

  private func verdict(
    _ sighting: ColumnSighting, topic: WantedColumn, site: Site
  ) -> (String, Outcome) {
    let isDuty = TopicColumns.duties(of: site.unit.kind).contains(topic.id)
    switch sighting.state {
    case .present, .wrongContent: return ("present", .pass)
    case .nilReturn: return ("nil-return", .nilReturn)
    case .undecided: return ("undecided", .inconclusive)
    case .blank: return ("blank", .fail)
    case .unreachable: return ("unreachable", .fail)
    case .missing: return ("missing", isDuty ? .fail : .review)
    }
  }
}
