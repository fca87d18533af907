/// Chinese sentences of the command line itself.
enum Wording {
  static let needsAddress = "请写 http:// 或 https:// 开头的完整地址;检查名单中的单位请加 --registry。"
  static let notADay = "日期写作 YYYY-MM-DD,如 2026-11-21,且须是真实的日期。"
  static let notAnOverride = "写作 主机:端口:地址,地址是 IP,如 www.example.gov.cn:80:127.0.0.1。"
  static let pageNeedsFile = "请给出一个 HTML 文件,或用 --list 给出清单。"
  static func pageAddress(_ text: String) -> String { "错误:“\(text)”不是完整的网址。" }
  static func pageUnreadable(_ file: String) -> String { "错误:读不了文件“\(file)”。" }
  static func resumed(_ label: String, _ start: String) -> String {
    "接着上次中断的检查 \(label)(\(start) 开始)继续。"
  }
  static func near(_ names: [String]) -> String {
    names.isEmpty ? "名单是空的。" : "可用:\(names.joined(separator: "、"))。"
  }
  static func misfit(
    _ unit: String, _ kind: String, _ scheme: String, appliesTo: String
  ) -> String {
    "提醒:\(unit)的类型是“\(kind)”,方案 \(scheme) 适用于“\(appliesTo)”。请核对 kind 或 schemes;仍按所选方案计算。"
  }
}
