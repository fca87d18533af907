/// Chinese sentences of the command line itself.
enum Wording {
  static let needsAddress = "请写 http:// 或 https:// 开头的完整地址;检查名单中的单位请加 --registry。"
  static func near(_ names: [String]) -> String {
    names.isEmpty ? "名单是空的。" : "可用:\(names.joined(separator: "、"))。"
  }
}
