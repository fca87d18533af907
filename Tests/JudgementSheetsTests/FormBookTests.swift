import OfficeFiles
import Schemes
import Scoring
import Testing

@testable import JudgementSheets

@Suite("A form's first sheet: unit, readings, stages")
struct FormBookTests {
  @Test("the book's unit is the one a quota is for; another is refused")
  func quotas() throws {
    var filled = try FilledForm("panzhihua-2016-information-municipal", unit: "市司法局")
    let quota = try #require(
      filled.form.sheets[0].rows.first { $0.expected.hasPrefix("市级完成") })
    filled.fill(quota.id, "市级完成=56；省级完成=3")
    let value = try filled.read().judgements.facts.first?.value
    #expect(
      value == .record(["unit": .text("市司法局"), "市级完成": .number(56), "省级完成": .number(3)]))
    filled.fill(quota.id, "unit=市审计局；市级完成=56；省级完成=3")
    #expect(filled.problems().contains { $0.contains("市审计局") && $0.contains("另做一张表") })
    filled.setAbout(FormText.unitKey, "攀枝花市司法局")
    filled.fill(quota.id, "unit=市司法局；市级完成=56；省级完成=3")
    #expect(try filled.read().judgements.facts.first?.value == value)
  }

  @Test(
    "a unit the document does not list is refused where its quota is wanted",
    arguments: [
      ("panzhihua-2016-information-municipal", "东区政府", false),
      ("panzhihua-2016-information-county", "攀枝花市东区人民政府", true),
      ("panzhihua-2016-information-municipal", "攀枝花市发展和改革委员会", true),
      ("suizhou-2020-department", "云溪市交通运输局", true),
      ("shanxi-2022-city", "某市", true),
    ])
  func units(_ scheme: String, _ unit: String, _ isListed: Bool) throws {
    let problems = try FilledForm(scheme, unit: unit).problems()
    #expect(problems.isEmpty == isListed, "\(problems)")
    if !isListed {
      #expect(problems.first?.contains("工作表“填写说明”B3") == true, "\(problems)")
      #expect(problems.first?.contains("考核单位中没有“\(unit)”") == true)
    }
  }

  @Test(
    "a unit is found by its full name, its listed name, or a form between",
    arguments: [
      ("随州市教育局", "市教育局"), ("市教育局", "市教育局"), ("随州市发展和改革委员会", "市发改委"),
      ("广水市教育局", nil), ("随县人民政府", nil), ("民族宗教事务委员会", nil),
    ] as [(String, String?)])
  func names(_ written: String, _ listed: String?) throws {
    let item = try #require(try FilledForm.catalogue.item("suizhou-2020-department"))
    #expect(item.unitNames.listed(written) == listed)
  }

  @Test("an emptied unit is no unit, whatever else the sheet says")
  func noUnit() throws {
    var filled = try FilledForm("shanxi-2022-city")
    filled.setAbout(FormText.unitKey, nil)
    #expect(try filled.read().unit == nil)
  }

  @Test(
    "readings are chosen on the sheet or when the form is made",
    arguments: [
      ("city-2023-region", "innovation_cap=5"),
      ("city-2023-region", "subitem_cap=pool；over_mark=spill"),
      ("liupanshui-2020-county", "bonus_times=each"),
      ("suizhou-2020-county", "bonus_place=total"),
    ])
  func choices(_ scheme: String, _ text: String) throws {
    var filled = try FilledForm(scheme)
    filled.setAbout(FormText.choicesKey, text)
    let file = try filled.read()
    #expect(FormText.choices(file.choices).split(separator: "；").count == file.choices.count)
    #expect(
      Set(file.choices.map { "\($0.key)=\($0.value)" })
        == Set(text.split(separator: "；").map(String.init)))
    let made = try FilledForm(scheme, choices: file.choices)
    #expect(try made.read() == file)
    #expect(made.form.sheets.map(\.version) == filled.form.sheets.map(\.version))
    _ = try ScoreDesk(FilledForm.catalogue).cards(scheme, judgements: file)
  }

  @Test("a reading that does not exist is refused at its cell")
  func unknownChoices() throws {
    for text in [
      "innovation=5", "innovation_cap=7", "innovation_cap", "over_mark=clamp;over_mark=spill",
    ] {
      var filled = try FilledForm("city-2023-region")
      filled.setAbout(FormText.choicesKey, text)
      let problems = filled.problems()
      #expect(problems.count == 1 && problems[0].contains("“填写说明”B5"), "\(problems)")
    }
  }

  @Test("tabs are called after the stages, within what office programs take")
  func tabs() throws {
    let form = try FilledForm("suizhou-2020-county").form
    #expect(form.sheets.map(\.name) == ["第三方评估", "工作测评"])
    let single = try FilledForm("shanxi-2022-city")
    #expect(!single.book.sheets[0].rows.contains { $0[3] != nil })
  }
}
