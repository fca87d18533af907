public import AuditModel
public import SiteModel

/// Mobile numbers of many people shown together.
public struct PersonalPhones: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "privacy.phone", title: "个人手机号码集中泄露", family: .safety,
    citations: [
      SafetyCitations.identified, SafetyCitations.notices,
    ],
    checks: "每个页面文字中的手机号码。一页有三个以上不同号码,且页面是名单、公示、补助等面向个人的内容。",
    passes: "没有发现这样的页面。",
    fails: "不自动认定。",
    cannotDecide: "工作联系电话可以公开,个人的不可以;请人工判断。输出中号码一律遮挡。",
    codes: ["privacy.phone.shown", "privacy.phone.none", "privacy.phone.cut"])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    PersonalDataReport(owner: self, kind: .phone, site: site) { $0.namesManyPeople }
      .observations { _ in .review }
  }
}

extension PersonalDataSighting {
  /// One or two numbers are an office's contact; a register of people shows many.
  fileprivate var namesManyPeople: Bool {
    let registers = [
      "名单", "公示", "名册", "花名册", "补助", "补贴", "低保", "救助", "抽签", "摇号", "录用", "体检", "面试", "中奖",
      "发放", "受助", "困难", "补偿",
    ]
    return count >= 3 && registers.contains { page.title.contains($0) || quote.contains($0) }
  }
}
