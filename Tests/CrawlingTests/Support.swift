import AuditModel
import Crawling
import Fetching
import Testing
import WebAddress

/// A moment so many seconds after an arbitrary noon in China.
func second(_ seconds: Double) -> Instant {
  Instant(milliseconds: 1_795_233_600_000).adding(seconds: seconds)
}

func url(_ text: String) throws -> WebURL { try #require(WebURL(text), "\(text)") }

func audit() throws -> Day { try #require(Day("2026-11-21")) }

func frontier(
  _ scopes: [String], politeness: Politeness = Politeness(),
  limits: FrontierLimits = FrontierLimits(),
  obeysRobots: Bool = false, allowsPrivate: Bool = false
) throws -> Frontier {
  Frontier(
    scope: Scope(scopes), politeness: politeness, limits: limits,
    allowsPrivateAddresses: allowsPrivate, obeysRobots: obeysRobots, asOf: try audit())
}

extension FrontierFeedback {
  static let fine = FrontierFeedback(status: 200, seconds: 0.1)
}

/// A look at a link with everything unremarkable filled in.
func look(
  _ method: ResponseSummary.Method, _ status: Int, at address: String = "http://x.gov.cn/a/b.html",
  type: String = "text/html", failure: FetchFailure.Code? = nil, title: String = "",
  text: String = "", length: Int? = 5000, markup: String = ""
) throws -> ResponseSummary {
  var summary = ResponseSummary(
    method: method, status: status, finalURL: try url(address), contentType: type,
    failure: failure, bodyLength: length)
  summary.title = title
  summary.text = text
  summary.markup = markup
  return summary
}
