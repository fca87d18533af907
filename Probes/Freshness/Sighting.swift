import AuditModel
import PageModel
import SiteModel
import WebAddress

/// A dated thing a visitor can see, and where.
struct DatedSighting {
  let day: Day
  let quote: String
  let locator: Locator?
  let page: WebURL
  let title: String

  init?(_ item: ColumnItem) {
    guard let date = item.date else { return nil }
    day = date.day
    quote = date.quote
    let xpath = date.source.hasPrefix("/") ? date.source : item.xpath
    locator = Locator(xpath: xpath, text: date.quote)
    page = item.page
    title = item.title
  }

  /// An article's own date, for a list that shows none.
  init?(article: PageSummary) {
    guard let date = article.publication else { return nil }
    day = date.day
    quote = date.quote
    locator = date.source.hasPrefix("/") ? Locator(xpath: date.source, text: date.quote) : nil
    page = article.url
    title = article.title
  }
}

/// Dates gathered from one list, and what of it could not be read.
struct DateGathering {
  var sightings: [DatedSighting] = []
  /// Undated entries whose article was not read.
  var unread = 0
  /// Undated entries whose article was read and shows no date either.
  var undated = 0

  /// Entries with their own dates; those without, with the date of the article they lead to.
  init(_ items: [ColumnItem], site: Site) {
    for item in items {
      if let sighting = DatedSighting(item) {
        sightings.append(sighting)
        // Some lists show the day a document was drawn up; its page may say it came out later.
        if let article = item.url.flatMap({ site.summary(at: $0) }).flatMap({
          DatedSighting(article: $0)
        }), article.day > sighting.day {
          sightings.append(article)
        }
      } else if let url = item.url, let summary = site.summary(at: url) {
        if let sighting = DatedSighting(article: summary) {
          sightings.append(sighting)
        } else {
          undated += 1
        }
      } else {
        unread += 1
      }
    }
  }

  func newest(notAfter day: Day) -> DatedSighting? {
    sightings.filter { $0.day <= day }.max { $0.day < $1.day }
  }

  /// The latest date beyond what can honestly stand there; such a date is a question.
  func beyond(_ day: Day) -> DatedSighting? {
    sightings.filter { $0.day > day }.max { $0.day < $1.day }
  }
}

extension DynamicContent {
  /// Whether this can add list entries after the page was served.
  var fillsLists: Bool {
    switch kind {
    case .emptyShell, .framework, .dataAttribute, .ajaxList, .challenge: true
    case .documentWrite, .frame: false
    }
  }
}
