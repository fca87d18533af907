public import AuditModel
import PageModel
import WebAddress

/// The kinds of page the 政府网站发展指引 sets rules for.
public enum TemplateKind: String, Sendable, Hashable, CaseIterable {
  case home, column, article

  /// The Chinese word people read.
  public var title: String {
    switch self {
    case .home: "首页"
    case .column: "栏目页"
    case .article: "内容页"
    }
  }
}

/// Something wrong with pages of one kind: what, in which of their parts, and how.
public struct TemplateFault: Sendable, Hashable {
  /// How a part is wrong.
  public enum Kind: String, Sendable { case missing, empty, form, disagrees }

  /// The kind of page.
  public let template: TemplateKind
  /// The part: a meta tag's name, `time`, `source`, `image-alt` …
  public let part: String
  /// What is wrong with it.
  public let kind: Kind

  /// Makes the value from its parts.
  public init(template: TemplateKind, part: String, kind: Kind) {
    self.template = template
    self.part = part
    self.kind = kind
  }
}

/// How often a fault was seen, and where first.
public struct FaultTally: Sendable {
  /// One page that shows it.
  public struct Example: Sendable {
    /// The page.
    public let page: PageReference
    /// The words that show it.
    public let quote: String
  }

  /// Pages that show it.
  public private(set) var count = 0
  /// The first of them.
  public private(set) var examples: [Example] = []

  mutating func add(_ page: PageReference, _ quote: String) {
    count += 1
    if examples.count < 5 { examples.append(Example(page: page, quote: quote)) }
  }
}

/// What all pages of one kind have in common, counted over one pass: a fault of the template is one
/// fault, however many pages it has.
public struct PageCensus: Sendable {
  /// Pages of each kind that were read whole.
  public private(set) var pages: [TemplateKind: Int] = [:]
  /// Pages of each kind on which a part was looked for.
  public private(set) var looked: [TemplateKind: [String: Int]] = [:]
  /// What was found wrong.
  public private(set) var faults: [TemplateFault: FaultTally] = [:]
  private let home: AddressKey?

  init(unit: AuditedUnit) { home = WebURL(unit.homePage).map { AddressKey($0) } }

  mutating func collect(_ page: Page, _ summary: PageSummary) {
    guard page.status == 200, page.truncations.isEmpty, page.refresh == nil,
      !page.dynamicContent.contains(where: { $0.kind == .challenge || $0.kind == .emptyShell }),
      let kind = kind(of: page, summary)
    else { return }
    pages[kind, default: 0] += 1
    let checks =
      MetaTagCheck.results(page, kind: kind) + ArticleMarkCheck.results(page, kind: kind)
      + AccessibilityCheck.results(page, kind: kind)
    for check in checks {
      looked[kind, default: [:]][check.part, default: 0] += 1
      guard let fault = check.fault else { continue }
      faults[TemplateFault(template: kind, part: check.part, kind: fault), default: FaultTally()]
        .add(summary.reference, check.quote)
    }
  }

  /// Only pages that are certainly of a kind are counted; a doubtful one would be charged wrongly.
  private func kind(of page: Page, _ summary: PageSummary) -> TemplateKind? {
    if AddressKey(page.url) == home { return .home }
    let hasTitle = !(page.meta("ArticleTitle") ?? "").isEmpty
    switch summary.kind {
    case .article:
      let isSure = hasTitle || PageSummary.isArticleAddress(page.url) && page.publication != nil
      return isSure && page.mainText.hasCharacters(100) && page.pagination == nil ? .article : nil
    case .column:
      let dated = page.listItems.count { $0.date != nil }
      return dated >= 3 && PageClassifier.looksLikeColumnAddress(page.url) ? .column : nil
    case .stub, .other: return nil
    }
  }
}

/// One part of one page: looked at, and what was wrong.
struct PartCheck {
  let part: String
  let fault: TemplateFault.Kind?
  let quote: String
}
