import AuditModel
import Testing

@testable import Auditing

@Suite("A verdict as the ledger keeps it")
struct StoredCheckTests {
  @Test("comes back as it was, whatever its words are")
  func roundTrip() throws {
    let words = ["", "HTTP 200", "引\"号\\与\n换行\u{1}\u{1f}", "😀 </script>", "\u{2028}"]
    for word in words {
      for cause in [nil, LinkVerdict.Cause.notFound, .softNotFound] {
        let verdict = LinkVerdict(
          state: .suspected, cause: cause,
          sightings: [
            LinkSighting(
              method: "HEAD", at: Instant(milliseconds: 1_700_000_000_123), status: 200,
              cause: cause, finalURL: "http://a.cn/\(word)", detail: word),
            LinkSighting(
              method: "GET", at: Instant(milliseconds: -1), status: 0, cause: nil, finalURL: ""),
          ], confirmAfter: 0.5)
        let text = StoredCheck(check: nil, verdict: verdict).text
        let stored = try #require(StoredCheck(text: text), "\(text)")
        #expect(stored.verdict == verdict)
        #expect(stored.check == nil)
      }
    }
    let bare = LinkVerdict(state: .alive)
    #expect(StoredCheck(text: StoredCheck(check: nil, verdict: bare).text)?.verdict == bare)
  }
}

extension StoredCheckTests {
  @Test("tells its state and its last look without being read")
  func glances() {
    let looks = [5, 1_700_000_000_123].map {
      LinkSighting(
        method: "GET", at: Instant(milliseconds: $0), status: 200, cause: nil, finalURL: "",
        detail: #""at":99,"state":"alive"}}"#)
    }
    let alive = StoredCheck(check: nil, verdict: LinkVerdict(state: .alive, sightings: looks)).text
    let dead = StoredCheck(check: nil, verdict: LinkVerdict(state: .dead, sightings: looks)).text
    #expect(StoredCheck.isAlive(alive) && !StoredCheck.isAlive(dead))
    #expect(StoredCheck.lastLook(alive) == looks[1].at)
    #expect(StoredCheck.lastLook("{}") == nil)
  }
}
