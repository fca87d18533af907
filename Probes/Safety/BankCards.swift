public import AuditModel
public import SiteModel

/// Numbers of bank cards shown in full.
public struct BankCards: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "privacy.bank-card", title: "银行卡号泄露", family: .safety,
    citations: [
      SafetyCitations.identified, SafetyCitations.notices,
    ],
    checks: "每个页面文字中以62开头、通过校验、附近写有卡号或银行账号字样的16至19位号码。",
    passes: "没有发现完整的银行卡号。",
    fails: "不自动认定。",
    cannotDecide: "单位的收费账号可以公开,个人的不可以;是谁的账号请人工判断。输出中号码一律遮挡。",
    codes: ["privacy.bank-card.shown", "privacy.bank-card.none", "privacy.bank-card.cut"])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    PersonalDataReport(owner: self, kind: .bankCard, site: site).observations { _ in .review }
  }
}
