public import AuditModel
public import SiteModel

/// Resident identity numbers shown in full.
public struct IdentityNumbers: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "privacy.identity-number", title: "公民身份号码泄露", family: .safety,
    citations: [
      SafetyCitations.identified, SafetyCitations.notices,
    ],
    checks: "每个页面(含表格)文字中符合国家标准的18位公民身份号码(行政区划、出生日期、校验码都成立),以及带有“身份证”字样的15位旧号码。",
    passes: "没有发现完整的公民身份号码;已用星号遮挡的不算。",
    fails: "页面写明是身份证件号码,号码完整且通过校验。",
    cannotDecide: "号码形式成立,但页面没有写明是身份证件号码,或写明是示例;15位旧号码。这些都请人工判断。输出中号码一律遮挡。",
    codes: [
      "privacy.identity-number.shown", "privacy.identity-number.possible",
      "privacy.identity-number.none", "privacy.identity-number.cut",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    PersonalDataReport(owner: self, kind: .identityNumber, site: site).observations {
      $0.certainty == .named ? .fail : .review
    }
  }
}
