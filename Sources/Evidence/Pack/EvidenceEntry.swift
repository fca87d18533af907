public import AuditModel

/// One line of the evidence list: a finding with what proves it.
public struct EvidenceEntry: Sendable, Hashable, Codable {
  /// Where the fetched response lies in an archive of the pack.
  public struct Record: Sendable, Hashable, Codable {
    /// Path inside the pack.
    public var file: String
    /// Offset of the record's gzip member.
    public var offset: Int
    /// Length of the member.
    public var length: Int
    /// `<urn:uuid:…>`
    public var id: String
    /// SHA-256 of the body.
    public var payloadSHA256: String

    /// A record's place in the pack.
    public init(file: String, offset: Int, length: Int, id: String, payloadSHA256: String) {
      self.file = file
      self.offset = offset
      self.length = length
      self.id = id
      self.payloadSHA256 = payloadSHA256
    }

    /// A location in an archive whose folder is `folder` inside the pack.
    public init(_ location: ArchiveLocation, folder: String) {
      self.init(
        file: folder.isEmpty ? location.file : "\(folder)/\(location.file)",
        offset: location.offset, length: location.length, id: location.recordID,
        payloadSHA256: location.payloadDigest)
    }
  }

  /// Number in the list, unique in the pack.
  public var number: Int
  /// The finding's id.
  public var finding: String
  /// Name of the unit.
  public var unit: String
  /// Indicators from the top to the criterion, joined for reading.
  public var indicatorPath: String
  /// The problem in a sentence.
  public var problem: String
  /// Title of the page the fault is on.
  public var pageTitle: String
  /// Its address.
  public var pageURL: String
  /// Target of the offending link; empty when there is none.
  public var linkURL: String
  /// When it was seen.
  public var foundAt: Instant
  /// When a second look agreed.
  public var confirmedAt: Instant?
  /// Where in its life the finding is.
  public var status: FindingStatus
  /// Points as shown, such as `-0.5`; empty when none.
  public var points: String
  /// Paths inside the pack; empty when there is none.
  public var screenshot: String
  /// As taken at capture.
  public var screenshotSHA256: String
  /// The small picture's path.
  public var thumbnail: String
  /// As taken at capture.
  public var thumbnailSHA256: String
  /// When the picture was taken.
  public var capturedAt: Instant?
  /// The archived response.
  public var record: Record?
  /// How far the picture proves the problem.
  public var completeness: EvidenceReference.Completeness
  /// Why it is partial or unavailable.
  public var remark: String

  /// An entry; only number, finding, unit, problem and time are required.
  public init(
    number: Int, finding: String, unit: String, indicatorPath: String = "", problem: String,
    pageTitle: String = "", pageURL: String = "", linkURL: String = "", foundAt: Instant,
    confirmedAt: Instant? = nil, status: FindingStatus = .open, points: String = "",
    screenshot: String = "", screenshotSHA256: String = "", thumbnail: String = "",
    thumbnailSHA256: String = "", capturedAt: Instant? = nil, record: Record? = nil,
    completeness: EvidenceReference.Completeness = .unavailable, remark: String = ""
  ) {
    self.number = number
    self.finding = finding
    self.unit = unit
    self.indicatorPath = indicatorPath
    self.problem = problem
    self.pageTitle = pageTitle
    self.pageURL = pageURL
    self.linkURL = linkURL
    self.foundAt = foundAt
    self.confirmedAt = confirmedAt
    self.status = status
    self.points = points
    self.screenshot = screenshot
    self.screenshotSHA256 = screenshotSHA256
    self.thumbnail = thumbnail
    self.thumbnailSHA256 = thumbnailSHA256
    self.capturedAt = capturedAt
    self.record = record
    self.completeness = completeness
    self.remark = remark
  }
}

/// Who made the pack, when, and on what machine: what a reader must know to judge it.
public struct PackMetadata: Sendable, Hashable, Codable {
  /// Name of the program.
  public var tool: String
  /// Its version.
  public var version: String
  /// When the pack was made.
  public var generatedAt: Instant
  /// Named facts: `browser`, `driver`, `resolver`, `clock`, `system` …
  public var environment: [String: String]

  /// Who made the pack, and when.
  public init(
    tool: String = "mingcha", version: String, generatedAt: Instant,
    environment: [String: String] = [:]
  ) {
    self.tool = tool
    self.version = version
    self.generatedAt = generatedAt
    self.environment = environment
  }
}

extension PackMetadata {
  /// The environment as it can be attested on this machine.
  /// - Parameters:
  ///   - resolve: address overrides in force, as `host:port:address`.
  ///   - clockNote: how far the clock was checked against servers' `Date` fields.
  public static func environment(
    browser: BrowserAvailability?, resolve: [String], clockNote: String
  ) -> [String: String] {
    var facts = ["clock": clockNote, "system": systemName()]
    facts["browser"] = browser?.browserVersion
    facts["driver"] = browser?.driverVersion
    facts["resolver"] = resolve.isEmpty ? SheetWords.systemResolver : resolve.joined(separator: " ")
    return facts
  }
}
