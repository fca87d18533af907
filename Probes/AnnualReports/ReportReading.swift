import AuditModel
import SiteModel

/// One own report, read: its parts and tables, and why something may have stayed unseen.
struct ReportReading {
  let record: ReportRecord
  let body: ReportBody?
  let sections: ReportSections
  let disclosed: DisclosureTable?
  let applications: ApplicationTable?
  let disputes: DisputeTable?
  /// Why what is not found may still be there; nil when the whole report was read.
  let doubt: InconclusiveReason?

  init(_ record: ReportRecord, site: Site) {
    self.record = record
    let body = ReportBody(record, source: site.source)
    self.body = body
    sections = ReportSections(body?.lines ?? [])
    let tables = body?.tables ?? []
    disclosed = DisclosureTable(tables)
    applications = ApplicationTable(tables)
    disputes = DisputeTable(tables)
    doubt = ReportReading.doubt(body, sections)
  }

  /// Own reports in the form of 2019 and later, newest first.
  static func all(of site: Site) -> [ReportReading] {
    site.reports.own(.disclosure).filter { $0.year >= ReportDuty.firstYearOfForm }
      .map { ReportReading($0, site: site) }
  }

  /// Four parts on the page show that the page is the report, whatever is attached to it.
  var isWhole: Bool { doubt == nil && sections.headings.count >= 4 }

  private static func doubt(
    _ body: ReportBody?, _ sections: ReportSections
  ) -> InconclusiveReason? {
    guard let body else { return .notExamined }
    if let doubt = body.doubt { return doubt }
    if sections.headings.count >= 4 { return nil }
    if !body.files.isEmpty || body.pictures > 0 { return .notExamined }
    // Neither a report nor a hint where it is: a person has to look.
    return .ambiguous
  }

  /// The page or file, for observations about it.
  var page: PageReference { body?.page ?? record.reference }
}
