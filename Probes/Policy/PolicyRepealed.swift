public import AuditModel
public import SiteModel

/// Whether a document that was declared repealed is still shown as being in force.
public struct PolicyRepealed: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "policy.repealed", title: "已废止文件仍列为有效", family: .policy,
    citations: [
      Citation(
        document: Citation.developmentGuideline, place: "文件修改、废止、失效的及时标注", confidence: .single),
      Citation(
        document: "2023年政务公开考核评估指标", place: "及时下架失效废止的文件", confidence: .observed),
    ],
    checks: "在本站的清理公告、废止决定和新文件的“同时废止”条款里收集被废止文件的文号,再看这些文件的页面和列表怎样标注。",
    passes: "被废止的文件已标注失效、废止或修改。",
    fails: "文号相同的文件被宣布废止且已生效,而页面或列表仍标注有效,或仍列在“现行有效”栏目。",
    cannotDecide: "被宣布废止的文件没有任何有效性标注,或各处标注不一致,提请人工判断。只废止部分条款、依据性引用、继续有效目录不算。",
    codes: [
      "policy.repealed.marked", "policy.repealed.listed-in-force", "policy.repealed.unmarked",
      "policy.repealed.contradiction",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard !site.repeals.isEmpty else { return [] }
    return site.policies.compactMap { policy in
      repeal(of: policy, site: site).map { judge(policy, $0, site: site) }
    }.sorted { $0.subject < $1.subject }
  }

  private func repeal(of policy: PolicyDocument, site: Site) -> Repeal? {
    guard let number = policy.number else { return nil }
    let own = Set(policy.sightings.map(\.reference.url))
    return site.repeals.first { repeal in
      guard repeal.means(number), !own.contains(repeal.page.url) else { return false }
      if let effective = repeal.effective ?? repeal.published, effective > site.asOf {
        return false
      }
      // A number repealed before the document came out belongs to another one.
      if let published = repeal.published, let day = policy.created, published < day {
        return false
      }
      return true
    }
  }

  private func judge(_ policy: PolicyDocument, _ repeal: Repeal, site: Site) -> Observation {
    let labels = ValidityLabel.all(of: policy, site: site)
    let states = Set(labels.compactMap(\.state))
    let inForce = labels.first { $0.state == .inForce }
    let shelf = policy.trail.first { $0.contains("现行有效") }
    switch (inForce, shelf) {
    case (let label?, _) where states.count == 1:
      return report("listed-in-force", .fail, policy, repeal, label.text, label.page)
    case (_?, _): return report("contradiction", .review, policy, repeal, inForce?.text, nil)
    case (nil, _) where !states.isEmpty:
      return report("marked", .pass, policy, repeal, labels.first?.text, nil)
    case (nil, let shelf?): return report("listed-in-force", .fail, policy, repeal, shelf, nil)
    case (nil, nil): return report("unmarked", .review, policy, repeal, nil, nil)
    }
  }

  private func report(
    _ code: String, _ outcome: Outcome, _ policy: PolicyDocument, _ repeal: Repeal,
    _ label: String?, _ page: PageReference?
  ) -> Observation {
    var values = PolicyValues.make(policy)
    values["label"] = label
    values["repealedBy"] = repeal.page.title
    values["since"] = (repeal.effective ?? repeal.published)?.description
    return observation(
      code, outcome, reason: outcome == .review ? .ambiguous : nil, subject: policy.id,
      values: values, page: page ?? PolicyValues.page(policy),
      link: LinkReference(url: repeal.page.url, text: repeal.page.title), quote: repeal.quote)
  }
}
