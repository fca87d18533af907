import AuditModel
import PageModel
import WebAddress

/// The page tags of 国办发〔2017〕47号: present, filled, well formed, in agreement with the page.
enum MetaTagCheck {
  private static let site = ["SiteName", "SiteDomain", "SiteIDCode"]
  private static let column = ["ColumnName", "ColumnType", "ColumnDescription", "ColumnKeywords"]
  private static let article = ["ArticleTitle", "PubDate", "ContentSource"]

  static func results(_ page: Page, kind: TemplateKind) -> [PartCheck] {
    let names =
      switch kind {
      case .home: site
      case .column: site + column
      case .article: site + article
      }
    return names.map { check($0, page) }
  }

  private static func check(_ name: String, _ page: Page) -> PartCheck {
    guard let raw = page.meta(name) else {
      return PartCheck(part: name, fault: .missing, quote: "")
    }
    let value = raw.trimmingSpaces()
    let quote = "<meta name=\"\(name)\" content=\"\(raw)\">"
    let fault: TemplateFault.Kind? =
      value.isEmpty ? .empty : form(name, value) ? disagreement(name, value, page) : .form
    return PartCheck(part: name, fault: fault, quote: String(quote.prefix(300)))
  }

  /// Whether the value is written as the guideline wants it.
  private static func form(_ name: String, _ value: String) -> Bool {
    switch name {
    case "SiteIDCode": SiteCode.isWellFormed(value)
    case "PubDate": isMinute(value)
    case "ColumnType", "ColumnName", "ArticleTitle", "SiteName", "ContentSource":
      value.unicodeScalars.contains { $0.properties.isIdeographic || $0.properties.isAlphabetic }
        && !isIdentifier(value)
    default: true
    }
  }

  /// `2020-12-17 08:30`; seconds do no harm.
  private static func isMinute(_ value: String) -> Bool {
    let parts = value.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, Day(parts[0]) != nil else { return false }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2 || clock.count == 3, clock.allSatisfy({ $0.count == 2 }),
      let hour = Int(clock[0]), let minute = Int(clock[1])
    else { return false }
    return (0..<24).contains(hour) && (0..<60).contains(minute)
  }

  /// A GUID or other key of the content management system.
  private static func isIdentifier(_ value: String) -> Bool {
    value.count >= 16 && value.allSatisfy { $0.isHexDigit || $0 == "-" }
  }

  private static func disagreement(
    _ name: String, _ value: String, _ page: Page
  ) -> TemplateFault.Kind? {
    switch name {
    case "SiteIDCode":
      guard let shown = page.footer["siteCode"], SiteCode.isWellFormed(shown) else { return nil }
      return shown.lowercased() == value.lowercased() ? nil : .disagrees
    case "SiteDomain": return isOwnDomain(value, page.url) ? nil : .disagrees
    case "ArticleTitle":
      let title = Naming.fold(value)
      // A title that stands nowhere on the page; the page's own <title> may be the site's name.
      guard title.count >= 6, page.laterContent.isEmpty else { return nil }
      if page.text.holdsBytes(of: value) || page.title.holdsBytes(of: value) { return nil }
      return Naming.fold(page.title + page.text).holdsFolded(title) ? nil : .disagrees
    case "PubDate":
      let shown = Set(
        page.dates.filter { $0.role == .published && $0.source.hasPrefix("/") }.map(\.day))
      // A date in the text (`公告发布时间`) is no publication date of the page.
      guard shown.count == 1, let day = Day(value.prefix(10)),
        let chosen = page.publication, chosen.source.hasPrefix("/"), shown.contains(chosen.day)
      else { return nil }
      return shown.contains(day) ? nil : .disagrees
    default: return nil
    }
  }

  /// Several domains may be named; each with or without scheme.
  private static func isOwnDomain(_ value: String, _ url: WebURL) -> Bool {
    value.split(whereSeparator: { ",，;； ".contains($0) }).contains { part in
      let text = part.contains("://") ? String(part) : "http://\(part)"
      guard let named = WebURL(text) else { return false }
      return named.host == url.host || named.registrableDomain == url.registrableDomain
    }
  }
}

/// The identification code of a government site: ten digits, or `bm` and eight.
public enum SiteCode {
  /// Whether the text is written as such a code.
  public static func isWellFormed(_ text: String) -> Bool {
    let code = text.lowercased()
    let digits = code.hasPrefix("bm") ? code.dropFirst(2) : code[...]
    return code.count == 10 && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
