public import AuditModel
public import SiteModel
import WebAddress

/// Whether a visitor is told before leaving for a site that is no government's.
public struct LeavingPrompt: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "links.leaving-prompt", title: "站外链接离站提示", family: .links,
    citations: [
      Citation(
        document: "国务院办公厅关于印发政府网站发展指引的通知(国办发〔2017〕47号)", place: "打开非政府网站链接应有提示",
        confidence: .memory)
    ],
    checks: "页面上有没有直接指向非政府网站的链接。",
    passes: "没有直接指向非政府网站的链接,或都先经过本站的中转页。",
    fails: "不自动认定。",
    cannotDecide: "有直接指向非政府网站的链接时,点击后有没有“即将离开”的提示由脚本决定,请人工点击查看。",
    codes: ["links.leaving-prompt.to-try", "links.leaving-prompt.none"])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard let example = site.outbound.example else {
      return [observation("none", site.outbound.pages == 0 ? .notChecked : .pass, subject: "*")]
    }
    return [
      observation(
        "to-try", .review, reason: .ambiguous, subject: "*",
        values: ["count": String(site.outbound.ordinary)], page: example.page,
        link: LinkReference(url: example.url.href, text: example.text), locator: example.locator)
    ]
  }
}
