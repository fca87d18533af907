import AuditModel
import OfficeFiles
import Schemes
import Scoring
import Testing

@testable import JudgementSheets

@Suite("Filled-in forms")
struct FormReadingTests {
  @Test("a filled-in form gives the same score as the same facts in YAML")
  func sameAsYAML() throws {
    var filled = try FilledForm("shanxi-2022-city")
    filled.fill("SX22.03#2", "1", by: "张三", at: "2022年12月20日")
    filled.set("SX22.03#2", .evidence, .text("培训通知"))
    filled.set("SX22.24#1", .value, .text("２４９／５００"))
    filled.fill("SX22.12#1", "不适用")
    let yaml = """
      scheme: shanxi-2022-city
      unit: 某市
      facts:
        - { criterion: "SX22.03#2", value: 1, by: 张三, at: 2022-12-20, note: 依据：培训通知 }
        - { criterion: "SX22.24#1", value: { part: 249, whole: 500 } }
        - { indicator: "SX22.12", status: not_applicable }
      """
    #expect(try filled.read() == JudgementReader().read(text: yaml, name: "x"))
  }

  @Test("an empty form is valid and says nothing")
  func empty() throws {
    let read = try FilledForm("shanxi-2022-city").read()
    #expect(read.judgements == Judgements(unit: "某市", events: []))
    #expect(read.own == nil)
    #expect(read.unit == "某市")
  }

  @Test("own and given values are kept apart and compared")
  func twoSides() throws {
    var filled = try FilledForm("shanxi-2022-city")
    filled.set("SX22.12#1", .ownValue, .text("2"))
    filled.set("SX22.12#1", .ownNote, .text("已全部完成"))
    filled.set("SX22.12#1", .value, .text("1.5"))
    let file = try filled.read()
    #expect(file.own?.judgements.facts.map(\.note) == ["已全部完成"])
    let cards = try ScoreDesk(FilledForm.catalogue).cards("shanxi-2022-city", judgements: file)
    let row = try #require(cards.comparison?.rows.first { $0.id == "SX22.12" })
    #expect(row.own == Interval(2))
    #expect(row.given?.exactText == "1.5")
    #expect(row.differenceText == "-0.5")
    #expect(cards.own?.leaves.first { $0.id == "SX22.12" }?.score == Interval(2))
    let json = ScoreAnswer(cards).json()
    #expect(json.contains("\"selfAssessment\""))
    #expect(json.contains("\"difference\" : \"-0.5\""))
  }

  @Test("columns may be moved and rows sorted")
  func moved() throws {
    var filled = try FilledForm("shanxi-2022-city")
    filled.fill("SX22.12#1", "1.5")
    let expected = try filled.read()
    filled.change { sheet in
      for row in sheet.rows.indices {
        for cell in sheet.rows[row].cells.indices {
          sheet.rows[row].cells[cell].column = 20 - sheet.rows[row].cells[cell].column
        }
      }
      let numbers = sheet.rows.map(\.number)
      sheet.rows = [sheet.rows[0]] + sheet.rows.dropFirst().reversed()
      for index in sheet.rows.indices { sheet.rows[index].number = numbers[index] }
    }
    #expect(try filled.read() == expected)
  }

  @Test("a veto marked 是 happened; one left blank did not")
  func vetoes() throws {
    var filled = try FilledForm("liupanshui-2020-county")
    let ids = try FilledForm.catalogue.load("liupanshui-2020-county").vetoes.map(\.id)
    #expect(try filled.read().judgements.events == [])
    filled.fill(ids[0], "是")
    #expect(try filled.read().judgements.events == [ids[0]])
    filled.fill(ids[0], "不适用")
    #expect(filled.problems().contains { $0.contains("只能写 是 或 否") })
  }

  @Test("a combination has a sheet for each stage, or a score from elsewhere")
  func stages() throws {
    var filled = try FilledForm("suizhou-2020-county")
    let about = try #require(
      filled.book.sheets[0].rows.firstIndex {
        $0[1]?.value == .text("suizhou-2020-third-party-county")
      })
    filled.book.sheets[0].rows[about].cells.append(
      Spreadsheet.Cell(column: 4, value: .text("85"), isComputed: false))
    let file = try filled.read()
    #expect(file.stages["suizhou-2020-third-party-county"] == .score(85))
    #expect(file.stages["suizhou-2020-daily-county"] == .judgements(Judgements(events: [])))
    let row = try #require(filled.form.sheets[0].rows.first)
    filled.fill(row.id, "100%")
    #expect(filled.problems().contains { $0.contains("二者择一") && $0.contains("填写说明") })
  }
}

@Suite("Forms that must be refused")
struct FormRefusalTests {
  private func problems(_ change: (inout FilledForm) -> Void) throws -> [String] {
    var filled = try FilledForm("shanxi-2022-city")
    change(&filled)
    return filled.problems()
  }

