/// Words by which portals name their columns, as data: the 国办发〔2017〕47号 values of
/// `ColumnType`, names and synonyms met in practice, and folder names in addresses.
public enum ColumnVocabulary {
  struct Rule: Sendable {
    let type: ColumnType
    var names: Set<String> = []
    var endings: [String] = []
    var contained: [String] = []
    var excluded: [String] = []

    /// - Parameter isNamed: whether the folded name is one of ``names``.
    func matches(_ name: String, isNamed: Bool) -> Bool {
      guard
        isNamed || endings.contains(where: { name.endsFolded(in: $0) })
          || contained.contains(where: { name.holdsFolded($0) })
      else { return false }
      return !excluded.contains { name.holdsFolded($0) }
    }
  }

  /// In order: the first rule that matches names the type.
  static let rules: [Rule] = [
    Rule(
      type: .websiteReport,
      endings: [
        "网站工作年度报表", "网站年度报表", "网站工作报表", "网站监管年度报表", "网站年度工作报表", "网站年度报告",
        "网站工作年度报告", "网站工作年报", "网站年报", "年度报表",
      ]),
    Rule(
      type: .guide, names: ["公开指南", "信息公开指南", "政府信息公开指南", "政务公开指南"],
      endings: ["公开指南", "公开工作指南"], excluded: ["办事", "编制", "通知", "依申请"]),
    Rule(
      type: .application, names: ["申请公开", "信息公开申请", "网上申请公开"],
      endings: ["公开申请", "公开申请表", "公开在线申请"], contained: ["依申请公开"],
      excluded: ["流程", "规定", "情况", "统计", "答复"]),
    Rule(
      type: .annualReport,
      names: ["年报", "历年年报", "年度报告", "公开年报", "公开年度报告", "信息公开年报", "工作年报", "年报公开"],
      endings: [
        "信息公开年报", "政务公开年报", "信息公开年度报告", "信息公开工作年度报告", "信息公开工作年报",
        "政务公开年度报告", "政务公开工作年度报告", "公开工作报告",
      ], excluded: ["网站"]),
    Rule(
      type: .institutions, names: ["公开制度", "公开规定", "信息公开制度", "制度文件"],
      endings: ["公开制度", "公开制度文件", "公开工作制度", "公开规定", "公开相关制度", "公开规章制度", "公开制度规范"]),
    Rule(
      type: .statutory,
      names: [
        "法定主动公开内容", "法定主动公开", "主动公开内容", "法定公开内容", "主动公开", "公开目录", "信息公开目录",
        "政府信息公开目录", "主动公开目录", "主动公开基本目录", "政务公开目录",
      ],
      endings: [
        "法定主动公开内容", "信息公开目录", "主动公开目录", "公开基本目录", "主动公开事项目录", "主动公开信息",
      ]),
    Rule(
      type: .platform,
      names: [
        "政府信息公开", "信息公开", "政务公开", "政府信息公开专栏", "政府信息公开平台", "信息公开平台",
        "信息公开专栏", "政务公开平台", "政府信息公开专题", "政务公开专栏",
      ]),
    Rule(
      type: .interpretation,
      names: [
        "解读", "政策解读", "文件解读", "专家解读", "部门解读", "图解", "图解政策", "政策图解", "文字解读",
        "图文解读", "解读回应", "政策解答", "媒体解读", "图片解读",
      ], endings: ["政策解读", "文件解读"], excluded: ["制度", "办法"]),
    Rule(
      type: .response, names: ["回应关切", "热点回应", "回应", "互动回应", "舆情回应", "关切回应", "民生关切"],
      endings: ["回应关切", "热点回应"]),
    Rule(
      type: .normativeDocuments,
      names: ["规范性文件", "行政规范性文件", "规范文件", "现行有效规范性文件"], endings: ["规范性文件"],
      excluded: ["清理", "制定", "征求", "备案"]),
    Rule(
      type: .policyFiles,
      names: [
        "政策", "政策文件", "政策法规", "政府文件", "部门文件", "法规文件", "政策信息", "最新政策", "本级文件",
        "政策公开", "政策库", "政策文件库", "文件库", "法律法规", "上级文件", "规章", "政府规章", "规章库", "本级政策",
        "本机关文件", "政策法规文件", "文件公开", "其他文件", "惠企政策",
      ], endings: ["政策文件", "政策法规", "政府文件", "部门文件"]),
    Rule(
      type: .notice,
      names: [
        "通知公告", "公告公示", "公示公告", "公告", "通知", "公示", "公告栏", "最新公告", "最新通知", "通告",
        "文件通知", "公文通知",
      ],
      endings: ["通知公告", "公示公告", "公告公示", "通知公示"]),
    Rule(
      type: .personnel,
      names: ["人事任免", "人事信息", "人事", "人事管理", "任免信息", "干部任免", "干部人事"], endings: ["人事任免"]),
    Rule(
      type: .planning,
      names: [
        "规划计划", "规划信息", "计划规划", "发展规划", "工作规划", "规划", "计划总结", "专项规划", "工作计划",
        "规划纲要",
      ], endings: ["规划计划", "发展规划"]),
    Rule(type: .statistics, names: ["统计信息", "统计数据", "统计公报", "数据发布", "统计"]),
    Rule(
      type: .budget,
      names: [
        "财政预决算", "预算决算", "预决算", "部门预决算", "预决算公开", "财政信息", "财政资金", "三公经费",
        "部门预算", "部门决算", "财政预算", "财政决算",
      ],
      contained: ["预决算", "预算决算"]),
    Rule(type: .powerList, contained: ["权责清单", "责权清单", "权力清单", "责任清单", "权力和责任清单"]),
    Rule(
      type: .proposals,
      contained: [
        "建议提案", "提案建议", "建议和提案", "提案办理", "人大代表建议", "政协提案", "提案答复", "提案议案",
      ]),
    Rule(type: .decisions, contained: ["重大行政决策", "重大决策", "行政决策"]),
    Rule(
      type: .functions,
      names: [
        "机构职能", "机构职责", "单位职责", "部门职责", "职责职能", "主要职责", "机关职能", "职能职责", "机关简介",
        "机构概况", "机构设置", "内设机构", "单位概况", "部门概况", "机构简介", "单位简介", "部门职能", "单位职能",
        "机构信息", "组织机构", "职能介绍",
      ], endings: ["机构职能", "主要职责"]),
    Rule(
      type: .leaders,
      names: [
        "领导信息", "领导介绍", "负责人信息", "领导之窗", "领导分工", "领导班子", "领导简介", "领导成员",
        "部门领导", "局领导", "厅领导", "县领导", "区领导", "市领导", "现任领导",
      ]),
    Rule(
      type: .consultation,
      names: ["咨询投诉", "网上咨询", "领导信箱", "局长信箱", "在线咨询", "留言咨询", "公众留言", "网上信访"]),
    Rule(
      type: .survey, names: ["征集调查", "意见征集", "民意征集", "网上调查", "调查征集", "在线调查", "征求意见"]),
    Rule(type: .interview, names: ["在线访谈", "访谈", "嘉宾访谈"]),
    Rule(type: .openData, names: ["数据开放", "开放数据"]),
    Rule(type: .service, names: ["办事服务", "政务服务", "办事指南", "网上办事", "在线办事", "公共服务"]),
    Rule(
      type: .news,
      names: [
        "动态", "要闻", "新闻", "动态要闻", "工作动态", "政务动态", "新闻动态", "政务要闻", "图片新闻", "部门动态",
        "业务动态", "新闻中心", "新闻资讯", "今日要闻",
      ], endings: ["动态", "要闻", "新闻"], excluded: ["价格", "疫情", "市场", "行情", "招聘"]),
    Rule(type: .overview, names: ["概况信息", "概况", "市情概况", "走进"]),
    Rule(type: .home, names: ["首页", "网站首页"]),
  ]

