import SiteModel
import Testing

/// Names by which portals call the columns that rules ask for, beside names that only sound alike.
struct ColumnNameTests {
  private static let named: [(ColumnType, String)] = [
    (
      .guide,
      """
      政府信息公开指南 信息公开指南 公开指南 政务公开指南 云山县政府信息公开指南 县教育局政府信息公开指南 \
      政府信息公开指南(2024年修订) 一、政府信息公开指南 部门信息公开指南 云山县人民政府办公室信息公开指南 信息公开工作指南 \
      政府信息公开工作指南
      """
    ),
    (
      .annualReport,
      """
      政府信息公开年报 信息公开年报 年报 公开年报 政府信息公开年度报告 信息公开年度报告 年度报告 政府信息公开工作年度报告 \
      信息公开工作年报 政务公开年报 公开年度报告 政府信息公开工作报告 历年年报 政务公开工作年度报告 政府信息公开工作年报 \
      信息公开工作年度报告 2023年政府信息公开工作年度报告 部门信息公开年报 年报公开
      """
    ),
    (
      .statutory,
      """
      法定主动公开内容 主动公开 法定公开内容 政府信息公开目录 信息公开目录 公开目录 主动公开目录 主动公开基本目录 法定主动公开 \
      政府信息主动公开目录 政府信息主动公开基本目录 部门信息公开目录 主动公开事项目录 政府信息公开基本目录 主动公开内容 \
      法定主动公开信息
      """
    ),
    (
      .application,
      """
      依申请公开 申请公开 政府信息依申请公开 依申请公开系统 依申请公开平台 信息公开申请 政府信息公开申请 依申请公开指南 \
      依申请公开申请表 网上申请公开 依申请公开受理 依申请公开在线申请 政府信息公开申请表
      """
    ),
    (
      .institutions,
      """
      政府信息公开制度 信息公开制度 公开制度 公开规定 制度文件 政府信息公开规定 政务公开制度 公开工作制度 政府信息公开工作制度 \
      政府信息公开相关制度 信息公开制度规范 政府信息公开制度文件 政府信息公开规章制度
      """
    ),
    (
      .websiteReport,
      "政府网站工作年度报表 政府网站年度报表 网站工作年度报表 网站年报 政府网站监管年度报表 政府网站工作年报"
    ),
    (.interpretation, "政策解读 文件解读 解读 专家解读 图解政策 部门政策解读 媒体解读 政策图解"),
    (.normativeDocuments, "规范性文件 行政规范性文件 部门规范性文件 现行有效规范性文件 县政府规范性文件"),
    (.leaders, "领导之窗 领导信息 领导介绍 负责人信息 领导分工 部门领导 局领导 领导班子 县领导"),
    (.functions, "机构职能 主要职责 机构设置 内设机构 机构概况 部门职责 机构信息"),
    (.proposals, "建议提案 人大代表建议 建议提案办理 政协提案答复 人大代表建议回复 政协提案议案回复 提案办理"),
    (.budget, "财政预决算 部门预决算 预算/决算 财政信息 三公经费 预决算公开 部门预算 部门决算"),
    (.notice, "通知公告 公示公告 公告 通知 公告公示 文件通知 公文通知"),
    (.powerList, "权责清单 权力清单 责任清单 行政权力清单"),
    (.planning, "规划计划 发展规划 规划信息 工作计划 专项规划"),
    (.personnel, "人事任免 人事信息 干部任免 任免信息"),
    (.news, "工作动态 政务动态 部门动态 新闻动态 政务要闻 图片新闻 今日要闻"),
  ]

  /// Names that sound like a required column and are none.
  private static let similar = """
    办事指南 服务指南 申报指南 招生指南 权责目录 政务服务事项目录 行政许可目录 企业年报 统计年报 法治政府建设年度报告 \
    社会保险年度报告 举报指南 就业指南
    """

  private static let required: Set<ColumnType> = [
    .guide, .annualReport, .statutory, .application, .institutions, .websiteReport,
  ]

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }

  @Test("columns are known by the names portals give them")
  func known() {
    for (type, list) in Self.named {
      for name in names(list) { #expect(ColumnType(named: name) == type, "\(name)") }
    }
  }

  @Test("what only sounds like a required column is none", arguments: names(similar))
  func alike(name: String) {
    #expect(ColumnType(named: name).map(Self.required.contains) != true)
  }
}

private func names(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
