import AuditModel
import PageModel
import SiteModel
import WebAddress

/// Whether what stands in the guide column is a guide: 条例 art. 12 says what a guide speaks of.
enum ContentCheck {
  enum Answer {
    case right
    case wrong(quote: String)
    case unknown(InconclusiveReason)
  }

  static func guide(_ column: Column, site: Site) -> Answer {
    if column.content.items.isEmpty || column.content.textLength > 400 {
      guard let page = site.landing(at: column.url) else { return .unknown(.notExamined) }
      if marks(page.mainText) >= 3 || marks(page.text) >= 5 { return .right }
      if column.content.items.isEmpty {
        if !column.content.dynamic.isEmpty { return .unknown(.jsOnly) }
        if page.mainText.count < 60 { return .unknown(.ambiguous) }
        return hasAttachment(page.url, site: site)
          ? .unknown(.notExamined) : .wrong(quote: heading(column, site: site))
      }
    }
    return list(column, site: site)
  }

  private static func list(_ column: Column, site: Site) -> Answer {
    if column.content.items.contains(where: { isGuideTitle($0.title) }) { return .right }
    for item in column.content.items.prefix(20) {
      guard let url = item.url, let page = site.landing(at: url) else {
        return .unknown(.notExamined)
      }
      if marks(page.mainText) >= 3 { return .right }
    }
    if column.content.unreadPages > 0 || column.content.itemCount > 20 {
      return .unknown(.captureIncomplete)
    }
    return .wrong(quote: column.content.items.first?.title ?? "")
  }

  /// A column of reports must hold something that calls itself a report of a year.
  static func annualReport(_ column: Column, site: Site) -> Answer {
    let words = ["年度报告", "年报", "年度工作报告", "公开工作报告", "报告"]
    if column.content.items.isEmpty { return .right }
    let titles = column.content.items.map(\.title)
    if titles.contains(where: { title in words.contains { title.contains($0) } }) { return .right }
    if titles.contains(where: { $0.contains("年") && $0.count <= 12 }) { return .right }
    if column.content.unreadPages > 0 { return .unknown(.captureIncomplete) }
    return .wrong(quote: titles.first ?? "")
  }

  static func isGuideTitle(_ title: String) -> Bool {
    title.contains("公开指南")
      || (title.contains("指南") && !title.contains("办事")
        && !title.contains("服务") && !title.contains("申报"))
  }

  private static func heading(_ column: Column, site: Site) -> String {
    let page = site.landing(at: column.url)
    return page?.headings.first { Naming.column($0.text) != Naming.column(column.name) }?.text
      ?? page?.title ?? column.name
  }

  private static func hasAttachment(_ url: WebURL, site: Site) -> Bool {
    site.landing(at: url)?.links.contains { link in
      ["pdf", "doc", "docx", "wps", "ofd"].contains { link.href.lowercased().hasSuffix(".\($0)") }
    } ?? false
  }

  static func marks(_ text: String) -> Int {
    let folded = Naming.fold(text)
    return markWords.count { group in group.contains { folded.contains($0) } }
  }

  private static let markWords: [[String]] = [
    ["公开指南", "编制本指南", "本指南"], ["获取方式", "公开方式", "公开形式", "公开途径", "获取途径"],
    ["依申请公开", "申请公开", "公开申请"], ["工作机构", "公开机构", "受理机构", "受理部门", "承办机构"],
    ["办公地址", "通信地址", "联系地址", "通讯地址"], ["联系电话", "咨询电话", "办公电话"], ["传真"],
    ["办公时间", "受理时间", "工作时间"], ["编排体系", "信息分类", "公开范围", "公开内容", "主动公开"],
    ["监督", "救济", "举报", "行政复议"],
  ]
}
