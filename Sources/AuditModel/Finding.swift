/// An observation about a unit that is kept, numbered, proved and followed across sweeps.
public struct Finding: Hashable, Sendable, Codable, Identifiable {
  /// Stable across sweeps: derived from unit, probe and subject.
  public var id: String
  public var unit: String
  public var observation: Observation
  public var status: FindingStatus
  public var firstFoundAt: Instant
  public var foundAt: Instant
  /// When a second look agreed; nil until then.
  public var confirmedAt: Instant?
  public var evidence: [EvidenceReference]

  public init(
    unit: String, observation: Observation, status: FindingStatus = .open, foundAt: Instant,
    firstFoundAt: Instant? = nil, confirmedAt: Instant? = nil, evidence: [EvidenceReference] = []
  ) {
    id = Finding.identity(unit: unit, probe: observation.probe, subject: observation.subject)
    self.unit = unit
    self.observation = observation
    self.status = status
    self.firstFoundAt = firstFoundAt ?? foundAt
    self.foundAt = foundAt
    self.confirmedAt = confirmedAt
    self.evidence = evidence
  }

  /// `F` and thirteen characters of Crockford's base 32: FNV-1a, 64 bits, over unit, probe, subject.
  public static func identity(unit: String, probe: String, subject: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(unit)\u{1f}\(probe)\u{1f}\(subject)".utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
    return "F"
      + String((0..<13).map { alphabet[Int(truncatingIfNeeded: hash >> (UInt64($0) * 5)) & 31] })
  }
}

/// The life of a finding, from first sight to closure.
public enum FindingStatus: String, Codable, Sendable, CaseIterable {
  case open, confirmed, falsePositive, disputed, issued, responded
  case fixed, notFixed, appealed, closed, recurred

  public var title: String {
    switch self {
    case .open: "待复核"
    case .confirmed: "已确认"
    case .falsePositive: "误报"
    case .disputed: "存疑"
    case .issued: "已下发"
    case .responded: "已反馈"
    case .fixed: "已整改"
    case .notFixed: "未整改"
    case .appealed: "申诉"
    case .closed: "关闭"
    case .recurred: "重现"
    }
  }
}