  @Test("a workbook of another scheme, another version, or no form at all")
  func wrongBook() throws {
    let filled = try FilledForm("shanxi-2022-city")
    #expect(filled.problems(wanted: "city-2023-region").first?.contains("请核对 --scheme") == true)
    #expect(try problems { $0.book.sheets.removeFirst() }.first?.contains("填写说明") == true)
    let renamed = try problems { $0.book.sheets[1].name = "Sheet1" }
    #expect(renamed.first?.contains("缺少工作表“考评表”") == true)
    let version = try problems { filled in
      for row in filled.book.sheets[0].rows.indices {
        let cells = filled.book.sheets[0].rows[row].cells
        guard let index = cells.firstIndex(where: { $0.column == 2 }),
          cells[0].value == .text("考评表")
        else { continue }
        filled.book.sheets[0].rows[row].cells[index].value = .text("0123456789abcdef")
      }
    }
    #expect(version.first?.contains("另一版本") == true)
  }

  @Test("missing, doubled and renamed headings")
  func headings() throws {
    let renamed = try problems { $0.change { $0.rows[0].cells[8].value = .text("考评分值") } }
    #expect(renamed == ["评定.xlsx 工作表“考评表”第1行: 缺少“考评值”列；“考评分值”是不是它？请改回“考评值”"])
    let doubled = try problems { $0.change { $0.rows[0].cells[12].value = .text("考评值") } }
    #expect(doubled.contains { $0.contains("“考评表”M1") && $0.contains("出现两次") })
    #expect(doubled.contains { $0.contains("缺少“备注”列") })
    #expect(try problems { $0.change { $0.rows.removeFirst() } }.first?.contains("找不到表头") == true)
  }

  @Test("edited, removed and doubled ids are named with their row")
  func ids() throws {
    let found = try problems { filled in
      filled.change { sheet in
        sheet.rows[1].cells[0].value = .text("SX22.01#l")
        sheet.rows[3].cells[0].value = sheet.rows[2].cells[0].value
      }
    }
    #expect(found.contains { $0.contains("A2") && $0.contains("是否为“SX22.01#1”") })
    #expect(found.contains { $0.contains("A4") && $0.contains("与第3行重复") })
    #expect(found.contains { $0.contains("缺少编号“SX22.01#1”的一行") })
    let blank = try problems { filled in
      filled.fill("SX22.12#1", "1")
      filled.change { sheet in
        for index in sheet.rows.indices {
          sheet.rows[index].cells.removeAll { $0.value == .text("SX22.12#1") }
        }
      }
    }
    #expect(blank.contains { $0.contains("编号是空的") })
  }

  @Test(
    "values that cannot be known or do not fit",
    arguments: [
      (Spreadsheet.Value.text("2.5"), "超出允许范围 0～2"), (.text("-1"), "不能为负数"),
      (.text("NaN"), "读不懂“NaN”"), (.text("1e3"), "读不懂"),
      (.text("9" + String(repeating: "0", count: 50)), "读不懂"),
      (.text("一分"), "应为：分数 0～2"), (.text("50%"), "读不懂"), (.flag(true), "写法不对"),
      (.number(CellNumber(raw: "0.33333333333333331", format: .general)), "不是精确值"),
      (.number(CellNumber(raw: "1.5", format: .percent)), "不是百分比"),
      (.number(CellNumber(raw: "1.5", format: .duration)), "当成了时间"),
      (.date(CellDate(day: Day("2026-02-03"), seconds: nil, raw: "46056")), "变成了日期（2026-02-03）"),
      (.error("#DIV/0!"), "公式出错"), (.uncomputed, "没有保存结果"),
    ])
  func values(_ value: Spreadsheet.Value, _ message: String) throws {
    let found = try problems { $0.set("SX22.12#1", .value, value) }
    #expect(found.count == 1)
    #expect(found.first?.contains(message) == true, "\(found)")
    #expect(found.first?.hasPrefix("评定.xlsx 工作表“考评表”I") == true)
  }

  @Test("exact texts and formatted numbers that are meant exactly")
  func exact() throws {
    var filled = try FilledForm("shanxi-2022-city")
    func value(_ id: String, _ cell: Spreadsheet.Value) throws -> FactValue? {
      filled.set(id, .value, cell)
      return try filled.read().judgements.facts.first { $0.criterion == id }?.value
    }
    let share = CellNumber(raw: "3.9899999999999998E-2", format: .percent)
    #expect(try value("SX22.24#1", .number(share)) == .text("3.99%"))
    #expect(
      try value("SX22.12#1", .number(CellNumber(raw: "1.1000000000000001", format: .general)))
        == Rational("1.1").map(FactValue.number))
    #expect(
      try value("SX22.51#2", .text("纳入政府绩效考核体系=是；分值权重=4%"))
        == .record([
          "纳入政府绩效考核体系": .flag(true), "分值权重": .text("4%"),
        ]))
  }

  @Test("dates that are no dates, status beside a fact, merged cells: all at once")
  func severalAtOnce() throws {
    let found = try problems { filled in
      filled.fill("SX22.12#1", "1", at: "2022-02-30")
      filled.fill("SX22.24#1", "5/4", at: "2022-12-20")
      filled.fill("SX22.03#1", "不适用")
      filled.fill("SX22.03#2", "1")
      filled.change {
        $0.merges = [Spreadsheet.Area(rows: 5...6, columns: 8...8)]
      }
    }
    #expect(found.contains { $0.contains("2022-02-30") && $0.contains("不是日期") })
    #expect(found.contains { $0.contains("分子大于分母") })
    #expect(found.contains { $0.contains("“不适用”说的是整项指标") })
    #expect(found.contains { $0.contains("I5") && $0.contains("合并") })
    #expect(found.count == 4)
  }
}
