import AuditModel
import OfficeFiles
import Schemes
import Scoring
import Testing

@testable import JudgementSheets

@Suite("What a form leaves blank")
struct HonestBlankTests {
  private static let desk = ScoreDesk(FilledForm.catalogue)

  private static let scheme = "city-2023-region"
  /// Probes answer the second of two criteria; people judge the first.
  private static let (beside, fed, leaf) = ("CITY23A.2.3#1", "CITY23A.2.3#2", "CITY23A.2.3")

  private static let seen = ScoreInput(
    unit: "某区",
    seen: [
      SeenObservation(
        id: "F1",
        observation: Observation(
          probe: "policy.repealed", code: "listed", outcome: .fail, subject: "旧文件"))
    ])

  @Test("every form lists every criterion and veto, with a sweep and without")
  func everything() throws {
    let scheme = try FilledForm.catalogue.load(Self.scheme)
    let all = scheme.criteria.map(\.id) + scheme.vetoes.map(\.id)
    #expect(try FilledForm(scheme.id).form.sheets[0].rows.map(\.id) == all)
    let rows = try FilledForm(scheme.id, seen: Self.seen).form.sheets[0].rows
    #expect(rows.map(\.id) == all)
    #expect(rows.filter(\.isLeftToProbes).map(\.id) == ["CITY23A.2.1#1", Self.fed])
    #expect(rows.contains { !$0.isLeftToProbes && $0.machine == "无数据" })
  }

  @Test("what is left to probes stays open without their sweep, and counts with it")
  func leftToProbes() throws {
    var filled = try FilledForm(Self.scheme, seen: Self.seen)
    filled.fill(Self.beside, "0")
    let file = try filled.read()
    #expect(file.judgements.leftToProbes.contains(Self.fed))
    let without = try Self.desk.card(Self.scheme, judgements: file)
    let open = try #require(without.leaves.first { $0.id == Self.leaf })
    #expect(open.score.value == nil)
    #expect(open.criteria.first { $0.id == Self.fed }?.source == CriterionRow.Source.none)
    let with = try Self.desk.card(Self.scheme, judgements: file, seen: Self.seen)
    let counted = try #require(with.leaves.first { $0.id == Self.leaf })
    #expect(counted.criteria.first { $0.id == Self.fed }?.source == .machine)
    filled.fill(Self.fed, "未考核")
    filled.set(Self.beside, .value, .text(" "))
    #expect(try !filled.read().judgements.leftToProbes.contains(Self.fed))
  }

  @Test(
    "a number or a rate left blank beside a filled row is refused with its row",
    arguments: [
      "shanxi-2022-city", "liupanshui-2020-county", "city-2023-region",
      "suizhou-2020-daily-county", "panzhihua-2016-openness",
    ])
  func unmeasured(_ id: String) throws {
    let scheme = try FilledForm.catalogue.load(id)
    let empty = try FilledForm(id)
    for leaf in scheme.leaves {
      guard let judged = leaf.criteria.first(where: { $0.takesZero }) else { continue }
      let judgements = Judgements(facts: [Judgement(criterion: judged.id, value: .number(0))])
      let wanted = scheme.unmeasured(in: judgements)
      var filled = empty
      filled.fill(judged.id, "0")
      let problems = filled.problems()
      #expect(problems.count == wanted.count, "\(leaf.id): \(problems)")
      #expect(problems.allSatisfy { $0.contains("没有写 0") && $0.contains("“考评表”I") })
      // In a text file silence still means not triggered.
      #expect(scheme.faults(in: judgements).isEmpty)
    }
  }

  @Test("a weight below which points are lost must be written, a rank is not")
  func conditions() throws {
    let scheme = try FilledForm.catalogue.load("liupanshui-2020-county")
    let weight = try #require(scheme.criteria.first { $0.text == "已纳入，但分值权重少于4%" })
    let leaf = try #require(scheme.leaves.first { $0.criteria.contains(weight) })
    var filled = try FilledForm(scheme.id)
    filled.fill(leaf.criteria[0].id, "否")
    #expect(filled.problems().count == 1 && filled.problems()[0].contains("不能") == false)
    #expect(
      filled.form.sheets[0].rows.first { $0.id == weight.id }?.expected.contains("不能留空") == true)
    // Without the thing itself the whole indicator is lost, and its weight means nothing.
    filled.fill(leaf.criteria[0].id, "是")
    #expect(filled.problems().isEmpty)
    var ranked = try FilledForm("shanxi-2022-city")
    ranked.fill("SX22.54#1", "否")
    #expect(ranked.problems().isEmpty)
  }

  @Test("what the unmentioned count as is called what it does")
  func others() throws {
    var filled = try FilledForm("shanxi-2022-city")
    filled.setAbout(FormText.othersKey, "未得分、未扣分")
    #expect(try filled.read().judgements.others == .zero)
    filled.setAbout(FormText.othersKey, "零分")
    #expect(filled.problems().first?.contains("未得分、未扣分") == true)
  }

  @Test("a word about the whole indicator is pointed at where it stands")
  func statusBesideValues() throws {
    var filled = try FilledForm("shanxi-2022-city")
    filled.fill("SX22.03#2", "1")
    filled.fill("SX22.03#1", "整项不适用")
    let problems = filled.problems()
    let rows = filled.form.sheets[0].rows.map(\.id)
    let row = try #require(rows.firstIndex(of: "SX22.03#1")) + 2
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.first?.contains("I\(row): “不适用”说的是整项指标") == true)
  }

  @Test("a number counts where occurrences count, fractions only where shares do")
  func numbers() throws {
    var filled = try FilledForm("shanxi-2022-city")
    filled.fill("SX22.12#1", "3/4")
    #expect(filled.problems().first?.contains("分式") == true)
    let scheme = try FilledForm.catalogue.load("shanxi-2022-city")
    let once = try #require(
      scheme.leaves.first { $0.criteria.count == 1 && $0.criteria[0].isOnce }?.criteria.first)
    var counted = try FilledForm("shanxi-2022-city")
    counted.fill(once.id, "3")
    #expect(counted.problems().first?.contains("只计一次") == true)
    #expect(
      counted.form.sheets[0].rows.first { $0.id == once.id }?.expected.contains("次数") == false)
  }
}

extension Criterion {
  fileprivate var isOnce: Bool {
    if case .step(let step) = rule { step.count == .once } else { false }
  }

  /// A plain zero is a possible value, and fires nothing.
  fileprivate var takesZero: Bool {
    switch rule {
    case .fail(let fail): fail.need == nil
    case .step(let step): step.count == .once || step.count == .each
    case .judge(let judge): judge.unit != .rate
    case .band, .ratio, .quota: false
    }
  }
}
