public import AuditModel
import PageModel
public import SiteModel

/// Whether a policy document's page shows the entries by which it is found and cited.
public struct PolicyMetadata: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "policy.metadata", title: "政策文件要素", family: .policy,
    citations: [
      Citation(
        document: Citation.disclosureRegulation, place: "第十二条:目录包括索引、名称、内容概述、生成日期",
        confidence: .verified),
      Citation(
        document: "随州市2020年政务公开第三方评估指标", place: "规范性文件 完整性", confidence: .observed),
    ],
    checks: "在政策文件栏目里带文号的文件页面上找索引号、文号、成文(生成)日期、发布日期,逐项记录原文。新闻、公示和转发的上级文件不在其列。",
    passes: "四项都有;“文号:无”一类明示算有;成文日期写在落款处的算有;同一文件多处发布的,任一处有即可。",
    fails: "页面有文件信息栏,而其中缺项或为空。",
    cannotDecide: "页面没有文件信息栏(要素可能只在目录里),或者看不出是不是本单位的文件;页面由脚本或框架补充内容。",
    codes: ["policy.metadata.complete", "policy.metadata.missing", "policy.metadata.undecided"])

  /// Makes the value from its parts.
  public init() {}

  private enum Element: String, CaseIterable {
    case index = "索引号"
    case number = "文号"
    case created = "成文日期"
    case published = "发布日期"

    /// What the copies show for it.
    func found(in policy: PolicyDocument) -> String? {
      if let value = policy.value(rawValue) { return value }
      return switch self {
      case .index: policy.value("统一编号")
      case .number: policy.number
      case .created:
        policy.sightings.lazy.compactMap { $0.created?.quote ?? $0.signature }.first
      case .published: policy.sightings.lazy.compactMap { $0.published?.quote }.first
      }
    }
  }

  private static let headLabels = ["索引号", "文号", "成文日期", "发布机构", "主题分类", "体裁分类"]

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    site.policies.filter { $0.isMarked && !$0.isForeign }.map(judge)
      .sorted { $0.subject < $1.subject }
  }

  private func judge(_ policy: PolicyDocument) -> Observation {
    var values = PolicyValues.make(policy)
    let found = Element.allCases.compactMap { element in
      element.found(in: policy).map { "\(element.rawValue):\($0)" }
    }
    let missing = Element.allCases.filter { $0.found(in: policy) == nil }.map(\.rawValue)
    values["found"] = found.joined(separator: "; ")
    let quote = found.isEmpty ? nil : found.joined(separator: "; ")
    let page = PolicyValues.page(policy)
    guard !missing.isEmpty else {
      return observation(
        "complete", .pass, subject: policy.id, values: values, page: page, quote: quote)
    }
    values["missing"] = missing.joined(separator: "、")
    let empty = missing.filter { label in policy.sightings.contains { $0.head[label] != nil } }
    values["empty"] = empty.isEmpty ? nil : empty.joined(separator: "、")
    if let doubt = PolicyValues.doubt(policy) {
      return observation(
        "undecided", .inconclusive, reason: doubt, subject: policy.id, values: values, page: page,
        quote: quote)
    }
    let hasHead = policy.sightings.contains { copy in
      PolicyMetadata.headLabels.count { copy.head[$0] != nil } >= 2
    }
    let isSure = hasHead && policy.isOwn && policy.isNumbered
    return observation(
      "missing", isSure ? .fail : .review, reason: isSure ? nil : .ambiguous,
      subject: policy.id, values: values, page: page, quote: quote)
  }
}
