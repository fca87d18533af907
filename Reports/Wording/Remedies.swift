extension Wording {
  /// What a unit should do, by observation code.
  static let remedies: [String: Sentence] = {
    var table: [String: Sentence] = [
      "columns.required.missing": Sentence("请设置{column|该栏目}，并在首页或政府信息公开平台提供入口。"),
      "columns.required.blank": Sentence("请在{column|该栏目}发布应公开的内容；确无内容的，发布情况说明。"),
      "columns.required.unreachable": Sentence("请修复{column|该栏目}的入口地址，保证能够打开。"),
      "columns.required.wrong-content": Sentence("请在{column|该栏目}发布与名称相符的内容。"),
      "columns.topics.missing": Sentence("请在法定主动公开内容中补充{column|该事项}。"),
      "columns.topics.blank": Sentence("请发布{column|该事项}的内容；确无内容的，发布情况说明。"),
      "columns.topics.unreachable": Sentence("请修复{column|该事项}的入口地址，保证能够打开。"),
      "columns.blank.blank": Sentence("请补充内容；不再使用的栏目请按程序撤并。"),
      "site.search.absent": Sentence("请提供站内搜索入口。"),
      "freshness.home.stale": Sentence("请及时更新首页信息[，期限{limit}]。"),
      "freshness.home.undated": Sentence("请为首页信息标注发布日期并及时更新。"),
      "freshness.column.stale": Sentence("请及时更新[，期限{limit}]；不再更新的栏目请撤并或注明归档。"),
      "freshness.column.undated": Sentence("请为每条信息标注发布日期并及时更新。"),
      "interpretation.policy-to-interpretation.missing-link": Sentence(
        "请在政策文件页面链接其解读材料。"),
      "interpretation.missing.missing": Sentence(
        "请编制并发布解读材料，与政策文件相互链接；无需解读的，写明理由。"),
      "interpretation.delay.late": Sentence("今后请将解读与文件同步组织、同步发布[，最迟不超过{limit}个工作日]。"),
      "interpretation.interpretation-to-policy.missing-link": Sentence(
        "请在解读材料页面链接被解读的政策文件。"),
    ]
    for kind in ["page", "attachment", "image", "external"] {
      table["links.dead-\(kind).dead"] = Sentence("请修正或撤下该链接，并检查同类地址。")
    }
    return [
      columnListRemedies, guideRemedies, annualReportRemedies, policyRemedies, siteRemedies,
      safetyRemedies, outboundRemedies, namedRemedies, serviceRemedies,
      attachmentRemedies,
    ].reduce(table) { all, family in all.merging(family) { first, _ in first } }
  }()
}
