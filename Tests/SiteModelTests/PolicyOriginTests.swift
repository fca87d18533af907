import AuditModel
import Testing

@testable import SiteModel

@Suite("Whose document a policy is")
struct PolicyOriginTests {
  private let bureau = AuditedUnit(
    id: "u", name: "道真县人力资源和社会保障局", kind: .department, homePage: "http://x.gov.cn/")

  private func origin(_ number: String?, title: String = "通知") -> PolicyOrigin {
    PolicyOrigin(title: title, number: number, publisher: nil, unit: bureau)
  }

  @Test(
    "Codes of ministries, provincial departments and other governments are not a bureau's own",
    arguments: [
      "人社部发〔2014〕103号", "人社厅发〔2017〕32号", "黔人社厅发〔2015〕7号", "黔劳社厅函〔2006〕20号",
      "贵州省人民政府令第151号", "人力资源和社会保障部令第2号", "国办发〔2019〕5号",
    ])
  func superiors(number: String) {
    guard case .other = origin(number) else {
      Issue.record("\(number) is taken for the bureau's own")
      return
    }
  }

  @Test("Its own codes stay its own", arguments: ["道人社发〔2018〕11号", "道人社通〔2018〕19号", "道真县人民政府令第3号"])
  func own(number: String) { #expect(origin(number) == .own) }

  @Test("A title that begins with a provincial department tells, too")
  func titles() {
    guard case .other = origin(nil, title: "省人力资源和社会保障厅关于社会保险有关问题的通知") else {
      Issue.record("a provincial department's notice is taken for the bureau's own")
      return
    }
  }

  @Test(
    "A date of its own line at the end is the signature's",
    arguments: [
      ("道真县人社局\n2017年3月27日", "2017年3月27日"), ("某局\n二〇二〇年一月二日\n附件：名单", "二〇二〇年一月二日"),
      ("自2017年3月27日起施行。", nil), ("会议定于\n2017年3月27日召开", nil), ("2017年3月", nil),
    ])
  func signatures(text: String, date: String?) { #expect(PolicySignature.date(in: text) == date) }
}
