import AuditModel

/// Sentences about the report as a whole.
enum OverviewWording {
  /// The one paragraph a reader in a hurry reads.
  static func verdict(problems: Int, undecided: Int, coverage: Coverage) -> String {
    var parts = ["本次读取网页 \(coverage.pages) 页，检查链接 \(coverage.linksChecked) 个。"]
    parts.append(problems == 0 ? "未发现不符合的事项。" : "发现不符合的事项 \(problems) 处。")
    if undecided > 0 {
      parts.append("另有 \(undecided) 处没有查清，不扣分也不得分，需人工判断或再次检查。")
    }
    if coverage.isPartial { parts.append("检查在完成前停止，未检查到的内容不作结论。") }
    return parts.joined()
  }
}
