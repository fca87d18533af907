import AuditModel
import SiteModel
import WebAddress

/// Columns and link targets whose fault the required-column or topic probe already reports, so
/// that no fault is found twice.
struct ColumnClaims {
  private(set) var blank: [AddressKey: String] = [:]
  private(set) var dead: [AddressKey: String] = [:]

  init(_ site: Site) {
    let search = ColumnSearch(site)
    for wanted in RequiredColumns.wanted where isChecked(wanted, site: site) {
      claim(
        RequiredColumns.sighting(of: wanted, search: search), by: RequiredColumns.card.id,
        site: site)
    }
    for topic in TopicList.all where isChecked(topic, site: site) {
      claim(search.look(for: topic), by: TopicColumns.card.id, site: site)
    }
  }

  private func isChecked(_ wanted: WantedColumn, site: Site) -> Bool {
    site.unit.withoutDuty[wanted.id] == nil
      && (wanted.id != "website-report" || site.unit.hasOwnSite)
  }

  private mutating func claim(_ sighting: ColumnSighting, by probe: String, site: Site) {
    switch sighting.state {
    case .blank:
      guard let column = sighting.column else { return }
      blank[AddressKey(column.url)] = blank[AddressKey(column.url)] ?? probe
    case .unreachable:
      guard let url = sighting.entry?.url else { return }
      dead[AddressKey(url)] = dead[AddressKey(url)] ?? probe
    case .present, .nilReturn, .undecided, .wrongContent, .missing: return
    }
  }
}
