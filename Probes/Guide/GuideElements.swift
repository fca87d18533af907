public import AuditModel
public import SiteModel

/// What 条例 art. 12 asks of a guide, element by element.
public struct GuideElements: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "guide.elements", title: "政府信息公开指南要素齐全", family: .guide,
    citations: [
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第十二条第二款", confidence: .verified)
    ],
    checks: "打开指南正文,逐项查找:信息分类、编排体系、获取方式,政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式。",
    passes: "该要素写明,引出所在的一句;联系电话、传真、地址、时间要有具体内容。",
    fails: "指南正文能完整读取而没有该要素,或者只有名目没有内容。",
    cannotDecide: "指南只有附件或图片、页面没有读全的不作结论;只有近似说法(例如提到目录而没有编排体系)的提请人工判断;"
      + "没有指南的按必设栏目提出,不重复计算。",
    codes: [
      "guide.elements.found", "guide.elements.missing", "guide.elements.empty",
      "guide.elements.weak", "guide.elements.undecided", "guide.elements.no-guide",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    GuideAnswers(GuideReading(site), GuideElement.article12).observations(of: self)
  }
}
