public import AuditModel
public import SiteModel

/// Whether every policy document that needs an interpretation has one, or says why not.
public struct InterpretationMissing: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "interpretation.missing", title: "应解读的文件没有解读", family: .interpretation,
    citations: [
      Citation(
        document: "国务院办公厅关于全面推进政务公开工作的意见实施细则(国办发〔2016〕80号)",
        place: "规章、规范性文件和涉及面广、关注度高的文件应当解读", confidence: .verified),
      Citation(
        document: "山西省2022年度政务公开工作考核方案", place: "应解读、尽解读:无解读也不说明理由的按件计",
        confidence: .observed),
    ],
    checks: "两年内的规范性文件在本站有没有解读:按链接、文号、标题配对,并看政策页面所链、解读栏目所列的站外材料,以及“不再解读”一类说明。",
    passes: "有一篇解读,或政策页面、解读栏目链到站外的解读。写明无需解读的不适用。",
    fails: "本单位的规范性文件(在规范性文件栏目或按规范性文件编号、登记),政策页面和解读栏目都读取完整,没有解读,也没有说明。",
    cannotDecide: "只凭标题看像规范性文件的、看不出是不是本单位文件的,提请人工判断;解读栏目没有读全、页面由脚本补充内容的不作结论;两年以前的只计数;转发的上级文件不在其列。",
    codes: [
      "interpretation.missing.present", "interpretation.missing.missing",
      "interpretation.missing.waived", "interpretation.missing.older",
      "interpretation.missing.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let paired = Set(site.pairs.map(\.policy))
    let unread = InterpretationElsewhere.unread(site)
    var result: [Observation] = []
    var older = 0
    for (index, policy) in site.policies.enumerated() {
      guard policy.isNormative, policy.isMarked, !policy.isForeign,
        ListedValidity.mark(inTitle: policy.title) == nil
      else { continue }
      if paired.contains(index) {
        result.append(report("present", .pass, policy))
      } else if isOld(policy, asOf: site.asOf) {
        older += 1
      } else {
        result.append(alone(policy, unread: unread, site: site))
      }
    }
    if older > 0 {
      result.append(
        observation("older", .info, subject: "*older", values: ["count": String(older)]))
    }
    return result.sorted { $0.subject < $1.subject }
  }

  private func isOld(_ policy: PolicyDocument, asOf: Day) -> Bool {
    policy.day.map { $0.adding(months: 24) < asOf } ?? false
  }

  private func alone(
    _ policy: PolicyDocument, unread: InconclusiveReason?, site: Site
  ) -> Observation {
    if let waiver = policy.sightings.lazy.compactMap(\.waiver).first {
      return report("waived", .notApplicable, policy, quote: waiver)
    }
    if let link = InterpretationElsewhere.link(from: policy, site: site) {
      return report("present", .pass, policy, link: link)
    }
    if let doubt = PolicyValues.doubt(policy) ?? unread {
      return report("undecided", .inconclusive, reason: doubt, policy)
    }
    let isSure = policy.isRegistered && policy.isOwn && policy.isNumbered
    return report("missing", isSure ? .fail : .review, reason: isSure ? nil : .ambiguous, policy)
  }

  private func report(
    _ code: String, _ outcome: Outcome, reason: InconclusiveReason? = nil,
    _ policy: PolicyDocument, link: LinkReference? = nil, quote: String? = nil
  ) -> Observation {
    observation(
      code, outcome, reason: reason, subject: policy.id, values: PolicyValues.make(policy),
      page: PolicyValues.page(policy), link: link, quote: quote)
  }
}