  /// The type a column's name stands for; nil when no rule knows it.
  public static func type(ofName name: some StringProtocol) -> ColumnType? {
    let folded = Naming.column(name)
    return type(ofFolded: folded)
  }

  /// The type a name stands for that ``Naming/column(_:)`` has folded already.
  public static func type(ofFolded name: String) -> ColumnType? {
    type(ofFolded: name, longest: 30)
  }

  private static func type(ofFolded name: String, longest: Int) -> ColumnType? {
    // Ideographs take three bytes: what has fewer bytes has fewer characters.
    guard !name.isEmpty, name.utf8.count <= longest || name.count <= longest else { return nil }
    let named = rulesByName[name] ?? []
    for (number, rule) in rules.enumerated()
    where rule.matches(name, isNamed: named.contains(number)) {
      return rule.type
    }
    return nil
  }

  /// Which rules know a name exactly.
  private static let rulesByName: [String: [Int]] = {
    var table: [String: [Int]] = [:]
    for (number, rule) in rules.enumerated() {
      for name in rule.names { table[name, default: []].append(number) }
    }
    return table
  }()

  /// Whether a label names a column that may be one text. An article labelled `…工作动态` or
  /// `…第三期新闻` is a headline somewhere (上一篇, 下一篇), never the column of that type.
  static func isOneText(_ name: String) -> Bool {
    type(ofName: name).map { !lists.contains($0) } ?? false
  }

