import AuditModel
import Evidence
import Foundation

/// Takes a picture for every finding that may cost points or that a person must decide.
///
/// The picture is the second look: a real browser, later, has to see the very element the finding
/// quotes. A finding whose element it does not see stays unconfirmed and says so.
struct Capturing {
  let options: AuditOptions
  /// Folder the evidence paths are relative to.
  let folder: String
  let progress: @Sendable (SweepProgress) -> Void
  let isInterrupted: @Sendable () -> Bool

  func capture(_ findings: [Finding]) async throws(AuditError) -> [Finding] {
    guard options.takesScreenshots else { return findings }
    let availability = Browser.available()
    let browser = Browser(configuration: options.browser, availability: availability)
    var pictures: [Target: Capture] = [:]
    var result: [Finding] = []
    let wanted = findings.count { Target($0) != nil }
    var done = 0
    for finding in findings {
      guard let target = Target(finding) else {
        result.append(finding)
        continue
      }
      if pictures[target] == nil, pictures.count < options.screenshotLimit, !isInterrupted() {
        report(done, of: wanted, finding)
        pictures[target] = try await picture(of: target, of: finding, by: browser)
      }
      done += 1
      result.append(proved(finding, by: pictures[target]))
    }
    await browser.close()
    return result
  }

  private func picture(of target: Target, of finding: Finding, by browser: Browser)
    async throws(AuditError) -> Capture
  {
    let name = "screenshots/\(finding.id).png"
    do {
      return try await browser.capture(
        url: target.url, locator: target.locator, link: target.link, label: finding.id,
        into: "\(folder)/\(name)")
    } catch {
      await browser.close()
      throw AuditError(.output, folder, Wording.archiveFailed("\(error)"))
    }
  }

  private func proved(_ finding: Finding, by capture: Capture?) -> Finding {
    var finding = finding
    guard let capture else {
      finding.evidence.append(.withoutPicture(finding, Wording.captureBudget))
      return finding
    }
    let references = capture.references(relativeTo: folder)
    finding.evidence = finding.evidence.filter { $0.kind == .archive } + references
    let isSeen = capture.completeness == .complete && (capture.box != nil || !needsBox(finding))
    if isSeen, finding.confirmedAt == nil, finding.observation.link == nil {
      finding.confirmedAt = capture.capturedAt
    }
    return finding
  }

  private func needsBox(_ finding: Finding) -> Bool { finding.observation.locator != nil }

  private func report(_ done: Int, of wanted: Int, _ finding: Finding) {
    progress(
      SweepProgress(
        stage: .capturing, done: done, remaining: wanted - done,
        subject: finding.observation.page?.url ?? finding.observation.code))
  }
}

extension Capturing {
  /// What to photograph; findings on one page with one element share a picture.
  struct Target: Hashable {
    let url: String
    let locator: Locator?
    let link: String?

    /// Nil for findings no picture is owed for.
    init?(_ finding: Finding) {
      let observation = finding.observation
      guard observation.outcome == .fail || observation.outcome == .review else { return nil }
      // For something missing, the page where it should have been is the picture.
      let place = observation.lookedAt.first { $0.result == .notFound && $0.kind != .search }
      guard let url = observation.page?.url ?? place?.url, !url.isEmpty else { return nil }
      self.url = url
      locator = observation.locator
      // A link that is missing cannot be boxed; looking for it would only say it was not found.
      link = observation.locator == nil ? nil : observation.link?.url
    }
  }
}

extension EvidenceReference {
  static func withoutPicture(_ finding: Finding, _ remark: String) -> EvidenceReference {
    EvidenceReference(
      kind: .screenshot, completeness: .unavailable, file: "", sha256: "",
      capturedAt: finding.foundAt, url: finding.observation.page?.url ?? "", remark: remark)
  }
}
