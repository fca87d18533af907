public import AuditModel
public import SiteModel
import WebAddress

/// Columns of the platform that bear another name than the common one, and columns set up twice.
public struct ColumnNaming: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "columns.naming", title: "栏目名称规范、不重复", family: .columns,
    citations: [
      Citation(
        document: "国务院办公厅政府信息与政务公开办公室关于规范政府信息公开平台有关事项的通知(国办公开办函〔2019〕61号)",
        place: "统一名称", confidence: .verified)
    ],
    checks: "把平台一级栏目(指南、制度、法定主动公开内容、年报)的名称与统一名称比较;找同一位置下名称相同而地址不同的两个栏目。",
    passes: "名称一致,没有重复。", fails: "本检查不作不符合的结论。",
    cannotDecide: "名称不一致(例如少了“政府”二字)、栏目重复的提请人工判断;地方方案允许的名称以方案为准。",
    codes: [
      "columns.naming.common", "columns.naming.other-name", "columns.naming.duplicate",
    ])

  /// Makes the value from its parts.
  public init() {}

  private static let names: [(id: String, type: ColumnType, names: Set<String>)] = [
    ("guide", .guide, ["政府信息公开指南"]), ("institutions", .institutions, ["政府信息公开制度"]),
    ("statutory", .statutory, ["法定主动公开内容"]),
    ("annual-report", .annualReport, ["政府信息公开年报", "政府信息公开年度报告", "政府信息公开工作年度报告"]),
  ]

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    (Self.names.compactMap { named($0.id, $0.type, $0.names, site: site) } + duplicates(site))
      .sorted { $0.subject < $1.subject }
  }

  private func named(
    _ id: String, _ type: ColumnType, _ common: Set<String>, site: Site
  ) -> Observation? {
    let columns = site.columns.filter { $0.type == type && site.scope.contains($0.url) }
    guard let best = columns.min(by: { $0.trail.count < $1.trail.count }) else { return nil }
    let shown = columns.flatMap(\.names)
    let isCommon = shown.contains { common.contains(Naming.column($0)) }
    let values = ["column": common.sorted()[0], "name": best.name, "key": best.key]
    return observation(
      isCommon ? "common" : "other-name", isCommon ? .pass : .review,
      reason: isCommon ? nil : .ambiguous, subject: id, values: values, page: best.reference,
      quote: best.name)
  }

  /// Two columns of one name at one place, each with its own address and content.
  private func duplicates(_ site: Site) -> [Observation] {
    let own = site.columns.filter { column in
      site.scope.contains(column.url) && column.trail.count >= 2 && !column.isArchive
        && column.content.state != .redirect && !column.content.items.isEmpty
    }
    let groups = Dictionary(grouping: own) { column in
      (column.trail + [column.name]).map { Naming.column($0) }.joined(separator: ">")
    }
    return groups.values.compactMap { group in
      let sorted = group.sorted { $0.url < $1.url }
      guard let first = sorted.first,
        let second = sorted.first(where: { isAnother($0, than: first) })
      else { return nil }
      return observation(
        "duplicate", .review, reason: .ambiguous, subject: "duplicate#\(first.key)",
        values: ["name": first.name, "path": first.trail.joined(separator: " > ")],
        page: first.reference, link: LinkReference(url: second.url.href, text: second.name))
    }
  }

  private func isAnother(_ column: Column, than first: Column) -> Bool {
    let left = Set(column.content.items.compactMap { $0.url.map { AddressKey($0) } })
    let right = Set(first.content.items.compactMap { $0.url.map { AddressKey($0) } })
    return AddressKey(column.url) != AddressKey(first.url) && left.isDisjoint(with: right)
  }
}
