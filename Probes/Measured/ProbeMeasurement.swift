public import AuditModel
public import SiteModel

/// How a probe did on portals with planted faults and decoys: written by `scripts/measure-probes`.
public struct ProbeMeasurement: Sendable, Hashable {
  /// Portals it was run over: marked fixture sites in several layouts.
  public let portals: Int
  /// Faults planted for it.
  public let planted: Int
  /// Those it reported as planted.
  public let found: Int
  /// Reported faults that nobody planted.
  public let wrong: Int
  /// What it reported on saved pages of real portals.
  public let onRealPages: RealPages

  /// Reports on real pages, where nobody knows all faults: only what was reported can be read again.
  public struct RealPages: Sendable, Hashable {
    /// Faults reported.
    public let reported: Int
    /// Those a person compared with the page.
    public let read: Int
    /// Those of them that were no faults.
    public let wrong: Int

    /// Makes the value from its counts.
    public init(reported: Int = 0, read: Int = 0, wrong: Int = 0) {
      self.reported = reported
      self.read = read
      self.wrong = wrong
    }
  }

  /// Makes the value from its counts.
  public init(
    portals: Int, planted: Int, found: Int, wrong: Int, onRealPages: RealPages = RealPages()
  ) {
    self.portals = portals
    self.planted = planted
    self.found = found
    self.wrong = wrong
    self.onRealPages = onRealPages
  }

  /// Reports that could be told right or wrong.
  public var judged: Int { found + wrong + onRealPages.read }

  /// Right ones among the judged; nil when there is none.
  public var precision: Double? {
    judged > 0 ? Double(judged - wrong - onRealPages.wrong) / Double(judged) : nil
  }

  /// The lower end of the 95 % interval of the precision (Wilson, "Probable inference", JASA 22
  /// (1927), 209–212): what the sample size allows to be claimed.
  public var precisionAtLeast: Double? {
    guard let precision else { return nil }
    let (count, z) = (Double(judged), 1.96)
    let centre = precision + z * z / (2 * count)
    let spread = (precision * (1 - precision) / count + z * z / (4 * count * count)).squareRoot()
    return (centre - z * spread) / (1 + z * z / count)
  }

  /// Found ones among the planted; nil when nothing was planted.
  public var recall: Double? { planted > 0 ? Double(found) / Double(planted) : nil }

  /// Probes that look for what schemes name, in words of our choosing. On made portals they do well,
  /// but nobody has compared their reports with real ones yet: until then they only ask.
  public static let untried: Set<String> = [
    "annual-report.corrections", "columns.named", "decisions.consultation", "documents.named",
    "interaction.letters", "publicity.delay", "service.guide-elements",
  ]

  /// A probe that is wrong more often may only ask a person.
  public static let leastPrecision = 0.9

  /// Whether the probe may say `fail` by itself.
  public var mayFail: Bool { precision.map { $0 >= ProbeMeasurement.leastPrecision } ?? true }

  /// What was measured of a probe; nil for one that is newer than the last measurement.
  public static func of(_ probe: String) -> ProbeMeasurement? { measured[probe] }

  /// The observations as they may be reported: those of an imprecise probe ask a person.
  public func admitted(_ observations: [Observation]) -> [Observation] {
    mayFail ? observations : ProbeMeasurement.asked(observations)
  }

  /// The observations of a probe that may not say `fail` by itself.
  static func asked(_ observations: [Observation]) -> [Observation] {
    observations.map { observation in
      guard observation.outcome == .fail else { return observation }
      var asked = observation
      asked.outcome = .review
      asked.reason = .ambiguous
      return asked
    }
  }
}

extension Probe {
  /// What was measured of it; nil for one that is newer than the last measurement.
  public var measurement: ProbeMeasurement? { ProbeMeasurement.of(card.id) }

  /// What the probe saw, as far as its measured precision lets it speak for itself; one that was
  /// never measured asks.
  public func report(on site: Site) -> [Observation] {
    let seen = observe(site)
    guard let measurement, !ProbeMeasurement.untried.contains(card.id) else {
      return ProbeMeasurement.asked(seen)
    }
    return measurement.admitted(seen)
  }
}
