public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether service guides say what applicants must know.
public struct ServiceGuides: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "service.guide-elements", title: "办事指南要素齐全", family: .service,
    citations: [
      Citation(
        document: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标的通知(国办秘函〔2019〕19号)",
        place: "办事指南要素:设定依据、申请条件、办理材料、办理地点、办理时间、联系电话、办理流程", confidence: .single),
      Citation(document: "随州市2020年政务公开第三方评估指标", place: "服务公开", confidence: .observed),
      Citation(document: "2023年政务公开考核评估指标", place: "办事指南要素", confidence: .observed),
    ],
    checks: "标题或位置写明是办事(服务)指南的页面,看有没有办理依据、申请条件、申请材料、样表、办理时限、办理流程和联系方式,标签后面有没有内容。",
    passes: "该要素有标签且有内容;样表有可下载的文件,或写明无需填表。",
    fails: "页面写有三项以上要素、正文全部可读,而缺该要素或者标签后面是空的。样表只提请人工判断。",
    cannotDecide: "正文在附件、图片里,由脚本载入,或者看不出是一份完整指南的,不作结论。",
    codes: [
      "service.guide-elements.stated", "service.guide-elements.missing",
      "service.guide-elements.undecided", "service.guide-elements.none",
    ])

  struct Element {
    let id: String
    let title: String
    let labels: [String]
  }

  static let elements = [
    Element(
      id: "basis", title: "办理依据",
      labels: ["设定依据", "办理依据", "法定依据", "法律依据", "实施依据", "受理依据", "政策依据"]),
    Element(
      id: "conditions", title: "申请条件",
      labels: ["申请条件", "受理条件", "申报条件", "办理条件", "许可条件", "准予条件", "审批条件"]),
    Element(
      id: "materials", title: "申请材料",
      labels: ["申请材料", "申报材料", "办理材料", "提交材料", "所需材料", "材料清单", "受理材料", "需提供材料"]),
    Element(
      id: "time-limit", title: "办理时限",
      labels: ["办理时限", "法定时限", "承诺时限", "法定期限", "承诺期限", "办结时限", "办理期限", "审批时限"]),
    Element(
      id: "procedure", title: "办理流程",
      labels: ["办理流程", "办理程序", "审批流程", "审批程序", "申请流程", "办事流程", "受理流程"]),
    Element(
      id: "contact", title: "联系方式或咨询渠道",
      labels: [
        "联系电话", "咨询电话", "咨询方式", "联系方式", "咨询途径", "咨询渠道", "服务电话", "办公电话", "窗口电话",
      ]),
  ]
  private static let names = ["办事指南", "服务指南", "办理指南", "事项指南"]
  private static let limit = 200

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let guides = site.pages.filter(Self.isGuide).prefix(Self.limit)
    guard !guides.isEmpty else { return [observation("none", .notChecked, subject: "guides")] }
    return guides.flatMap { judge($0, site: site) }.sorted { $0.subject < $1.subject }
  }

  private static func isGuide(_ page: PageSummary) -> Bool {
    guard page.kind == .article || page.kind == .other else { return false }
    let isBelow =
      page.kind == .article
      && page.trail.contains { trail in names.contains { trail.contains($0) } }
    let isNews = DocumentWords.news.contains { page.title.contains($0) }
    return !isNews && !page.title.contains("公开指南")
      && (isBelow || names.contains { page.title.contains($0) })
  }

  private func judge(_ summary: PageSummary, site: Site) -> [Observation] {
    guard let page = site.landing(at: summary.url) else { return [] }
    let rows = page.tables.flatMap(\.rows).map { $0.joined(separator: "：") }
    let lines = page.mainText.split(whereSeparator: \.isNewline).map(String.init)
    let text = LabelledText(lines + rows)
    let stated = Self.elements.map { ($0, Self.statement($0, in: text)) }
    guard stated.count(where: { $0.1 != nil }) >= 3 else {
      return [
        observation(
          "undecided", .inconclusive, reason: page.laterContent.isEmpty ? .ambiguous : .jsOnly,
          subject: summary.url.href, values: ["guide": summary.title], page: summary.reference)
      ]
    }
    let doubt: InconclusiveReason? =
      page.isCut ? .captureIncomplete : page.laterContent.isEmpty ? nil : .jsOnly
    return stated.map { element, quote in
      answer(element.id, element.title, quote, summary, doubt: doubt, mayFail: true)
    } + [answer("sample", "样表", Self.sample(on: page, text), summary, doubt: doubt, mayFail: false)]
  }

  private func answer(
    _ id: String, _ title: String, _ quote: String?, _ page: PageSummary,
    doubt: InconclusiveReason?, mayFail: Bool
  ) -> Observation {
    let (code, outcome, reason): (String, Outcome, InconclusiveReason?) =
      if quote != nil {
        ("stated", .pass, nil)
      } else if let doubt {
        ("undecided", .inconclusive, doubt)
      } else {
        ("missing", mayFail ? .fail : .review, mayFail ? nil : .ambiguous)
      }
    return observation(
      code, outcome, reason: reason, subject: "\(page.url.href)#\(id)",
      values: ["guide": page.title, "element": id, "title": title, "item": page.url.href],
      page: page.reference, quote: quote)
  }

  /// The words by which an element is stated: a label with something behind or below it.
  private static func statement(_ element: Element, in text: LabelledText) -> String? {
    let values = text.values(after: element.labels)
    if let value = values.first(where: { isContent($0.text) }) { return value.quote }
    // A heading: what stands on the next line is its content, unless that is a label too.
    for (number, line) in text.lines.enumerated() where line.compact.count <= 16 {
      guard element.labels.contains(where: { line.compact.contains($0) }),
        number + 1 < text.lines.count
      else { continue }
      let next = text.lines[number + 1].compact
      let isLabel =
        next.count <= 16 && elements.contains { $0.labels.contains { next.contains($0) } }
      if !isLabel, isContent(next) { return line.shown }
    }
    return nil
  }

  private static func isContent(_ text: String) -> Bool {
    let folded = Naming.fold(text)
    return folded.count >= 1
      && !elements.contains { $0.labels.contains { folded.hasPrefix($0) } }
      && !["暂无", "待补充", "略", "见附件"].contains(folded)
  }

  /// A form that can be fetched, or the statement that none is needed.
  private static func sample(on page: Page, _ text: LabelledText) -> String? {
    if let line = text.line(with: ["无需填表", "无样表", "不需要填写", "无需样表"]) { return line }
    let words = ["样表", "空表", "示范文本", "申请表", "申报表", "登记表", "表格", "示例"]
    return page.links.first { link in
      guard link.element == .anchor, !link.isHidden, let path = link.url?.path.lowercased() else {
        return false
      }
      let isFile = [".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps", ".et", ".zip", ".rar"]
        .contains { path.hasSuffix($0) }
      return isFile && words.contains { link.text.contains($0) }
    }?.text
  }
}
