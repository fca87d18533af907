/// One thing a probe saw: a fact with values, never a sentence and never points.
public struct Observation: Hashable, Sendable, Codable {
  /// The probe's id, such as `columns.required`.
  public var probe: String
  /// The fact, such as `columns.required.missing`; ``Reports`` has the Chinese sentence for it.
  public var code: String
  public var outcome: Outcome
  /// Set when ``outcome`` is ``Outcome/inconclusive`` or ``Outcome/review``.
  public var reason: InconclusiveReason?
  /// What the observation is about, stable across sweeps: a column key, a link target, a document
  /// number. Together with unit and probe it identifies the finding.
  public var subject: String
  /// The values the sentence needs, by name.
  public var values: [String: String]
  /// The page on which the fault can be seen.
  public var page: PageReference?
  /// The offending link's target, when there is one.
  public var link: LinkReference?
  /// The words on the page that prove it, such as the dated element.
  public var quote: String?
  /// Where on the page it stands, to be boxed on the screenshot.
  public var locator: Locator?
  /// For "missing": every place that was looked at, and what was found there.
  public var lookedAt: [PlaceLookedAt]

  public init(
    probe: String, code: String, outcome: Outcome, reason: InconclusiveReason? = nil,
    subject: String, values: [String: String] = [:], page: PageReference? = nil,
    link: LinkReference? = nil, quote: String? = nil, locator: Locator? = nil,
    lookedAt: [PlaceLookedAt] = []
  ) {
    self.probe = probe
    self.code = code
    self.outcome = outcome
    self.reason = reason
    self.subject = subject
    self.values = values
    self.page = page
    self.link = link
    self.quote = quote
    self.locator = locator
    self.lookedAt = lookedAt
  }
}

/// A page as an export names it.
public struct PageReference: Hashable, Sendable, Codable {
  public var url: String
  public var title: String

  public init(url: String, title: String) {
    self.url = url
    self.title = title
  }
}

/// A link as an export names it.
public struct LinkReference: Hashable, Sendable, Codable {
  public var url: String
  public var text: String

  public init(url: String, text: String) {
    self.url = url
    self.text = text
  }
}

/// How a browser finds the element again: an XPath from the document root, and the text it held.
public struct Locator: Hashable, Sendable, Codable {
  public var xpath: String
  public var text: String

  public init(xpath: String, text: String) {
    self.xpath = xpath
    self.text = text
  }
}

/// A place that was searched before something was called missing.
public struct PlaceLookedAt: Hashable, Sendable, Codable {
  public enum Kind: String, Codable, Sendable {
    case homePage, disclosurePlatform, siteMap, search, column, page

    public var title: String {
      switch self {
      case .homePage: "首页"
      case .disclosurePlatform: "政府信息公开平台"
      case .siteMap: "网站地图"
      case .search: "站内搜索"
      case .column: "栏目"
      case .page: "页面"
      }
    }
  }

  /// What looking there gave.
  public enum Result: String, Codable, Sendable {
    case notFound, found, unreachable, notPresent, unreadable
    /// An entry such as a search box stands there; no query was sent.
    case notQueried

    public var title: String {
      switch self {
      case .notFound: "未找到"
      case .found: "找到"
      case .unreachable: "打不开"
      case .notPresent: "站点没有此入口"
      case .unreadable: "打开了但无法读取"
      case .notQueried: "有入口,未代为检索"
      }
    }
  }

  public var kind: Kind
  public var url: String
  public var result: Result

  public init(kind: Kind, url: String, result: Result) {
    self.kind = kind
    self.url = url
    self.result = result
  }
}
