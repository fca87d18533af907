public import AuditModel
public import SiteModel

/// Whether the guide's telephone is the one other pages name for the same purpose.
public struct GuideContact: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "guide.contact", title: "指南联系方式与其他页面一致", family: .guide,
    citations: [
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第十二条", confidence: .verified),
      Citation(document: "随州市2020年政务公开第三方评估指标", place: "公开指南:准确性", confidence: .observed),
    ],
    checks: "把指南中的联系电话与依申请公开栏目、最近一份年度报告中的联系电话相比较。",
    passes: "至少有一个号码相同。", fails: "本检查不作不符合的结论:哪个号码正确须拨打核实。",
    cannotDecide: "号码完全不同的提请人工判断;其他页面没有联系电话的不比较。",
    codes: ["guide.contact.same", "guide.contact.differs"])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let guide = GuideReading(site)
    guard case .read = guide.state else { return [] }
    let own = Self.numbers(guide.text)
    guard !own.isEmpty else { return [] }
    var result: [Observation] = []
    let application = ApplicationPage(site, guide: guide)
    if let page = application.page, page.url != guide.page?.url {
      result += compare(own, application.text, "application", page, guide: guide)
    }
    if let latest = site.reports.own(.disclosure).first,
      let body = ReportBody(latest, source: site.source)
    {
      // Only the part where the report says whom to ask; tables are full of numbers.
      let lines = body.lines.filter { $0.contains("联系") && $0.contains("电话") }
      result += compare(own, LabelledText(lines), "annual-report", body.page, guide: guide)
    }
    return result.sorted { $0.subject < $1.subject }
  }

  private func compare(
    _ own: Set<String>, _ text: LabelledText, _ subject: String, _ page: PageReference,
    guide: GuideReading
  ) -> [Observation] {
    let other = Self.numbers(text)
    guard !other.isEmpty else { return [] }
    let isSame = !own.isDisjoint(with: other)
    let values = [
      "here": own.sorted().joined(separator: "、"), "there": other.sorted().joined(separator: "、"),
      "place": page.title,
    ]
    return [
      observation(
        isSame ? "same" : "differs", isSame ? .pass : .review, reason: isSame ? nil : .ambiguous,
        subject: subject, values: values, page: guide.page,
        link: LinkReference(url: page.url, text: page.title))
    ]
  }

  /// The last seven digits: the area code is often left out.
  private static func numbers(_ text: LabelledText) -> Set<String> {
    let values = text.values(
      after: ["电话", "联系方式"], not: ["投诉", "监督", "举报", "申请人的", "档案馆", "图书馆", "查阅点"])
    return Set(
      values.flatMap { ContactForm.telephones(in: $0.text) }.filter { $0.count >= 7 }
        .map { String($0.suffix(7)) })
  }
}
