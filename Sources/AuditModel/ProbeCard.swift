/// What a probe is: the card an assessor would want to read before trusting it.
public struct ProbeCard: Hashable, Sendable, Codable, Identifiable {
  public enum Family: String, Codable, Sendable, CaseIterable {
    case columns, guide, annualReport = "annual-report", policy, interpretation, freshness, links
    case site, safety, documents, service

    public var title: String {
      switch self {
      case .columns: "栏目设置"
      case .guide: "公开指南"
      case .annualReport: "公开年报"
      case .policy: "政策文件"
      case .interpretation: "政策解读关联"
      case .freshness: "内容更新"
      case .links: "链接可用"
      case .site: "网站与页面规范"
      case .safety: "内容安全"
      case .documents: "指名栏目和文件"
      case .service: "办事与互动"
      }
    }
  }

  /// `family.noun`, stable for ever.
  public let id: String
  public let title: String
  public let family: Family
  public let citations: [Citation]
  /// Chinese sentences: what is looked at, what passes, what fails, when it cannot be decided.
  public let checks: String
  public let passes: String
  public let fails: String
  public let cannotDecide: String
  /// Every code the probe can report.
  public let codes: [String]

  public init(
    id: String, title: String, family: Family, citations: [Citation], checks: String,
    passes: String, fails: String, cannotDecide: String, codes: [String]
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.citations = citations
    self.checks = checks
    self.passes = passes
    self.fails = fails
    self.cannotDecide = cannotDecide
    self.codes = codes
  }
}
