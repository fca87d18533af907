import AuditModel
import Testing

@testable import Reports

@Suite struct WordingTests {
  private func observation(
    _ code: String, _ outcome: Outcome = .fail, _ values: [String: String] = [:]
  ) -> Observation {
    Observation(
      probe: String(code.prefix(while: { $0 != "." })), code: code, outcome: outcome,
      subject: "x", values: values)
  }

  @Test func `a stale column reads as a notice would put it`() {
    let sentence = Wording.sentence(
      for: observation(
        "freshness.column.stale", .fail,
        [
          "column": "通知公告", "newest": "2026-03-02", "days": "264",
          "path": "首页 > 机构设置 > 疾控科",
        ]), unit: "清河市卫生健康局")
    #expect(sentence == "清河市卫生健康局“通知公告”栏目（机构设置 > 疾控科）自2026年3月2日以来未更新，已264天。")
  }

  @Test func `a title within a title takes single marks`() {
    let sentence = Wording.sentence(
      for: observation(
        "interpretation.form.text-only", .review, ["interpretation": "《某某办法》政策解读"]),
      unit: "某局")
    #expect(sentence.contains("《〈某某办法〉政策解读》"), "\(sentence)")
  }

  @Test func `only places that were looked at are claimed`() {
    var missing = observation("columns.required.missing", .fail, ["column": "公开指南"])
    missing.lookedAt = [
      PlaceLookedAt(kind: .homePage, url: "", result: .notFound),
      PlaceLookedAt(kind: .siteMap, url: "", result: .notPresent),
      PlaceLookedAt(kind: .search, url: "", result: .notQueried),
    ]
    #expect(
      Wording.sentence(for: missing, unit: "某局") == "某局未找到公开指南（已查看首页；站内搜索未代为查询）。")
  }

  @Test(arguments: Wording.sentences.keys.sorted())
  func `every sentence stands without values and without leftovers`(key: String) throws {
    let parts = key.split(separator: "@").map(String.init)
    let outcome = parts.count > 1 ? try #require(Outcome(rawValue: parts[1])) : .fail
    for values in [[:], ["column": "年报", "cause": "404", "count": "3", "policy": "办法"]] {
      let sentence = Wording.sentence(
        for: observation(parts[0], outcome, values), unit: "某局")
      #expect(sentence.hasPrefix("某局"))
      #expect(sentence.hasSuffix("。"))
      #expect(!sentence.contains(where: { "{}[]|".contains($0) }))
      #expect(!sentence.contains("《》"))
      #expect(!sentence.contains("（）"))
    }
  }

  @Test(arguments: [
    "columns.required.missing", "columns.topics.same-fault", "columns.blank.nil-return",
    "freshness.home.no-own-site", "links.dead-image.counted-elsewhere", "site.search.absent",
    "interpretation.missing.older",
  ])
  func `codes of the probes have sentences`(code: String) {
    #expect(Wording.hasSentence(for: code))
  }

  @Test func `an unknown code is shown with its values and never stops a report`() {
    #expect(!Wording.hasSentence(for: "strange.code"))
    let sentence = Wording.sentence(
      for: observation("strange.code", .fail, ["b": "2", "a": "1\u{0007}"]), unit: "某局")
    #expect(sentence == "某局：strange.code（a=1\u{FFFD}；b=2）")
  }

  @Test func `a value cannot become part of the pattern`() {
    let sentence = Wording.sentence(
      for: observation("columns.blank.blank", .fail, ["column": "{unit}[x]"]), unit: "某局")
    #expect(sentence == "某局“{unit}[x]”栏目打开为空白。")
  }

  @Test func `the same fact is a question where the outcome says so`() {
    let fail = Wording.sentence(for: observation("columns.topics.missing", .fail), unit: "某局")
    let review = Wording.sentence(for: observation("columns.topics.missing", .review), unit: "某局")
    #expect(!fail.contains("人工判断"))
    #expect(review.contains("请人工判断"))
  }

  @Test func `a finding cites the rule it was judged by, not every rule of its probe`() {
    let news = Citation(document: "检查指标", place: "动态要闻2周", confidence: .verified)
    let notice = Citation(document: "检查指标", place: "通知公告6个月", confidence: .verified)
    let card = ProbeCard(
      id: "freshness.column", title: "栏目更新", family: .freshness,
      citations: [news, notice, notice], checks: "", passes: "", fails: "", cannotDecide: "",
      codes: [])
    let stale = observation("freshness.column.stale", .fail, ["rule": notice.description])
    #expect(card.citations(for: stale) == [notice])
    #expect(card.citations(for: observation("freshness.column.stale")) == [news, notice])
  }

  @Test func `only faults have a remedy`() {
    #expect(
      Wording.remedy(for: observation("columns.required.missing"), unit: "某局").contains("请设置"))
    #expect(Wording.remedy(for: observation("strange.code"), unit: "某局") == "请核实并整改。")
    #expect(
      Wording.remedy(for: observation("columns.required.missing", .review), unit: "某局").isEmpty)
  }

  @Test func `every cause and outcome has a Chinese word`() {
    for id in ["404", "dns", "timeout", "soft-404", "waf-block", "over-budget", "js-only"] {
      #expect(Names.cause(id) != id)
    }
  }
}
