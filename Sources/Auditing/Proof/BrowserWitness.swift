import AuditModel
import Crawling
import Evidence
import Fetching
import Ledger
import PageModel
import WebAddress

/// A second witness for pages that say "gone" with status 200: HEAD cannot see what a page says,
/// so a browser has to. Looks only at what the crawl left suspected, and only at a bounded number.
struct BrowserWitness {
  let ledger: LedgerStore
  let options: AuditOptions
  let shell: CrawlShell
  private static let lookLimit = 50

  func testify(sweep: Int64) async throws(AuditError) {
    guard options.takesScreenshots else { return }
    let suspects = try suspects(of: sweep)
    // Finding out whether there is a browser starts it; most crawls have nothing to ask it.
    guard !suspects.isEmpty, Browser.available().isUsable else { return }
    let browser = Browser(configuration: options.browser)
    for (index, suspect) in suspects.enumerated() where !shell.isInterrupted() {
      shell.progress(
        SweepProgress(
          stage: .confirming, done: index, remaining: suspects.count - index,
          subject: suspect.address.url))
      if let verdict = await verdict(on: suspect, by: browser) {
        let stored = StoredCheck(check: nil, verdict: verdict).text
        try keep {
          try ledger.record(
            [CrawlStep(finished: suspect.address, linkCheck: stored)], hosts: [:], sweep: sweep)
        }
      }
    }
    await browser.close()
  }

  private struct Suspect {
    var address: AddressRecord
    var verdict: LinkVerdict
  }

  private func suspects(of sweep: Int64) throws(AuditError) -> [Suspect] {
    var found: [Suspect] = []
    try keep {
      let suspicion = LinkVerdict.State.suspected.rawValue
      try ledger.forEachAddress(sweep: sweep, checkHolds: suspicion) { address, check in
        guard found.count < Self.lookLimit, let check, address.state == .done,
          let verdict = StoredCheck(text: check)?.verdict,
          verdict.state == .suspected, verdict.cause == .softNotFound
        else { return }
        found.append(Suspect(address: address, verdict: verdict))
      }
    }
    return found
  }

  /// Nil when the browser saw nothing that decides.
  private func verdict(on suspect: Suspect, by browser: Browser) async -> LinkVerdict? {
    guard let url = WebURL(suspect.address.url),
      let drawn = try? await browser.render(url: url.href)
    else { return nil }
    let final = WebURL(drawn.finalURL) ?? url
    let page = PageReader().read(
      body: Array(drawn.html.utf8), url: final, status: 200,
      contentType: "text/html; charset=utf-8")
    var look = ResponseSummary(
      method: .browser, status: 200, finalURL: final, contentType: "text/html",
      bodyLength: drawn.html.utf8.count)
    look.title = page.title
    look.text = String((page.mainText.isEmpty ? page.text : page.mainText).prefix(4000))
    look.textLength = page.text.count
    let judgement = LookJudgement(look, of: url, expectsImage: false, habit: .unknown)
    guard judgement.cause == nil || judgement.cause == .softNotFound else { return nil }
    var verdict = suspect.verdict
    verdict.state = judgement.cause == nil ? .alive : .dead
    verdict.cause = judgement.cause
    verdict.sightings.append(
      LinkSighting(
        method: look.method.rawValue, at: drawn.renderedAt, status: 200, cause: judgement.cause,
        finalURL: final.href, detail: judgement.detail))
    return verdict
  }
}

extension AuditOptions {
  /// What the browser may do in a sweep with these options.
  var browser: BrowserConfiguration {
    BrowserConfiguration(
      resolve: resolve.map { .init(host: $0.host, port: $0.port, address: $0.address) },
      allowsPrivate: allowsPrivate, pageSeconds: timeout)
  }
}
