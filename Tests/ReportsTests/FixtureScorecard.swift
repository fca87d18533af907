import AuditModel

@testable import Reports

extension Fixture {
  static let points: [String: String] = Dictionary(
    uniqueKeysWithValues: [
      (findings[0].id, "扣2分"), (findings[1].id, "扣3分"), (findings[4].id, "扣0.5分"),
      (findings[8].id, "与另2条共扣0.9分"), (findings[9].id, "与另2条共扣0.9分"),
      (findings[10].id, "与另2条共扣0.9分"),
    ])

  static let scorecard = ScorecardRows(
    scheme: "suizhou-2020-third-party-department", title: "随州市2020年政务公开第三方评估指标（部门）",
    source: "随政公开办〔2020〕9号", marks: "100", interval: "61.4～93.6", isSingle: false,
    lowShare: 0.614, highShare: 0.936, coverage: "67.8%",
    remarks: ["否决事项尚未判定：提供虚假材料（总分按零分计）。"], indicators: indicators,
    fixFirst: [
      fix("T.1.2", 3, "3", 1, [1]), fix("T.1.1", 2, "2", 0.667, [0]),
      fix("T.3.1", 0, "0.9", 0.3, [8, 9, 10]), fix("T.2.1", 1, "0.5", 0.167, [4]),
    ])

  private static func fix(
    _ id: String, _ index: Int, _ points: String, _ share: Double, _ found: [Int]
  ) -> FixFirstRow {
    FixFirstRow(
      indicator: id, path: indicators.first { $0.id == id }?.path ?? [], points: points,
      share: share, findings: found.map { findings[$0].id })
  }

  private static let indicators = [
    line("T.1", nil, ["平台建设"], "40", "22～35", "partly", "小计 22～35，满分 40。"),
    line(
      "T.1.1", "T.1", ["平台建设", "政府信息公开指南"], "2", "0", "determined",
      "未找到指南，全有或全无：2×0=0。", [0]),
    line(
      "T.1.2", "T.1", ["平台建设", "政府信息公开年报"], "3", "0", "determined",
      "年报无法访问，3×0=0。", [1]),
    line(
      "T.1.3", "T.1", ["平台建设", "法定主动公开内容"], "35", "22～35", "open",
      "内容由脚本生成，尚未判定。", [14, 2, 3]),
    line("T.2", nil, ["信息发布"], "30", "19.5～29.5", "partly", "小计 19.5～29.5，满分 30。"),
    line(
      "T.2.1", "T.2", ["信息发布", "栏目更新", "通知公告"], "10", "9.5", "determined",
      "1 个栏目逾期，每个扣0.5分：10−0.5=9.5。", [4]),
    line(
      "T.2.2", "T.2", ["信息发布", "栏目更新", "工作动态"], "20", "10～20", "open",
      "日期晚于检测日，待人工判断。", [15]),
    line("T.3", nil, ["运行维护"], "30", "19.9～29.1", "partly", "小计 19.9～29.1，满分 30。"),
    line(
      "T.3.1", "T.3", ["运行维护", "链接可用"], "10", "9.1", "determined",
      "失效链接 3 条，每条扣0.3分：10−0.9=9.1。", [8, 9, 10]),
    line(
      "T.3.2", "T.3", ["运行维护", "由人工评定的事项"], "20", "10.8～20", "open", "等待人工评定。"),
  ]

  private static func line(
    _ id: String, _ parent: String?, _ path: [String], _ marks: String, _ score: String,
    _ state: String, _ text: String, _ found: [Int] = []
  ) -> IndicatorLine {
    let titles = ["determined": "已判定", "partly": "部分判定", "open": "未判定"]
    return IndicatorLine(
      id: id, parent: parent, path: path, marks: marks, score: score, state: state,
      stateTitle: titles[state] ?? state, explanation: [text],
      findings: found.map { findings[$0].id })
  }
}
