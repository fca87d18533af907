public import AuditModel
public import SiteModel

/// Whether a normative document says if it is still in force.
public struct PolicyValidity: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "policy.validity", title: "规范性文件有效性标注", family: .policy,
    citations: [
      Citation(
        document: Citation.developmentGuideline, place: "文件修改、废止、失效的及时标注", confidence: .single),
      Citation(
        document: "随州市2020年政务公开第三方评估指标", place: "规范性文件 有效性标注", confidence: .observed),
    ],
    checks: "规范性文件的页面信息栏、标题和所在列表里有无“有效、失效、废止、修改”标注。",
    passes: "页面、标题或列表任一处有标注,或者信息栏写明有效期限。",
    fails: "规范性文件栏目中(或按规范性文件编号、登记)的文件,页面和列表都能完整读取而没有标注,或标注为空。",
    cannotDecide: "只凭标题看像规范性文件的、看不出是不是本单位文件的、正文写有有效期而没有标注的,提请人工判断;页面由脚本补充内容的不作结论。",
    codes: [
      "policy.validity.labelled", "policy.validity.unlabelled", "policy.validity.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    site.policies.filter { $0.isNormative && $0.isMarked && !$0.isForeign && !isCleanUp($0) }
      .map { judge($0, site: site) }.sorted { $0.subject < $1.subject }
  }

  /// Notices about other documents are not themselves normative.
  private func isCleanUp(_ policy: PolicyDocument) -> Bool {
    ["清理", "废止", "失效", "目录"].contains { policy.title.contains($0) }
      && ListedValidity.mark(inTitle: policy.title) == nil
  }

  private func judge(_ policy: PolicyDocument, site: Site) -> Observation {
    var values = PolicyValues.make(policy)
    if let label = ValidityLabel.all(of: policy, site: site).first {
      values["label"] = label.text
      return observation(
        "labelled", .pass, subject: policy.id, values: values, page: label.page,
        quote: label.text)
    }
    let page = PolicyValues.page(policy)
    if let doubt = PolicyValues.doubt(policy) {
      return observation(
        "undecided", .inconclusive, reason: doubt, subject: policy.id, values: values, page: page)
    }
    let isEmpty = policy.sightings.contains { $0.head["有效性"] != nil }
    let term = policy.sightings.lazy.compactMap(\.term).first
    values["term"] = term
    let isSure = policy.isRegistered && policy.isOwn && (term == nil || isEmpty)
    return observation(
      "unlabelled", isSure ? .fail : .review, reason: isSure ? nil : .ambiguous,
      subject: policy.id, values: values, page: page, quote: isEmpty ? "有效性:" : term)
  }
}

/// A label that says whether a document is in force, and where it stands.
struct ValidityLabel {
  let text: String
  /// Nil when it names a term (`至2027年`) and no state.
  let state: ValidityState?
  let page: PageReference

  /// Labels in heads, titles and lists, in that order.
  static func all(of policy: PolicyDocument, site: Site) -> [ValidityLabel] {
    var labels: [ValidityLabel] = []
    for copy in policy.sightings {
      if let value = copy.value("有效性") {
        let state = ValidityState(value)
        if state != nil || value.contains(where: \.isNumber) {
          labels.append(ValidityLabel(text: value, state: state, page: copy.reference))
        }
      }
      if let mark = ListedValidity.mark(inTitle: copy.title) {
        labels.append(
          ValidityLabel(text: mark, state: ValidityState(mark), page: copy.reference))
      }
    }
    if let listed = site.listedValidity.label(number: policy.number, title: policy.title) {
      labels.append(
        ValidityLabel(text: listed.text, state: ValidityState(listed.text), page: listed.page))
    }
    return labels
  }
}
