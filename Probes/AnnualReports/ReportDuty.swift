import AuditModel
import SiteModel

extension Locator {
  /// A table on a page; nil for one in an attached document, which no browser can box.
  init?(table xpath: String) {
    guard !xpath.isEmpty else { return nil }
    self.init(xpath: xpath, text: "")
  }
}

/// When a yearly report is due, and which one is the latest that must be there.
struct ReportDuty {
  let kind: ReportTitle.Kind
  let unit: AuditedUnit.Kind

  init(_ kind: ReportTitle.Kind, of site: Site) {
    self.kind = kind
    unit = site.unit.kind
  }

  /// The last day for the report on `year`: 条例 art. 49 gives departments until 31 January and
  /// local governments until 31 March; until the 条例 of 2019 it was 31 March for all (art. 31).
  /// 国办函〔2018〕12号 gives websites until 31 January.
  func due(for year: Int) -> Day {
    let isMarch =
      kind == .disclosure && (unit == .government || year < ReportDuty.firstYearOfForm)
    return Day(year: year + 1, month: isMarch ? 3 : 1, day: 31) ?? Day(number: 0)
  }

  /// The first year a report of this kind was due for.
  var firstYear: Int { kind == .website ? 2017 : 2008 }

  /// The latest year whose report is due: the last day itself still belongs to the unit.
  func latestYear(asOf day: Day) -> Int {
    day > due(for: day.year - 1) ? day.year - 1 : day.year - 2
  }

  /// Whether the rule names this kind of unit. Townships report under local rules only, and
  /// public enterprises are not bound by it.
  var isNational: Bool { unit == .government || unit == .department }

  /// The first year whose report follows the present 条例 and its form.
  static let firstYearOfForm = 2019
}

extension ReportRecord {
  /// What every observation about a report says of it.
  func values(latest: Int) -> [String: String] {
    ["year": String(year), "title": title, "current": year >= latest ? "yes" : "no"]
  }

  /// Where on its list it stands.
  var locator: Locator? { xpath.map { Locator(xpath: $0, text: title) } }
}
