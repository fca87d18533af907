public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether an interpretation leads back to the policy it explains.
public struct InterpretationToPolicy: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "interpretation.interpretation-to-policy", title: "解读页面关联政策文件", family: .interpretation,
    citations: PolicyToInterpretation.card.citations,
    checks: "按显式链接、文号、标题三步把解读与政策配对,再看解读页面上有没有指向政策原文的链接。",
    passes: "解读页面链接了它所解读的政策(任一份,或标题相同的原文、附件)。",
    fails: "配对确定(文号或标题一致),解读页面能完整读取而没有指向政策原文的链接。",
    cannotDecide: "相关栏由脚本或框架填充;链接被隐藏;配对只靠推测。所解读的政策不在本站的仅作提示。",
    codes: [
      "interpretation.interpretation-to-policy.linked",
      "interpretation.interpretation-to-policy.missing-link",
      "interpretation.interpretation-to-policy.policy-elsewhere",
      "interpretation.interpretation-to-policy.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let pairs = Dictionary(grouping: site.pairs, by: \.interpretation)
    return site.interpretations.enumerated().compactMap { index, interpretation in
      if let own = pairs[index] { return judge(interpretation, pairs: own, site: site) }
      return elsewhere(interpretation)
    }.sorted { $0.subject < $1.subject }
  }

  private func elsewhere(_ interpretation: Interpretation) -> Observation? {
    guard interpretation.isMarked, interpretation.subject != nil else { return nil }
    var values = PairValues.make(policy: nil, interpretation: interpretation, evidence: [])
    values["policy"] = interpretation.subject
    return observation(
      "policy-elsewhere", .info, subject: interpretation.id, values: values,
      page: PageReference(url: interpretation.url.href, title: interpretation.title))
  }

  private func judge(
    _ interpretation: Interpretation, pairs: [PolicyPair], site: Site
  ) -> Observation {
    let best = pairs.first(where: \.isCertain) ?? pairs[0]
    guard let page = site.landing(at: interpretation.url) else {
      return report("undecided", .inconclusive, reason: .notExamined, best, site: site)
    }
    let policies = pairs.map { site.policies[$0.policy] }
    let targets = Set(policies.flatMap { $0.copies.map { AddressKey($0) } })
    let found = LinkBack.look(
      on: page, for: targets, core: Naming.titleCore(site.policies[best.policy].title),
      wantsInterpretation: false, source: site.source)
    switch found {
    case .linked: return report("linked", .pass, best, site: site)
    case .unknown(let reason):
      return report("undecided", .inconclusive, reason: reason, best, site: site)
    case .absent where best.isCertain: return report("missing-link", .fail, best, site: site)
    case .absent: return report("undecided", .review, reason: .ambiguous, best, site: site)
    }
  }

  private func report(
    _ code: String, _ outcome: Outcome, reason: InconclusiveReason? = nil, _ pair: PolicyPair,
    site: Site
  ) -> Observation {
    let policy = site.policies[pair.policy]
    let interpretation = site.interpretations[pair.interpretation]
    return observation(
      code, outcome, reason: reason, subject: interpretation.id,
      values: PairValues.make(
        policy: policy, interpretation: interpretation, evidence: pair.evidence),
      page: PageReference(url: interpretation.url.href, title: interpretation.title),
      link: policy.copies.first.map { LinkReference(url: $0.href, text: policy.title) })
  }
}
