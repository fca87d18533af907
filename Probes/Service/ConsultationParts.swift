public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Whether a draft put up for comment comes with explanation, period and feedback (预公开四件).
public struct ConsultationParts: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "decisions.consultation", title: "决策预公开四件齐全", family: .service,
    citations: [
      Citation(
        document: "重大行政决策程序暂行条例(国务院令第713号)", place: "第十五条:公布决策草案及其说明等材料,明确征求意见的途径和期限",
        confidence: .memory),
      Citation(document: "随州市2020年政务公开第三方评估指标", place: "决策公开 预公开", confidence: .observed),
    ],
    checks: "标题写明征求意见的页面,看有没有草案(正文或附件)、起草说明、征集的起止时间,以及意见采纳情况的反馈。",
    passes: "该件在页面、附件名称或者同题的反馈页面中找到。", fails: "本检查不作不符合的结论:另在他处公布的由人判断。",
    cannotDecide: "没有找到的提请人工判断;征集尚未结束、结束不满一个月的不查反馈;页面由脚本载入的不作结论。",
    codes: [
      "decisions.consultation.found", "decisions.consultation.missing",
      "decisions.consultation.undecided", "decisions.consultation.not-yet",
      "decisions.consultation.none",
    ])

  private static let calls = ["征求意见", "征集意见", "意见征集", "征求《", "公开征求"]
  private static let answers = ["采纳", "反馈", "结果", "情况"]
  private static let parts = [
    "draft": "草案", "explanation": "起草说明", "period": "征集时间", "feedback": "采纳反馈",
  ]

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let named = site.pages.filter { page in
      page.kind == .article && Self.calls.contains { page.title.contains($0) }
    }
    let feedback = named.filter(Self.isAnswer)
    let calls = named.filter { !Self.isAnswer($0) }.prefix(300)
    guard !calls.isEmpty else { return [observation("none", .notChecked, subject: "calls")] }
    return calls.flatMap { judge($0, feedback: feedback, site: site) }
      .sorted { $0.subject < $1.subject }
  }

  private static func isAnswer(_ page: PageSummary) -> Bool {
    answers.contains { page.title.contains($0) } && !page.title.contains("情况的公告")
  }

  private func judge(
    _ call: PageSummary, feedback: [PageSummary], site: Site
  ) -> [Observation] {
    guard let page = site.landing(at: call.url) else { return [] }
    let text = Naming.fold(page.mainText)
    let files = page.links.filter { $0.element == .anchor && !$0.isHidden }.map(\.text)
    let end = Self.lastDay(in: page.mainText)
    let core = Self.core(call.title)
    let answer = feedback.first { core.count >= 4 && Naming.fold($0.title).holdsFolded(core) }
    let isPublished =
      page.mainText.count >= 600 || files.contains { $0.contains("征求意见稿") || $0.contains("草案") }
    let found: [(String, String?)] = [
      ("draft", isPublished ? call.title : nil),
      (
        "explanation",
        (files + [text]).first { $0.contains("起草说明") || $0.contains("编制说明") || $0.contains("的说明") }
          .map { String($0.prefix(40)) }
      ),
      ("period", end.map(\.description)),
      (
        "feedback",
        answer?.title ?? (text.holdsFolded("采纳情况") || text.holdsFolded("征集结果") ? call.title : nil)
      ),
    ]
    let doubt: InconclusiveReason? = page.laterContent.isEmpty ? nil : .jsOnly
    let close = end ?? call.publication?.day.adding(months: 1)
    return found.map { part, quote in
      let isYoung = part == "feedback" && (close.map { $0.adding(months: 1) > site.asOf } ?? true)
      return report(part, quote, call, doubt: doubt, isYoung: isYoung)
    }
  }

  private func report(
    _ part: String, _ quote: String?, _ call: PageSummary, doubt: InconclusiveReason?, isYoung: Bool
  ) -> Observation {
    let (code, outcome, reason): (String, Outcome, InconclusiveReason?) =
      if quote != nil {
        ("found", .pass, nil)
      } else if isYoung {
        ("not-yet", .notApplicable, nil)
      } else if let doubt {
        ("undecided", .inconclusive, doubt)
      } else {
        ("missing", .review, .ambiguous)
      }
    return observation(
      code, outcome, reason: reason, subject: "\(call.url.href)#\(part)",
      values: [
        "call": call.title, "part": part, "title": Self.parts[part] ?? part,
        "item": call.url.href,
      ], page: call.reference, quote: quote)
  }

  /// What the call is about: the name in 《》, else what stands between 对 or 关于 and the call.
  private static func core(_ title: String) -> String {
    if let open = title.firstIndex(of: "《"), let close = title.lastIndex(of: "》"), open < close {
      let name = title[title.index(after: open)..<close]
      return Naming.fold(name.prefix { !"（(".contains($0) })
    }
    return Naming.fold(Naming.titleCore(title))
  }

  /// The latest day of a sentence that speaks of a term.
  private static func lastDay(in text: String) -> Day? {
    var days: [Day] = []
    for sentence in text.split(whereSeparator: { "。；\n".contains($0) }) {
      guard
        ["截止", "截至", "期限", "起至", "日至", "日前", "之前", "日内", "征集时间", "征求意见时间"]
          .contains(where: { sentence.contains($0) })
      else { continue }
      var rest = Substring(sentence)
      while let start = rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
        rest = rest[start...]
        if let day = LabelledDates.day(in: String(rest)) { days.append(day) }
        rest = rest.drop { $0.isASCII && $0.isNumber }
      }
    }
    return days.max()
  }
}
