import AuditModel
import Foundation
import Probes
import SiteModel

/// What probes report on the saved pages of real portals, and which of it a person compared with
/// the page (`ReadReports.tsv`: verdict, probe, host, subject).
struct RealReports {
  static let hosts = [
    ("jtj.pds.gov.cn", "2021-01-08"), ("rsj.gzdaozhen.gov.cn", "2021-01-08"),
    ("linye.jlcity.gov.cn", "2021-06-20"), ("www.pds.gov.cn", "2021-01-08"),
  ]

  struct Report: Hashable {
    var probe: String
    var host: String
    var subject: String
  }

  private(set) var reports: [Report: String] = [:]
  private(set) var verdicts: [Report: Bool] = [:]

  /// Nil where the pages are not at hand.
  init?() throws {
    guard SavedPages.folder != nil else {
      print("skipped: no ../shared/pages (set MINGCHA_SHARED)")
      return nil
    }
    for (host, date) in RealReports.hosts { try look(at: host, on: date) }
    try readVerdicts()
  }

  private mutating func look(at host: String, on date: String) throws {
    guard let day = Day(date), let source = SavedPages(host: host, on: day) else { return }
    let unit = AuditedUnit(
      id: "u", name: host, kind: .department, homePage: "http://\(host)/index.html")
    let site = Site(unit: unit, source: source, asOf: day)
    for probe in ProbeCatalogue.all {
      for seen in probe.observe(site) where seen.outcome == .fail {
        let report = Report(probe: probe.card.id, host: host, subject: seen.subject)
        reports[report] = "\(seen.code)\t\(seen.page?.url ?? "")\t\(seen.quote ?? "")"
      }
    }
  }

  private mutating func readVerdicts() throws {
    let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("ReadReports.tsv")
    let text = try String(contentsOf: file, encoding: .utf8)
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count >= 4 else { continue }
      verdicts[Report(probe: cells[1], host: cells[2], subject: cells[3])] = cells[0] == "right"
    }
  }

  func counts(of probe: String) -> ProbeMeasurement.RealPages {
    let mine = reports.keys.filter { $0.probe == probe }
    let read = mine.compactMap { verdicts[$0] }
    return ProbeMeasurement.RealPages(
      reported: mine.count, read: read.count, wrong: read.count { !$0 })
  }
}