  /// Columns that are lists of documents by their nature.
  private static let lists: Set<ColumnType> = [
    .news, .notice, .policyFiles, .normativeDocuments, .interpretation, .response, .personnel,
    .planning, .statistics,
  ]

  /// The type of column a headline would belong in: a document is named like the column that
  /// holds it, with the unit's full name before it.
  public static func type(ofHeadline title: some StringProtocol) -> ColumnType? {
    let folded = Naming.column(title)
    return type(ofFolded: folded, longest: 80)
  }

  /// The type a `ColumnType` meta stands for; a GUID, `####` or an empty value is nothing.
  public static func type(ofMeta value: String) -> ColumnType? {
    let folded = Naming.column(value)
    guard folded.unicodeScalars.contains(where: { $0.value > 0x3000 }) else { return nil }
    return metaWords[folded] ?? type(ofName: folded)
  }

  private static let metaWords: [String: ColumnType] = [
    "概况信息": .overview, "机构职能": .functions, "负责人信息": .leaders, "工作动态": .news,
    "政务动态": .news, "政策文件": .policyFiles, "信息公开指南": .guide, "信息公开目录": .statutory,
    "信息公开年报": .annualReport, "依申请公开": .application, "数据发布": .statistics,
    "数据开放": .openData, "政策解读": .interpretation, "回应关切": .response, "办事服务": .service,
    "咨询投诉": .consultation, "征集调查": .survey, "在线访谈": .interview, "首页": .home,
  ]

  /// The type a folder or file name in an address hints at.
  public static func type(ofPath path: String) -> ColumnType? {
    for part in path.lowercased().split(separator: "/").reversed().prefix(2) {
      let stem = part.split(separator: ".").first.map(String.init) ?? ""
      if let type = slugs[stem.filter(\.isLetter)] { return type }
    }
    return nil
  }

  private static let slugs: [String: ColumnType] = [
    "zfxxgkzn": .guide, "xxgkzn": .guide, "gkzn": .guide,
    "zfxxgkzd": .institutions, "xxgkzd": .institutions, "gkzd": .institutions,
    "fdzdgk": .statutory, "fdzdgknr": .statutory, "zdgknr": .statutory,
    "zfxxgknb": .annualReport, "xxgknb": .annualReport, "gknb": .annualReport,
    "xxgkndbg": .annualReport, "zfxxgkndbg": .annualReport,
    "ysqgk": .application, "zcjd": .interpretation, "wjjd": .interpretation,
    "tzgg": .notice, "gsgg": .notice, "gggs": .notice,
    "zcwj": .policyFiles, "zfwj": .policyFiles, "bmwj": .policyFiles, "zcfg": .policyFiles,
    "gfxwj": .normativeDocuments, "xzgfxwj": .normativeDocuments,
    "gzdt": .news, "xwdt": .news, "zwdt": .news, "zwyw": .news,
    "rsrm": .personnel, "rsxx": .personnel, "ghjh": .planning, "hygq": .response,
    "wzndbb": .websiteReport, "wzgzndbb": .websiteReport, "zfwzndbb": .websiteReport,
    "zfxxgk": .platform, "jgzn": .functions, "ldxx": .leaders,
  ]

  static let titles: [ColumnType: String] = [
    .home: "首页", .overview: "概况信息", .functions: "机构职能", .leaders: "负责人信息",
    .platform: "政府信息公开平台", .guide: "政府信息公开指南", .institutions: "政府信息公开制度",
    .statutory: "法定主动公开内容", .annualReport: "政府信息公开年报", .application: "依申请公开",
    .websiteReport: "政府网站工作年度报表", .news: "动态要闻", .notice: "通知公告",
    .policyFiles: "政策文件", .normativeDocuments: "规范性文件", .interpretation: "政策解读",
    .response: "回应关切", .personnel: "人事信息", .planning: "规划计划", .statistics: "统计信息",
    .budget: "财政预决算", .service: "办事服务", .consultation: "咨询投诉", .survey: "征集调查",
    .interview: "在线访谈", .openData: "数据开放", .powerList: "权责清单", .proposals: "建议提案",
    .decisions: "重大行政决策",
  ]
}
