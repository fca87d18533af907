public import AuditModel
public import SiteModel

/// What 条例 art. 21 adds for cities, counties and townships.
public struct LocalTopics: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "columns.local-topics", title: "市县和乡镇另应公开的内容", family: .columns,
    citations: [
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第二十一条", confidence: .verified)
    ],
    checks: "市、县政府查找市政建设、公共服务和公益事业、土地征收、房屋征收、治安管理、社会救助;"
      + "乡镇(街道)查找农业农村政策、农田水利、承包经营权流转、宅基地审核、土地征收、房屋征收、筹资筹劳、社会救助。",
    passes: "该项有栏目且有内容;写明无相关信息的记为零报告。", fails: "该项栏目打开为空白,或者链接经复核确认打不开。",
    cannotDecide: "没有找到栏目的提请人工判断(条例要求结合当地具体情况确定);部门和公共企事业单位、省级政府不适用。",
    codes: [
      "columns.local-topics.present", "columns.local-topics.missing",
      "columns.local-topics.blank", "columns.local-topics.unreachable",
      "columns.local-topics.nil-return", "columns.local-topics.undecided",
      "columns.local-topics.without-duty",
    ])

  /// Makes the value from its parts.
  public init() {}

  static func topics(of unit: AuditedUnit) -> [WantedColumn] {
    switch unit.kind {
    case .township: township
    case .government: isProvince(unit.name) ? [] : city
    case .department, .institution: []
    }
  }

  private static func isProvince(_ name: String) -> Bool {
    ["省", "自治区", "直辖市"].contains { name.hasSuffix($0) || name.hasSuffix("\($0)人民政府") }
  }

  static let city: [WantedColumn] = [
    WantedColumn(
      id: "local.municipal", title: "市政建设",
      contained: ["市政建设", "市政服务", "城乡建设", "城市建设", "城市管理"]),
    WantedColumn(
      id: "local.services", title: "公共服务、公益事业", contained: ["公共服务", "公益事业", "社会公益"]),
    land("local.land"), housing("local.housing"),
    WantedColumn(
      id: "local.security", title: "治安管理", contained: ["治安管理", "社会治安", "公共安全", "户籍管理"]),
    relief("local.relief"),
  ]

  static let township: [WantedColumn] = [
    WantedColumn(
      id: "rural.policies", title: "贯彻落实农业农村工作政策",
      contained: ["农业农村", "惠农", "涉农", "三农", "乡村振兴", "农村工作"]),
    WantedColumn(id: "rural.water", title: "农田水利工程建设运营", contained: ["农田水利", "水利工程", "水利建设"]),
    WantedColumn(
      id: "rural.contracts", title: "农村土地承包经营权流转", contained: ["承包经营", "土地流转", "土地承包"]),
    WantedColumn(id: "rural.homesteads", title: "宅基地使用情况审核", contained: ["宅基地"]),
    land("rural.land"), housing("rural.housing"),
    WantedColumn(id: "rural.labour", title: "筹资筹劳", contained: ["筹资筹劳", "一事一议"]),
    relief("rural.relief"),
  ]

  private static func land(_ id: String) -> WantedColumn {
    WantedColumn(id: id, title: "土地征收", contained: ["土地征收", "征地", "征收土地", "集体土地"])
  }

  private static func housing(_ id: String) -> WantedColumn {
    WantedColumn(id: id, title: "房屋征收", contained: ["房屋征收", "国有土地上房屋", "征收与补偿", "征收补偿"])
  }

  private static func relief(_ id: String) -> WantedColumn {
    WantedColumn(
      id: id, title: "社会救助", contained: ["社会救助", "救助", "低保", "社会福利", "救济", "优抚"])
  }

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let topics = Self.topics(of: site.unit)
    guard !topics.isEmpty else { return [] }
    let search = ColumnSearch(site)
    return topics.map { topic in
      if let reason = site.unit.withoutDuty[topic.id] {
        return observation(
          "without-duty", .notApplicable, subject: topic.id,
          values: ["column": topic.title, "reason": reason])
      }
      return report(search.look(for: topic), topic: topic, site: site)
    }.sorted { $0.subject < $1.subject }
  }

  private func report(
    _ sighting: ColumnSighting, topic: WantedColumn, site: Site
  ) -> Observation {
    let (code, outcome): (String, Outcome) =
      switch sighting.state {
      case .present, .wrongContent: ("present", .pass)
      case .nilReturn: ("nil-return", .nilReturn)
      case .undecided: ("undecided", .inconclusive)
      case .blank: ("blank", .fail)
      case .unreachable: ("unreachable", .fail)
      case .missing: ("missing", .review)
      }
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
}
