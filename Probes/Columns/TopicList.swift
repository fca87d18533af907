import SiteModel

/// Topics that platforms must or should show, with the words by which portals name them.
enum TopicList {
  /// 条例 art. 20, items 1 to 15.
  static let statutory: [WantedColumn] = [
    WantedColumn(
      id: "statutory.1", title: "行政法规、规章和规范性文件", types: [.normativeDocuments, .policyFiles],
      contained: ["规范性文件", "法规规章", "行政法规", "政策法规", "规章文件"], excluded: ["清理", "解读", "备案"]),
    WantedColumn(
      id: "statutory.2", title: "机关职能、机构设置和联系方式", types: [.functions, .leaders],
      contained: ["机构职能", "机关职能", "机构设置", "部门职责", "主要职责", "机关简介", "机构职责", "机构概况"]),
    WantedColumn(
      id: "statutory.3", title: "国民经济和社会发展规划、专项规划、区域规划", types: [.planning],
      contained: ["规划计划", "发展规划", "专项规划", "规划信息", "规划纲要", "五年规划", "计划规划"]),
    WantedColumn(
      id: "statutory.4", title: "统计信息", types: [.statistics],
      contained: ["统计信息", "统计数据", "统计公报", "数据统计", "统计月报"], excluded: ["留言", "办件"]),
    WantedColumn(
      id: "statutory.5", title: "行政许可等事项的依据、条件、程序和办理结果",
      contained: ["行政许可", "许可服务", "许可事项", "行政审批", "审批结果", "许可和其他对外管理"]),
    WantedColumn(
      id: "statutory.6", title: "行政处罚、行政强制的依据、条件、程序和处罚决定",
      contained: ["行政处罚", "处罚强制", "行政强制", "处罚决定", "许可处罚", "行政执法"]),
    WantedColumn(
      id: "statutory.7", title: "财政预算、决算", types: [.budget],
      contained: ["预决算", "预算决算", "财政预算", "部门预算", "部门决算", "财政决算"]),
    WantedColumn(
      id: "statutory.8", title: "行政事业性收费项目及依据、标准",
      contained: ["行政事业性收费", "收费项目", "收费标准", "涉企收费", "收费清单", "收费信息"]),
    WantedColumn(
      id: "statutory.9", title: "政府集中采购目录、标准及实施情况", contained: ["政府采购", "集中采购", "采购信息"]),
    WantedColumn(
      id: "statutory.10", title: "重大建设项目的批准和实施",
      contained: ["重大建设项目", "重大项目", "重点项目", "重点工程", "建设项目"], excluded: ["环评", "环境影响"]),
    WantedColumn(
      id: "statutory.11", title: "扶贫、教育、医疗、社会保障、促进就业政策及实施",
      contained: ["扶贫", "乡村振兴", "社会保障", "民生信息", "促进就业", "就业创业", "医疗卫生", "教育信息", "社会救助"]),
    WantedColumn(
      id: "statutory.12", title: "突发公共事件应急预案、预警信息及应对",
      contained: ["应急管理", "应急预案", "突发事件", "突发公共事件", "预警信息"]),
    WantedColumn(
      id: "statutory.13", title: "环境保护、公共卫生、安全生产、食品药品、产品质量监督检查",
      contained: ["安全生产", "食品药品", "环境保护", "公共卫生", "产品质量", "监督检查", "监管信息"]),
    WantedColumn(
      id: "statutory.14", title: "公务员招考职位、名额、报考条件和录用结果",
      contained: ["公务员招考", "招考录用", "公务员招录", "公务员管理", "录用调配", "人事考试", "招录", "考录"]),
    WantedColumn(
      id: "statutory.15", title: "法律法规规定应当主动公开的其他信息",
      contained: ["其他主动公开", "其他应当公开", "其他公开", "其他法定", "应主动公开的其他", "其他信息"]),
  ]

  /// Topics that local schemes name.
  static let named: [WantedColumn] = [
    WantedColumn(
      id: "interpretation", title: "政策解读", types: [.interpretation], contained: ["政策解读", "文件解读"]),
    WantedColumn(
      id: "normative-documents", title: "规范性文件", types: [.normativeDocuments],
      neighbours: [.policyFiles], contained: ["规范性文件"], excluded: ["清理", "备案", "解读"]),
    WantedColumn(id: "response", title: "回应关切", types: [.response], contained: ["回应关切", "热点回应"]),
    WantedColumn(
      id: "power-list", title: "权责清单", types: [.powerList],
      contained: ["权责清单", "责权清单", "权力清单", "责任清单", "权力和责任"]),
    WantedColumn(
      id: "functions", title: "机构职能", types: [.functions],
      contained: ["机构职能", "机关职能", "部门职责", "主要职责", "机关简介", "机构职责", "机构设置", "机构概况"]),
    WantedColumn(
      id: "proposals", title: "建议提案办理", types: [.proposals],
      contained: ["建议提案", "提案建议", "建议和提案", "提案办理", "人大建议"]),
    WantedColumn(
      id: "decisions", title: "重大行政决策", types: [.decisions],
      contained: ["重大行政决策", "重大决策", "行政决策", "决策公开", "决策预公开"]),
    WantedColumn(
      id: "budget", title: "财政预决算", types: [.budget],
      contained: ["预决算", "预算决算", "财政预算", "部门预算", "部门决算", "财政决算"]),
    WantedColumn(
      id: "licensing-results", title: "行政许可结果",
      contained: ["行政许可", "许可结果", "审批结果", "许可处罚", "双公示"]),
    WantedColumn(
      id: "penalty-results", title: "行政处罚结果",
      contained: ["行政处罚", "处罚结果", "处罚决定", "许可处罚", "双公示"]),
    WantedColumn(id: "double-random", title: "双随机、一公开", contained: ["双随机", "随机抽查"]),
    WantedColumn(
      id: "service-list", title: "政务服务事项目录",
      contained: ["政务服务事项", "服务事项目录", "服务事项清单", "办事事项", "事项目录", "公共服务事项"]),
    WantedColumn(
      id: "key-projects", title: "重大建设项目",
      contained: ["重大建设项目", "重大项目", "重点项目", "重点工程"], excluded: ["环评", "环境影响"]),
    WantedColumn(
      id: "public-resources", title: "公共资源配置", contained: ["公共资源配置", "公共资源交易", "公共资源"]),
    WantedColumn(
      id: "public-welfare", title: "社会公益事业建设", contained: ["社会公益", "公益事业"]),
    WantedColumn(
      id: "meetings", title: "会议公开", contained: ["会议公开", "常务会议", "政府会议", "会议信息", "会议开放"]),
    WantedColumn(
      id: "supervision", title: "督查公开", contained: ["督查公开", "督查督办", "督查情况", "政务督查", "督查信息"]),
    WantedColumn(id: "audit", title: "审计公开", contained: ["审计公开", "审计结果", "审计公告", "审计信息"]),
  ]

  static var all: [WantedColumn] { statutory + named }

  /// Pairs that speak of the same column: a fault in it is reported once, under the second.
  static let twins: [String: String] = [
    "statutory.1": "normative-documents", "statutory.2": "functions", "statutory.7": "budget",
    "statutory.5": "licensing-results", "statutory.6": "penalty-results",
    "statutory.10": "key-projects",
  ]
}
