import AuditModel
import PageModel
import SiteModel
import WebAddress

/// A site held in a dictionary.
struct MemorySource: PageSource {
  var pages: [WebURL: Page] = [:]
  var order: [WebURL] = []
  var statuses: [WebURL: FetchStatus] = [:]
  var verdicts: [WebURL: LinkVerdict] = [:]

  var attachments: [WebURL: AttachedText] = [:]
  var files: [WebURL: FileSample] = [:]
  var samples: [AvailabilitySample] = []

  func availability(of home: WebURL, asOf day: Day) -> AvailabilityWeek? {
    samples.isEmpty ? nil : .ending(day, samples)
  }

  var addresses: [WebURL] { order }

  func attachedText(at address: WebURL) -> AttachedText? { attachments[address.withoutFragment] }

  func fileSample(at address: WebURL) -> FileSample? { files[address.withoutFragment] }

  func page(at address: WebURL) -> Page? { pages[address.withoutFragment] }

  func fetchStatus(of address: WebURL) -> FetchStatus? { statuses[address.withoutFragment] }

  func linkVerdict(of address: WebURL) -> LinkVerdict? { verdicts[address.withoutFragment] }

  mutating func add(_ page: Page, at address: WebURL, on day: Day) {
    if pages.updateValue(page, forKey: address) == nil { order.append(address) }
    statuses[address] = FetchStatus(
      status: page.status, cause: nil, finalURL: page.url, fetchedAt: Instant(startOf: day),
      contentType: "text/html")
  }

  mutating func add(failure cause: LinkVerdict.Cause, at address: WebURL, on day: Day) {
    statuses[address] = FetchStatus(
      status: cause == .notFound ? 404 : 403, cause: cause, finalURL: address,
      fetchedAt: Instant(startOf: day), contentType: "")
  }
}
