public import AuditModel
public import SiteModel

/// How long a column of a type may go without an update, and where that is written.
public struct FreshnessRule: Sendable, Hashable {
  /// A window in days, calendar months or calendar years. The rules say 超过(含)N, so the day on
  /// which the window is full is already too late.
  public enum Window: Sendable, Hashable {
    case days(Int), months(Int), years(Int)

    /// First day on which something last updated on `day` counts as stale.
    public func end(from day: Day) -> Day {
      switch self {
      case .days(let count): day.adding(days: count)
      case .months(let count): day.adding(months: count)
      case .years(let count): day.adding(months: 12 * count)
      }
    }

    /// `14天`, `6个月`, `1年`
    public var title: String {
      switch self {
      case .days(let count): "\(count)天"
      case .months(let count): "\(count)个月"
      case .years(let count): "\(count)年"
      }
    }
  }

  /// What it is for; nil when no rule knows the name.
  public var type: ColumnType
  /// How long it may go without an update.
  public var window: Window
  /// Where the rule is written.
  public var citation: Citation
  /// From which day the rule is in force; nil when the source does not say.
  public var effectiveFrom: Day?

  /// Makes the value from its parts.
  public init(
    type: ColumnType, window: Window, citation: Citation, effectiveFrom: Day? = nil
  ) {
    self.type = type
    self.window = window
    self.citation = citation
    self.effectiveFrom = effectiveFrom
  }

  /// Whether the rule speaks of first-level columns only (通知公告、政策文件类一级栏目).
  public var isFirstLevelOnly: Bool { type == .notice || type == .policyFiles }

  /// A number known from memory alone yields a question, never a fault.
  public var isCertain: Bool { citation.confidence != .memory }
}

/// The thresholds a sweep is judged by; a local scheme may bring its own.
public struct FreshnessRules: Sendable, Hashable {
  /// The home page.
  public var home: FreshnessRule
  /// Every column found.
  public var columns: [FreshnessRule]

  /// Makes the value from its parts.
  public init(home: FreshnessRule, columns: [FreshnessRule]) {
    self.home = home
    self.columns = columns
  }

  /// The rule for a type that is in force on a day: of several, the latest.
  public func rule(for type: ColumnType, on day: Day) -> FreshnessRule? {
    columns.filter { $0.type == type && ($0.effectiveFrom.map { $0 <= day } ?? true) }
      .max { ($0.effectiveFrom?.number ?? .min) < ($1.effectiveFrom?.number ?? .min) }
  }

  /// 国办秘函〔2019〕19号, with the two one-year windows that are only remembered.
  public static let national: FreshnessRules = {
    func cite(_ place: String, _ confidence: Citation.Confidence) -> Citation {
      Citation(
        document: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标的通知(国办秘函〔2019〕19号)", place: place,
        confidence: confidence)
    }
    let news = cite("单项否决:动态、要闻类栏目2周", .verified)
    let halfYear = cite("单项否决:通知公告、政策文件类一级栏目6个月", .verified)
    let year = Citation(
      document: "全国政府网站普查评分表(国办发〔2015〕15号)", place: "人事、规划计划类1年", confidence: .memory)
    return FreshnessRules(
      home: FreshnessRule(
        type: .home, window: .days(14), citation: cite("单项否决:首页2周不更新", .verified)),
      columns: [
        FreshnessRule(type: .news, window: .days(14), citation: news),
        FreshnessRule(type: .notice, window: .months(6), citation: halfYear),
        FreshnessRule(type: .policyFiles, window: .months(6), citation: halfYear),
        FreshnessRule(type: .personnel, window: .years(1), citation: year),
        FreshnessRule(type: .planning, window: .years(1), citation: year),
      ])
  }()
}
