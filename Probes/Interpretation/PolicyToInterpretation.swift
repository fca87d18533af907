public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether a policy's page leads to its interpretation.
public struct PolicyToInterpretation: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "interpretation.policy-to-interpretation", title: "政策文件页面关联解读", family: .interpretation,
    citations: [
      Citation(
        document: "国务院办公厅关于印发政府网站发展指引的通知(国办发〔2017〕47号)", place: "解读与政策文件双向链接",
        confidence: .observed),
      Citation(
        document: "国务院办公厅关于全面推进政务公开工作的意见实施细则(国办发〔2016〕80号)", place: "解读与文件同步",
        confidence: .verified),
    ],
    checks: "按显式链接、文号、标题三步把政策与解读配对,再看政策页面上有没有指向解读的链接。",
    passes: "政策页面(任一份)链接了它的一篇解读;一份政策有多篇解读时链接一篇即可。",
    fails: "配对确定(文号或标题一致),政策页面能完整读取而没有指向解读的链接。隐藏的空“相关解读”框不算链接。",
    cannotDecide: "相关栏由脚本或框架填充;链接被隐藏;配对只靠推测。没有任何解读的文件不在本项。",
    codes: [
      "interpretation.policy-to-interpretation.linked",
      "interpretation.policy-to-interpretation.missing-link",
      "interpretation.policy-to-interpretation.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let pairs = Dictionary(grouping: site.pairs, by: \.policy)
    return site.policies.enumerated().compactMap { index, policy in
      if let own = pairs[index] { return judge(policy, pairs: own, site: site) }
      return policy.isNormative && policy.isMarked ? elsewhere(policy, site: site) : nil
    }.sorted { $0.subject < $1.subject }
  }

  private func judge(_ policy: PolicyDocument, pairs: [PolicyPair], site: Site) -> Observation {
    let best = pairs.first(where: \.isCertain) ?? pairs[0]
    let interpretations = pairs.map { site.interpretations[$0.interpretation] }
    let targets = Set(interpretations.map { AddressKey($0.url) })
    let core = Naming.titleCore(policy.title)
    var answer: LinkBack?
    for copy in policy.copies.prefix(5) {
      guard let page = site.landing(at: copy) else { continue }
      let found = LinkBack.look(
        on: page, for: targets, core: core, wantsInterpretation: true, source: site.source)
      if case .linked = found { return report("linked", .pass, policy, best, site: site) }
      // A readable copy without the link is no proof while another copy cannot be read whole.
      if case .unknown = found { answer = found } else if answer == nil { answer = found }
    }
    switch answer {
    case .absent where pairs.contains(where: \.isCertain):
      return report("missing-link", .fail, policy, best, site: site)
    case .unknown(let reason):
      return report("undecided", .inconclusive, reason: reason, policy, best, site: site)
    case .absent, .linked:
      return report("undecided", .review, reason: .ambiguous, policy, best, site: site)
    case nil:
      return report("undecided", .inconclusive, reason: .notExamined, policy, best, site: site)
    }
  }

  /// No interpretation on the site, but the page leads to one that stands elsewhere.
  private func elsewhere(_ policy: PolicyDocument, site: Site) -> Observation? {
    InterpretationElsewhere.link(from: policy, site: site, onPages: true).map { link in
      observation(
        "linked", .pass, subject: policy.id,
        values: PairValues.make(policy: policy, interpretation: nil, evidence: []),
        page: policy.sightings.first?.reference, link: link)
    }
  }

  private func report(
    _ code: String, _ outcome: Outcome, reason: InconclusiveReason? = nil,
    _ policy: PolicyDocument, _ pair: PolicyPair, site: Site
  ) -> Observation {
    let interpretation = site.interpretations[pair.interpretation]
    let page = policy.copies.first.map { PageReference(url: $0.href, title: policy.title) }
    return observation(
      code, outcome, reason: reason, subject: policy.id,
      values: PairValues.make(
        policy: policy, interpretation: interpretation, evidence: pair.evidence),
      page: page,
      link: LinkReference(url: interpretation.url.href, text: interpretation.title))
  }
}
