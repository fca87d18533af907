import AuditModel

/// Sets a sweep's findings beside those of the sweep before it.
struct Comparing {
  let previous: [Finding]
  let current: [Finding]
  /// Whether the page with this address was read again in the current sweep.
  let wasReadAgain: (String) -> Bool

  /// Only failures are compared: what was undecided before has nothing to be gone.
  func comparison(previousSweep: String, finishedAt: Instant) -> SweepComparison {
    let now = Dictionary(current.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let before = previous.filter { $0.observation.outcome == .fail }
    let failing = current.filter { $0.observation.outcome == .fail }.map(\.id)
    let known = Set(before.map(\.id))
    var gone: [String] = []
    var unknown: [String] = []
    for finding in before where now[finding.id]?.observation.outcome != .fail {
      if isGone(finding, now: now[finding.id]) {
        gone.append(finding.id)
      } else {
        unknown.append(finding.id)
      }
    }
    return SweepComparison(
      previousSweep: previousSweep, previousFinishedAt: finishedAt,
      new: failing.filter { !known.contains($0) }.sorted(),
      still: failing.filter { known.contains($0) }.sorted(), gone: gone.sorted(),
      notReexamined: unknown.sorted())
  }

  /// Gone needs proof: the same check passed now, or the very page was read again without it.
  private func isGone(_ finding: Finding, now: Finding?) -> Bool {
    if let now { return now.observation.outcome == .pass || now.observation.outcome == .nilReturn }
    guard let page = finding.observation.page?.url else { return false }
    return wasReadAgain(page)
  }
}
