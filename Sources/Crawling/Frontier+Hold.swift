public import AuditModel
import Fetching

/// Holding everything back for a while: after a crash, and while our own network is gone.
extension Frontier {
  /// Hands nothing out before the moment; a hold never gets shorter.
  public mutating func hold(until moment: Instant) { heldUntil = max(heldUntil, moment) }

  /// What waits for a hold to end; nil when nothing is held.
  func heldAction(at now: Instant) -> FrontierAction? {
    guard now < heldUntil else { return nil }
    if counts.queued == 0 { return counts.inFlight > 0 ? .wait(until: nil) : .finished }
    return .wait(until: heldUntil)
  }

  /// Takes a request back whose end says nothing about the server: it is asked again, and the
  /// host is neither trusted less nor charged for it.
  public mutating func putBack(_ entry: FrontierEntry, at now: Instant) {
    let index = hostIndex(of: entry.url)
    let nothing = FrontierFeedback(status: 0, seconds: 0)
    guard entry.kind == .robots else {
      uncount(entry, index)
      complete(entry, nothing, at: now)
      return requeue(entry, notBefore: now)
    }
    if case .asking(let tries) = hosts[index].access {
      hosts[index].access = .unknown(tries: max(0, tries - 1))
    }
    complete(entry, nothing, at: now)
  }

  private mutating func uncount(_ entry: FrontierEntry, _ index: Int) {
    if entry.kind == .page {
      counts.pages -= 1
      hosts[index].pages -= 1
    } else if entry.kind.isLinkCheck {
      counts.linkChecks -= 1
    }
  }

  /// Whether robots.txt asks for a longer pause than the crawl's own. Such a pause has to be
  /// stored before the request goes out, or a crash in between would forget it.
  public func hasOwnPause(_ entry: FrontierEntry) -> Bool {
    guard let index = indexes[Frontier.hostKey(of: entry.url)] else { return false }
    return (hosts[index].clock.crawlDelay ?? 0) > politeness.delay
  }
}

// MARK: - Servers behind hosts

extension Frontier {
  /// The first answer tells which server a host lives on; requests begun before were nobody's.
  mutating func endOnServer(_ index: Int, _ feedback: FrontierFeedback) {
    if hosts[index].unplaced > 0 {
      hosts[index].unplaced -= 1
    } else {
      servers.end(hosts[index].server)
    }
    if hosts[index].server == nil, !feedback.remoteAddress.isEmpty {
      hosts[index].server = servers.server(at: feedback.remoteAddress)
    }
  }
}
