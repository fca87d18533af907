public import AuditModel
public import SiteModel
import WebAddress

/// In which forms an interpretation speaks: words alone, or pictures, film, questions and answers.
public struct InterpretationForms: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "interpretation.form", title: "解读形式", family: .interpretation,
    citations: [
      Citation(
        document: "国务院办公厅关于全面推进政务公开工作的意见实施细则(国办发〔2016〕80号)",
        place: "数字化、图表图解、音频、视频、动漫等形式", confidence: .verified),
      Citation(
        document: "2023年政务公开考核评估指标", place: "解读形式多样", confidence: .observed),
    ],
    checks: "解读页面的标题和正文里有没有图解、图片、视频、音频、发布会、问答访谈。页面装饰和图标不算图片。",
    passes: "有文字以外的形式。", fails: "本检查不作不符合的结论:只有文字的解读是否单一、空泛,由人判断。",
    cannotDecide: "只有文字的提请人工判断;页面由脚本或框架补充内容的、正文和媒体都没有的不作结论。",
    codes: [
      "interpretation.form.various", "interpretation.form.text-only",
      "interpretation.form.undecided",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let paired = Set(site.pairs.map(\.interpretation))
    return site.interpretations.enumerated()
      .filter { $0.element.isMarked || paired.contains($0.offset) }.map { judge($0.element) }
      .sorted { $0.subject < $1.subject }
  }

  private func judge(_ interpretation: Interpretation) -> Observation {
    let forms = InterpretationForm.allCases.filter { interpretation.forms.contains($0) }
    var values = ["interpretation": interpretation.title]
    values["forms"] = forms.isEmpty ? nil : forms.map(\.title).joined(separator: "、")
    let (code, outcome, reason): (String, Outcome, InconclusiveReason?) =
      if forms.contains(where: { $0 != .text }) {
        ("various", .pass, nil)
      } else if let doubt = interpretation.doubt ?? (forms.isEmpty ? .ambiguous : nil) {
        ("undecided", .inconclusive, doubt)
      } else {
        ("text-only", .review, .ambiguous)
      }
    return observation(
      code, outcome, reason: reason, subject: interpretation.id, values: values,
      page: PageReference(url: interpretation.url.href, title: interpretation.title))
  }
}
