public import AuditModel
public import SiteModel

/// Columns that an assessment scheme names: topics, special sections, entries to services.
public struct NamedColumns: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: NamedList.columnProbe, title: "考核方案指名的栏目和专题", family: .documents,
    citations: [
      Citation(
        document: "山西省2022年度政务公开工作考核方案", place: "以公开助力经济平稳健康发展、保持社会和谐稳定", confidence: .observed),
      Citation(document: "随州市2020年政务公开第三方评估指标", place: "主动公开", confidence: .observed),
      Citation(document: "2023年政务公开考核评估指标", place: "政务公开平台建设、便民服务", confidence: .observed),
    ],
    checks: "逐项查找被考核单位所用考核方案(方案文件的 named 部分)指名的栏目、专题和入口,打开看有无内容。没有选用方案的不查。",
    passes: "有该栏目、专题或入口,能够打开且有内容;写明无相关信息的记为零报告。",
    fails: "方案写明各单位都要设置,首页、公开平台、网站地图都能查看而没有;打开为空白;链接经复核确认打不开。",
    cannotDecide: "方案没有写明各单位都要设置的,没有找到时提请人工判断;菜单由脚本生成、页面未能查看的不作结论。",
    codes: [
      "columns.named.present", "columns.named.missing", "columns.named.blank",
      "columns.named.unreachable", "columns.named.nil-return", "columns.named.undecided",
      "columns.named.without-duty",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard !site.named.columns.isEmpty else { return [] }
    let search = ColumnSearch(site)
    return site.named.columns.map { named in
      if let reason = site.unit.withoutDuty[named.id] {
        return observation(
          "without-duty", .notApplicable, subject: named.id,
          values: ["column": named.title, "reason": reason])
      }
      let wanted = WantedColumn(
        id: named.id, title: named.title, contained: named.names.map { Naming.fold($0) },
        excluded: named.without.map { Naming.fold($0) })
      return report(search.look(for: wanted), named, site: site)
    }.sorted { $0.subject < $1.subject }
  }

  private func report(
    _ sighting: ColumnSighting, _ named: NamedColumn, site: Site
  ) -> Observation {
    let (code, outcome): (String, Outcome) =
      switch sighting.state {
      case .present, .wrongContent: ("present", .pass)
      case .nilReturn: ("nil-return", .nilReturn)
      case .undecided: ("undecided", .inconclusive)
      case .blank: ("blank", named.isDuty ? .fail : .review)
      case .unreachable: ("unreachable", named.isDuty ? .fail : .review)
      case .missing: ("missing", named.isDuty ? .fail : .review)
      }
    let reason: InconclusiveReason? =
      switch outcome {
      case .inconclusive: sighting.reason ?? .ambiguous
      case .review: .ambiguous
      default: nil
      }
    return observation(
      code, outcome, reason: reason, subject: named.id,
      values: sighting.values(title: named.title), page: sighting.page(in: site),
      link: sighting.link, quote: sighting.quote, locator: sighting.entry.map(\.locator),
      lookedAt: sighting.lookedAt)
  }
}
