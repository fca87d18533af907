import SiteModel
import Testing

/// Headlines as portals write them.
@Suite("Titles of yearly reports") struct ReportTitleTests {
  @Test(
    "names kind, year and issuer",
    arguments: [
      ("云溪市交通运输局2023年政府信息公开工作年度报告", "disclosure", 2023, "云溪市交通运输局"),
      ("2023年云溪市人民政府信息公开工作年度报告", "disclosure", 2023, "云溪市人民政府"),
      ("云溪市二〇二三年政府信息公开年度报告", "disclosure", 2023, "云溪市"),
      ("市林业局2018年政务公开年度报告", "disclosure", 2018, "市林业局"),
      ("关于2022年度政府信息公开工作情况的报告.docx", "disclosure", 2022, ""),
      ("云溪市人民政府门户网站政府网站工作年度报表（2025年度）", "website", 2025, "云溪市人民政府"),
      ("2019年度云溪市林业局政府网站工作年度报表", "website", 2019, "云溪市林业局"),
    ])
  func named(title: String, kind: String, year: Int, issuer: String) throws {
    let report = try #require(ReportTitle(title))
    #expect(report.kind.rawValue == kind)
    #expect(report.year == year)
    #expect(report.issuer == issuer)
  }

  @Test(
    "is not fooled by documents about reports",
    arguments: [
      "关于做好2023年政府信息公开工作年度报告编制工作的通知", "一图读懂2023年政府信息公开工作年度报告",
      "云溪市林业局2021年预算公开", "2023年法治政府建设年度报告", "2023年政务公开工作要点", "2023年度",
      "2023年政务公开工作自查报告", "云溪市政务公开第三方评估报告（2023年）",
      "2023年第一季度政府信息公开统计表", "政府信息公开指南",
    ])
  func other(title: String) { #expect(ReportTitle(title) == nil) }

  @Test("takes a bare year in a column of reports only")
  func bare() {
    #expect(ReportTitle("2023年度", isListed: true)?.year == 2023)
    #expect(ReportTitle("2023年度") == nil)
    #expect(ReportTitle("2023年预算", isListed: true) == nil)
  }
}
