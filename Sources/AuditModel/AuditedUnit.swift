/// A body that is assessed (被考核单位): a government or a department, and the part of the web
/// that is its own.
public struct AuditedUnit: Hashable, Sendable, Codable, Identifiable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case government, department, township, institution

    public var title: String {
      switch self {
      case .government: "政府"
      case .department: "部门"
      case .township: "乡镇(街道)"
      case .institution: "公共企事业单位"
      }
    }
  }

  public let id: String
  public let name: String
  public let kind: Kind
  /// Where looking starts: the unit's own home page or its section of a portal.
  public let homePage: String
  /// The unit's disclosure platform page (政府信息公开平台), when known.
  public let platformPage: String?
  /// Address prefixes that belong to the unit; empty means the home page's whole host.
  public let scopes: [String]
  /// False for a unit that lives as a section of another body's portal.
  public let hasOwnSite: Bool
  /// Ids of topics and columns the unit has no duty to publish, each with the reason.
  public let withoutDuty: [String: String]
  /// Schemes the unit is scored under.
  public let schemes: [String]

  public init(
    id: String, name: String, kind: Kind, homePage: String, platformPage: String? = nil,
    scopes: [String] = [], hasOwnSite: Bool = true, withoutDuty: [String: String] = [:],
    schemes: [String] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.homePage = homePage
    self.platformPage = platformPage
    self.scopes = scopes
    self.hasOwnSite = hasOwnSite
    self.withoutDuty = withoutDuty
    self.schemes = schemes
  }
}
