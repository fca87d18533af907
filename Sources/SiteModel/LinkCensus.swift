public import AuditModel
public import PageModel
public import WebAddress

/// What link checking found, arranged by target: only targets that need a word are kept.
public struct LinkCensus: Sendable {
  /// What a target is to the unit.
  public enum Kind: String, Sendable, CaseIterable { case page, attachment, image, external }

  /// Targets that are dead, suspected, blocked or unchecked.
  public let troubled: [LinkTarget]
  /// Number of distinct targets that answered, by kind.
  public let alive: [Kind: Int]
}

/// A link target with trouble, and where the site links to it.
public struct LinkTarget: Sendable {
  /// Its address.
  public let url: WebURL
  /// What it is.
  public let kind: LinkCensus.Kind
  /// What link checking concluded.
  public let verdict: LinkVerdict
  /// Links to it over all pages of the unit.
  public var places: Int
  /// The first few of them.
  public var referrers: [LinkPlace]
}

/// One link on one page.
public struct LinkPlace: Sendable {
  /// The page it stands on.
  public let page: PageReference
  /// The words of the link.
  public let text: String
  /// Where on the page it stands.
  public let locator: Locator
  /// The part of the page it stands in.
  public let place: Link.Place
}

/// Looks every link target up once while the pages go by.
struct LinkCollector {
  private let source: any PageSource
  private let scope: UnitScope
  /// Targets by fingerprint: place in `troubled`, -1 without trouble.
  private var state: [UInt64: Int32] = [:]
  private var troubled: [LinkTarget] = []
  private var alive: [LinkCensus.Kind: Int] = [:]
  private var external: [String: Bool] = [:]
  private static let targetLimit = 1_000_000
  private static let referrerLimit = 3

  init(source: any PageSource, scope: UnitScope) {
    self.source = source
    self.scope = scope
  }

  mutating func collect(_ page: Page, title: String) {
    let reference = PageReference(url: page.url.href, title: title)
    for link in page.links {
      guard let target = link.url?.withoutFragment, target.isHTTP, isCounted(link) else {
        continue
      }
      guard let index = place(of: target, element: link.element), index >= 0 else { continue }
      troubled[index].places += 1
      guard troubled[index].referrers.count < LinkCollector.referrerLimit else { continue }
      troubled[index].referrers.append(
        LinkPlace(page: reference, text: link.text, locator: link.locator, place: link.place))
    }
  }

  func census() -> LinkCensus { LinkCensus(troubled: troubled, alive: alive) }

  /// A frame nobody sees counts visits; its absence is no visitor's loss.
  private func isCounted(_ link: Link) -> Bool {
    switch link.element {
    case .frame: !link.isHidden
    case .anchor, .area, .image, .media, .object: true
    case .script, .stylesheet, .form, .other: false
    }
  }

  /// Index of a troubled target, -1 for one without trouble, nil beyond the bound.
  private mutating func place(of target: WebURL, element: Link.Element) -> Int? {
    let print = URLIdentity.fingerprint(of: target.href)
    if let known = state[print] { return Int(known) }
    guard state.count < LinkCollector.targetLimit else { return nil }
    let kind = kind(of: target, element: element)
    if source.linkState(of: target) == .alive {
      alive[kind, default: 0] += 1
      state[print] = -1
      return -1
    }
    guard let verdict = verdict(on: target) else {
      state[print] = -1
      return -1
    }
    if verdict.state == .alive {
      alive[kind, default: 0] += 1
      state[print] = -1
      return -1
    }
    state[print] = Int32(troubled.count)
    troubled.append(
      LinkTarget(url: target, kind: kind, verdict: verdict, places: 0, referrers: []))
    return troubled.count - 1
  }

  /// The link check's conclusion; a failed fetch that was never rechecked is only suspected.
  private func verdict(on target: WebURL) -> LinkVerdict? {
    if let verdict = source.linkVerdict(of: target) { return verdict }
    guard let status = source.fetchStatus(of: target) else { return nil }
    guard let cause = status.cause else { return LinkVerdict(state: .alive) }
    switch cause {
    case .wafBlock, .auth, .rateLimit, .ownFault:
      return LinkVerdict(state: .blocked, cause: cause)
    case .robotsDeny, .privateAddress, .unsupportedScheme, .invalidURL, .overBudget:
      return LinkVerdict(state: .unchecked, cause: cause)
    default: return LinkVerdict(state: .suspected, cause: cause)
    }
  }

  private mutating func kind(of target: WebURL, element: Link.Element) -> LinkCensus.Kind {
    if scope.isExternal(target, known: &external) { return .external }
    if element == .image { return .image }
    let ending = target.path.lowercased().split(separator: ".").last.map(String.init) ?? ""
    if LinkCollector.imageEndings.contains(ending) { return .image }
    if LinkCollector.attachmentEndings.contains(ending) { return .attachment }
    return element == .media || element == .object ? .attachment : .page
  }

  private static let imageEndings: Set<String> = [
    "jpg", "jpeg", "png", "gif", "bmp", "webp", "svg", "ico", "tif", "tiff",
  ]
  private static let attachmentEndings: Set<String> = [
    "pdf", "doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "dps", "zip", "rar", "7z",
    "gz", "tar", "ofd", "txt", "rtf", "csv", "ceb", "mp3", "mp4", "avi", "wmv", "flv", "mov", "wav",
    "apk", "exe",
  ]
}
