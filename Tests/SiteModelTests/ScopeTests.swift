import AuditModel
import SiteModel
import Testing
import WebAddress

@Suite("Scope") struct ScopeTests {
  func unit(_ scopes: [String], platform: String? = nil) -> AuditedUnit {
    AuditedUnit(
      id: "u", name: "示例市水利局", kind: .department, homePage: "http://www.example.gov.cn/slj/",
      platformPage: platform, scopes: scopes)
  }

  @Test("a section owns what lies under its prefix and nothing beside it")
  func prefix() throws {
    let scope = UnitScope(unit: unit(["http://www.example.gov.cn/slj/"]))
    #expect(scope.contains(try WebURL(required: "http://www.example.gov.cn/slj/a.html")))
    #expect(scope.contains(try WebURL(required: "https://www.example.gov.cn/slj")))
    #expect(!scope.contains(try WebURL(required: "http://www.example.gov.cn/sljx/a.html")))
    #expect(!scope.contains(try WebURL(required: "http://www.example.gov.cn/")))
  }

  @Test("without prefixes the whole host is the unit's, and no other host")
  func host() throws {
    let scope = UnitScope(unit: unit([]))
    #expect(scope.contains(try WebURL(required: "http://www.example.gov.cn/tzgg/")))
    #expect(!scope.contains(try WebURL(required: "http://jyj.example.gov.cn/tzgg/")))
  }

  @Test("a registered platform page brings its folder")
  func platform() throws {
    let scope = UnitScope(
      unit: unit(
        ["http://www.example.gov.cn/slj/"],
        platform: "http://www.example.gov.cn/zfxxgk/slj/index.html"))
    #expect(scope.contains(try WebURL(required: "http://www.example.gov.cn/zfxxgk/slj/zn/")))
    #expect(!scope.contains(try WebURL(required: "http://www.example.gov.cn/zfxxgk/jyj/zn/")))
  }
}
