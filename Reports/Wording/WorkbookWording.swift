import AuditModel

/// What the sheet 说明 of the workbook says.
enum WorkbookWording {
  static func notes(_ report: AuditReport) -> [FactRow] {
    [
      FactRow(title: "单位", text: SafeText.line(report.unit.name, limit: 80)),
      FactRow(title: "判定基准日", text: Names.day(report.asOf)),
      FactRow(title: "检测批次", text: SafeText.line(report.sweep, limit: 80)),
      FactRow(
        title: "检测时间",
        text: "\(report.startedAt.readable) 至 \(report.finishedAt.readable)（北京时间）"),
      FactRow(title: "程序版本", text: "明察 \(SafeText.line(report.toolVersion, limit: 60))"),
      FactRow(title: "问题清单", text: "检查不符合的事项。“整改时限”由下发单位填写。"),
      FactRow(
        title: "待判定",
        text: "没有查清的事项，不扣分也不得分：待人工判断、无法判定、检测出错、未检测是四种不同的情况。"
          + "“人工结论”供复核人员填写。"),
      FactRow(title: "评分表", text: "得分写成区间的，下限到上限之间取决于尚未判定的事项。"),
      FactRow(title: "问题编码", text: "同一单位、同一检查、同一对象的问题，各次检测编码不变。"),
      FactRow(title: "地址", text: "网页地址一律按文字写入，不是超链接；请复制到浏览器打开。"),
    ]
  }
}
