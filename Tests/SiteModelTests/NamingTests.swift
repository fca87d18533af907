import SiteModel
import Testing

@Suite("Names") struct NamingTests {
  @Test(
    "a policy and its interpretation share the core of their titles",
    arguments: [
      ("示例市人民政府办公室关于印发示例市物业管理办法的通知", "《示例市物业管理办法》政策解读"),
      ("关于印发《示例市物业管理办法》的通知", "【政策解读】《示例市物业管理办法》解读"),
      ("关于印发《示例市物业管理办法(试行)》的通知", "一图读懂《示例市物业管理办法》"),
      ("示例市人社局关于做好稳就业工作的通知", "《关于做好稳就业工作的通知》解读"),
    ])
  func core(policy: String, interpretation: String) {
    #expect(Naming.titleCore(policy) == Naming.titleCore(interpretation))
    #expect(Naming.titleCore(policy).count >= 6)
  }

  @Test("different years are different documents")
  func years() {
    #expect(
      Naming.titleCore("关于印发2025年工作要点的通知") != Naming.titleCore("关于印发2026年工作要点的通知"))
  }

  @Test(
    "labels name column types",
    arguments: [
      ("政府信息公开指南", ColumnType.guide), ("一、政府信息公开指南(2024年版)", .guide),
      ("信息公开年报", .annualReport), ("政府网站工作年度报表", .websiteReport),
      ("工作动态", .news), ("公示公告", .notice), ("预算⁄决算", .budget), ("依申请公开", .application),
      ("规划计划", .planning), ("人事任免", .personnel), ("政策解读", .interpretation),
    ])
  func types(label: String, expected: ColumnType) {
    #expect(ColumnVocabulary.type(ofName: label) == expected)
  }

  @Test("a GUID, hashes or nothing is no column type")
  func junk() {
    #expect(ColumnVocabulary.type(ofMeta: "323a48cf378e4ee0904309ee56d43fa5") == nil)
    #expect(ColumnVocabulary.type(ofMeta: "####") == nil)
    #expect(ColumnVocabulary.type(ofMeta: "") == nil)
    #expect(ColumnVocabulary.type(ofName: "办事公开指南") == nil)
  }
}
