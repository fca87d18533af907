public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// What a guide must say on how to apply, element by element.
public struct GuideApplication: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "guide.application", title: "指南载明依申请公开办法", family: .guide,
    citations: [
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第二十九条、第三十三条、第四十二条、第五十一条",
        confidence: .verified),
      Citation(
        document: "六盘水市2020年度县级政府政务公开工作考核指标", place: "依申请公开信件办理", confidence: .observed),
    ],
    checks: "在指南正文和依申请公开栏目正文中逐项查找:提交方式、办理流程、答复时限、收费标准、监督和救济渠道、申请表。",
    passes: "该要素写明,引出所在的一句。",
    fails: "两处正文都能完整读取而都没有写明提交方式、办理流程、答复时限、收费标准或者救济渠道。",
    cannotDecide: "指南或依申请公开栏目只有附件、图片或者由脚本生成的不作结论;没有申请表、只有近似说法的提请人工判断;"
      + "依申请公开栏目本身缺失、空白或打不开的,按必设栏目提出,不重复计算。",
    codes: [
      "guide.application.found", "guide.application.missing", "guide.application.empty",
      "guide.application.weak", "guide.application.undecided", "guide.application.no-guide",
      "guide.application.same-fault",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let guide = GuideReading(site)
    var answers = GuideAnswers(guide, GuideElement.application)
    answers.second = ApplicationPage(site, guide: guide)
    answers.questions = ["form"]
    return answers.observations(of: self)
  }
}

/// The text of the column on applications, when it is not the guide itself.
struct ApplicationPage {
  let text: LabelledText
  /// Why something may stand there unseen.
  let doubt: InconclusiveReason?
  /// The column itself is missing, blank or dead, which is a fault of its own.
  let isFaulty: Bool
  let page: PageReference?

  init(_ site: Site, guide: GuideReading) {
    let wanted = RequiredColumns.wanted.first { $0.id == "application" }
    let sighting = wanted.map { RequiredColumns.sighting(of: $0, search: ColumnSearch(site)) }
    isFaulty =
      switch sighting?.state {
      case .missing, .blank, .unreachable: true
      default: false
      }
    let url = sighting?.column?.url ?? sighting?.entry?.url
    guard let sighting, let url, let page = site.landing(at: url) else {
      text = LabelledText([])
      doubt = sighting?.state == .undecided ? sighting?.reason ?? .ambiguous : nil
      self.page = nil
      return
    }
    self.page = PageReference(url: page.url.href, title: sighting.column?.name ?? page.title)
    var lines = TextLines.lines(page.mainText)
    for item in (sighting.column?.content.items ?? []).prefix(8) {
      if let next = item.url.flatMap({ site.landing(at: $0) }) {
        lines += TextLines.lines(next.mainText)
      }
    }
    text = LabelledText(lines)
    doubt = page.laterContent.isEmpty ? nil : .jsOnly
  }
}
