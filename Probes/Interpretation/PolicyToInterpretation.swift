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
    cannotDecide: "相关栏由脚本或框架填充;链接被隐藏;配对只靠推测;没有任何解读的文件是否应当解读,提请人工判断。",
    codes: [
      "interpretation.policy-to-interpretation.linked",
      "interpretation.policy-to-interpretation.missing-link",
      "interpretation.policy-to-interpretation.no-interpretation",
      "interpretation.policy-to-interpretation.older",
      "interpretation.policy-to-interpretation.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let pairs = Dictionary(grouping: site.pairs, by: \.policy)
    var result: [Observation] = []
    var older = 0
    for (index, policy) in site.policies.enumerated() {
      if let own = pairs[index] {
        result.append(judge(policy, pairs: own, site: site))
      } else if policy.isNormative, policy.isMarked {
        if isOld(policy, asOf: site.asOf) {
          older += 1
        } else {
          result += alone(policy, site: site)
        }
      }
    }
    if older > 0 {
      result.append(
        observation("older", .info, subject: "*older", values: ["count": String(older)]))
    }
    return result.sorted { $0.subject < $1.subject }
  }

  /// Documents older than two years without interpretation are only counted.
  private func isOld(_ policy: PolicyDocument, asOf: Day) -> Bool {
    policy.day.map { $0.adding(months: 24) < asOf } ?? false
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

  /// No interpretation on the site; a related box may still lead to one elsewhere.
  private func alone(_ policy: PolicyDocument, site: Site) -> [Observation] {
    guard let url = policy.copies.first, let page = site.landing(at: url) else { return [] }
    let reference = PageReference(url: url.href, title: policy.title)
    let values = PairValues.make(policy: policy, interpretation: nil, evidence: [])
    let link = page.links.first { link in
      link.element == .anchor && !link.isHidden && link.url != nil
        && (link.place == .related || link.place == .article || link.place == .other)
        && (link.label?.contains("解读") == true && TitleMarks.isInterpretation(link.text)
          || TitleMarks.isInterpretation(link.text)
            && Naming.titleCore(link.text) == Naming.titleCore(policy.title))
    }
    if let link {
      return [
        observation(
          "linked", .pass, subject: policy.id, values: values, page: reference,
          link: LinkReference(url: link.url?.href ?? "", text: link.text))
      ]
    }
    return [
      observation(
        "no-interpretation", .review, reason: .ambiguous, subject: policy.id, values: values,
        page: reference)
    ]
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
