public import AuditModel
public import SiteModel
import WebAddress

/// Columns that open onto nothing.
public struct BlankColumns: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "columns.blank", title: "空白栏目", family: .columns,
    citations: [
      Citation(
        document: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标的通知(国办秘函〔2019〕19号)",
        place: "单项否决:空白栏目", confidence: .verified),
      Citation(
        document: "国务院办公厅关于印发政府网站发展指引的通知(国办发〔2017〕47号)", place: "栏目不得空白",
        confidence: .verified),
    ],
    checks: "打开本单位每一个栏目页,看主体部分有无列表、正文、附件、图片或表格。",
    passes: "栏目有内容;下设子栏目的看子栏目;只作跳转的父栏目不算空白;写明无相关信息的记为零报告。",
    fails: "栏目页能完整读取,主体部分没有任何内容,或只有“敬请期待”“正在建设”“暂无内容”一类文字。",
    cannotDecide: "内容由脚本或框架填充、抓取不完整、只有三言两语分不清是不是内容。",
    codes: [
      "columns.blank.blank", "columns.blank.filled", "columns.blank.nil-return",
      "columns.blank.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let claims = ColumnClaims(site)
    var result: [Observation] = []
    var filled = 0
    for column in site.columns where site.scope.contains(column.url) {
      let content = column.content
      if content.state == .filled { filled += 1 }
      guard content.state != .filled, content.state != .redirect, column.children.isEmpty,
        claims.blank[AddressKey(column.url)] == nil, isColumn(column, site: site)
      else { continue }
      result.append(report(column))
    }
    result.append(
      observation("filled", .pass, subject: "*", values: ["count": String(filled)]))
    return result.sorted { $0.subject < $1.subject }
  }

  /// Home page, site map and search pages are no columns; an application form is judged elsewhere.
  private func isColumn(_ column: Column, site: Site) -> Bool {
    let places = [site.home.url, site.siteMap.url, site.search.url].compactMap { $0 }
    if places.contains(where: { AddressKey($0) == AddressKey(column.url) }) { return false }
    if column.type == .application || column.type == .consultation { return false }
    let isSearch =
      column.url.path.lowercased().contains("search")
      || ["搜索", "检索", "搜集结果", "查询"].contains { column.name.contains($0) }
    return !isSearch
  }

  private func report(_ column: Column) -> Observation {
    let values = ["column": column.name, "path": column.trail.joined(separator: " > ")]
    let (code, outcome, reason): (String, Outcome, InconclusiveReason?) =
      switch column.content.state {
      case .blank: ("blank", .fail, nil)
      case .nilReturn: ("nil-return", .nilReturn, nil)
      case .scripted: ("undecided", .inconclusive, .jsOnly)
      case .sparse, .filled, .redirect: ("undecided", .review, .ambiguous)
      }
    return observation(
      code, outcome, reason: reason, subject: column.key, values: values, page: column.reference,
      quote: column.content.quote)
  }
}
