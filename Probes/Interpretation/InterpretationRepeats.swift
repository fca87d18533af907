public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether an interpretation only repeats the text of its policy.
public struct InterpretationRepeats: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "interpretation.repeats-text", title: "解读照搬文件原文", family: .interpretation,
    citations: [
      Citation(document: "甘肃省、安顺市政策解读工作规定", place: "解读不得照搬、摘抄文件原文", confidence: .verified)
    ],
    checks: "配对确定的解读与政策两页正文:解读的字符中,落在与政策原文相同的13字以上连续片段里的占多少(不计标点和空白)。",
    passes: "占比低于80%。", fails: "本检查不作不符合的结论。",
    cannotDecide: "占比达到80%的提请人工判断,并给出占比和最长的相同片段;政策正文在附件里、正文不足300字的不比较。",
    codes: [
      "interpretation.repeats-text.own-words", "interpretation.repeats-text.repeats",
    ])

  private static let threshold = 80
  private static let least = 300

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let pairs = Dictionary(grouping: site.pairs.filter(\.isCertain), by: \.interpretation)
    return pairs.compactMap { index, own in
      judge(site.interpretations[index], own, site: site)
    }.sorted { $0.subject < $1.subject }
  }

  private func judge(
    _ interpretation: Interpretation, _ pairs: [PolicyPair], site: Site
  ) -> Observation? {
    guard let text = site.landing(at: interpretation.url)?.mainText,
      Naming.fold(text).count >= InterpretationRepeats.least
    else { return nil }
    var best: (overlap: TextOverlap, policy: PolicyDocument)?
    for pair in pairs.prefix(5) {
      let policy = site.policies[pair.policy]
      let original = policy.copies.prefix(3).compactMap { site.landing(at: $0)?.mainText }
        .max { $0.utf8.count < $1.utf8.count }
      guard let original, Naming.fold(original).count >= InterpretationRepeats.least else {
        continue
      }
      let overlap = TextOverlap(of: text, in: original)
      if overlap.shared >= (best?.overlap.shared ?? 0) { best = (overlap, policy) }
    }
    guard let best else { return nil }
    let repeats = best.overlap.percent >= InterpretationRepeats.threshold
    var values = PairValues.make(
      policy: best.policy, interpretation: interpretation, evidence: pairs[0].evidence)
    values["share"] = "\(best.overlap.percent)%"
    values["shared"] = String(best.overlap.shared)
    values["length"] = String(best.overlap.length)
    return observation(
      repeats ? "repeats" : "own-words", repeats ? .review : .pass,
      reason: repeats ? .ambiguous : nil, subject: interpretation.id, values: values,
      page: PageReference(url: interpretation.url.href, title: interpretation.title),
      link: best.policy.copies.first.map { LinkReference(url: $0.href, text: best.policy.title) },
      quote: repeats ? best.overlap.longest : nil)
  }
}
