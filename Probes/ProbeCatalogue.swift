public import AuditModel

/// Every probe there is, in the order of the report: a list a family, one line a probe.
public enum ProbeCatalogue {
  /// Every probe.
  public static let all: [any Probe] =
    columns + guide + annualReport + policy + interpretation + freshness + links + site + safety
    + documents + service

  private static let columns: [any Probe] = [
    RequiredColumns(), TopicColumns(), BlankColumns(), PlatformSearch(),
    LocalTopics(), ColumnChecklists(), ColumnNaming(),
  ]

  private static let guide: [any Probe] = [
    GuideElements(), GuideApplication(), GuideOutdated(), GuideContact(),
  ]

  private static let annualReport: [any Probe] = [
    AnnualReportPresence(), AnnualReportTimeliness(), AnnualReportSections(), AnnualReportTables(),
    AnnualReportArithmetic(), AnnualReportCarryOver(), AnnualReportTextNumbers(),
    CollectedReports(), AnnualReportCorrections(), WebsiteReportPresence(),
    WebsiteReportTimeliness(),
  ]

  private static let policy: [any Probe] = [
    PolicyMetadata(), PolicyDisclosureLabel(), PolicyValidity(), PolicyRepealed(),
    PolicyPublicationDelay(),
  ]

  private static let interpretation: [any Probe] = [
    PolicyToInterpretation(), InterpretationToPolicy(), InterpretationMissing(),
    InterpretationDelay(), InterpretationForms(), InterpretationRepeats(),
  ]

  private static let freshness: [any Probe] = [
    HomeFreshness(), ColumnFreshness(), BatchUpdates(), RedatedArticles(),
  ]

  private static let links: [any Probe] = [
    DeadPages(), DeadAttachments(), AttachmentTypes(), DeadImages(), DeadExternalLinks(),
    WrongLinks(), HiddenLinks(), LeavingPrompt(), MixedContent(),
  ]

  private static let site: [any Probe] = [
    PageMetaTags(), ArticleSource(), SiteFooter(), SiteDomainName(), SiteTransport(),
    InteractionForms(), PageAccessibility(), SiteAvailability(),
  ]

  private static let safety: [any Probe] = [
    IdentityNumbers(), BankCards(), PersonalPhones(), WrongWords(),
  ]

  private static let documents: [any Probe] = [NamedColumns(), NamedDocuments()]

  private static let service: [any Probe] = [
    ServiceGuides(), LetterAnswers(), ConsultationParts(), PublicityDelay(),
  ]

  /// Cards by id.
  public static var cards: [ProbeCard] { all.map(\.card) }

  /// The probe of an id; nil when there is none.
  public static func probe(id: String) -> (any Probe)? { all.first { $0.card.id == id } }
}
