public import AuditModel
public import SiteModel

/// Whether a policy document says to whom it is open (主动公开, 依申请公开, 不予公开).
public struct PolicyDisclosureLabel: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "policy.disclosure-label", title: "公文公开属性标注", family: .policy,
    citations: [
      Citation(
        document: "2023年政务公开考核评估指标", place: "公文属性认定", confidence: .observed)
    ],
    checks: "在检测日前一年内发布的政策文件页面的信息栏(公开属性、公开方式)和正文末尾(“此件公开发布”)找公开属性。转发的上级文件不在其列。",
    passes: "任一处发布的页面写明公开属性。", fails: "页面读取完整,正文在页面上,没有任何公开属性字样。",
    cannotDecide: "正文只在附件里;页面由脚本或框架补充内容。看不出是不是本单位文件的、没有日期的,提请人工判断;一年以前的只计数;网上看不到的公文不在本检查之列。",
    codes: [
      "policy.disclosure-label.labelled", "policy.disclosure-label.unlabelled",
      "policy.disclosure-label.undecided", "policy.disclosure-label.older",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let own = site.policies.filter { $0.isMarked && !$0.isForeign }
    let older = own.filter { isOld($0, asOf: site.asOf) }
    var result = own.filter { !isOld($0, asOf: site.asOf) }.map(judge)
    if !older.isEmpty {
      result.append(
        observation("older", .info, subject: "*older", values: ["count": String(older.count)]))
    }
    return result.sorted { $0.subject < $1.subject }
  }

  private func isOld(_ policy: PolicyDocument, asOf: Day) -> Bool {
    policy.day.map { $0.adding(months: 12) < asOf } ?? false
  }

  private func judge(_ policy: PolicyDocument) -> Observation {
    let values = PolicyValues.make(policy)
    if let copy = policy.sightings.first(where: { $0.disclosure != nil }) {
      return observation(
        "labelled", .pass, subject: policy.id, values: values, page: copy.reference,
        quote: copy.disclosure)
    }
    let page = PolicyValues.page(policy)
    let isElsewhere = policy.sightings.contains(where: \.isAttachmentOnly)
    if let doubt = PolicyValues.doubt(policy) ?? (isElsewhere ? .notExamined : nil) {
      return observation(
        "undecided", .inconclusive, reason: doubt, subject: policy.id, values: values, page: page)
    }
    let isSure = policy.isOwn && policy.isNumbered && policy.day != nil
    return observation(
      "unlabelled", isSure ? .fail : .review, reason: isSure ? nil : .ambiguous,
      subject: policy.id, values: values, page: page)
  }
}
