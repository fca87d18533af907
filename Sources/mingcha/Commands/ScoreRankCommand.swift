import ArgumentParser
import Auditing
import Foundation
import Reports
import Scoring

/// The order of units.
struct ScoreRankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: "单位排名:同分并列;尚未判定的单位单列,给出得分区间和可能名次。",
    discussion: """
      例:
        mingcha score rank 巡检
        mingcha score rank 甲局/scorecard.json 乙局/scorecard.json --csv > 排名.csv
      """)

  @Argument(help: ArgumentHelp("结果目录、scorecard.json 或评定文件,可多个。", valueName: "dir | file"))
  var paths: [String]

  @Option(help: ArgumentHelp("按这个方案排;默认结果里的每个方案各排一次。", valueName: "id"))
  var scheme: String?

  @Option(help: ArgumentHelp("检查编号;默认最近一次。", valueName: "sweep"))
  var sweep: String?

  @Flag(help: "机器可读的结果。") var json = false
  @Flag(help: "输出 CSV(UTF-8,带 BOM,可用表格软件打开)。") var csv = false
  @Option(help: ArgumentHelp("另存为工作簿。", valueName: "file.xlsx")) var to: String?

  func run() throws {
    do {
      if let to { try NewFile.check(to, ending: "xlsx") }
      let units = try paths.flatMap { path in
        try ScoreSide(path, ScoreSide.Options(scheme: stored(path) ? nil : scheme, sweep: sweep))
          .units
      }
      let tables = try tables(units)
      if let to { try RankWorkbook.write(tables.map(\.sheet), to: to, created: now()) }
      if json { return print(try machineText(tables.map(\.answer))) }
      if csv { return print(RankTable.csv(tables), terminator: "") }
      print(tables.flatMap { $0.lines + [""] }.joined(separator: "\n"))
    } catch { throw failure(error) }
  }

  /// Whether the place holds scores already: they are taken as they are.
  private func stored(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if isFolder.boolValue { return true }
    if case .scorecard = try? ExportedFile.read(path) { return true }
    return false
  }

  /// One unit stands in a ranking once, and everybody is scored by the same readings.
  private func checkComparable(_ units: [ScoreSide.Unit]) throws {
    var readings: [String: (unit: String, choices: [String: String])] = [:]
    var seen: Set<String> = []
    for unit in units {
      for card in unit.cards where scheme == nil || card.scheme == scheme {
        guard seen.insert("\(card.scheme)\u{1f}\(unit.name)").inserted else {
          throw AuditError(
            .options, "score rank", "单位“\(unit.name)”在方案 \(card.scheme) 下出现了两次,请只给一份。")
        }
        let first = readings[card.scheme] ?? (unit.name, card.choices)
        guard first.choices == card.choices else {
          throw AuditError(
            .options, "score rank",
            "方案 \(card.scheme) 的读法不同,不能排在一起:\(first.unit) \(Self.text(first.choices)),\(unit.name) \(Self.text(card.choices))。"
          )
        }
        readings[card.scheme] = first
      }
    }
  }

  private static func text(_ choices: [String: String]) -> String {
    choices.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  private func tables(_ units: [ScoreSide.Unit]) throws -> [RankTable] {
    let scored = units.map {
      Ranking.Scored(unit: $0.id, name: $0.name, cards: $0.cards, isPartial: $0.isPartial)
    }
    try checkComparable(units)
    let rankings = Ranking.byScheme(scored)
    let wanted = scheme.map { [$0] } ?? rankings.keys.sorted()
    guard !wanted.isEmpty else {
      throw AuditError(.options, "score rank", "没有可以排名的得分:只计分、没有总分的方案不排名。")
    }
    return try wanted.map { id in
      guard let ranking = rankings[id] else {
        throw AuditError(
          .options, "--scheme", "这些结果里没有方案“\(id)”的得分。\(Wording.near(rankings.keys.sorted()))")
      }
      return RankTable(id, ranking, units)
    }
  }
}

/// A ranking with its grades, laid out.
struct RankTable {
  struct Answer: Encodable {
    let scheme: String
    let ranking: Ranking
    /// Grade, or grades still possible, by unit.
    let grades: [String: String]
  }

  private let scheme: String
  private let title: String
  private let resultTitle: String
  private let ranking: Ranking
  private let grades: [String: String]

  init(_ scheme: String, _ ranking: Ranking, _ units: [ScoreSide.Unit]) {
    let cards = units.flatMap { unit in
      unit.cards.flatMap { [$0] + $0.stages.compactMap(\.card) }.filter { $0.scheme == scheme }
        .map { (unit: unit.id, card: $0) }
    }
    self.scheme = scheme
    self.ranking = ranking
    title = cards.first?.card.title ?? scheme
    resultTitle = cards.first?.card.resultTitle ?? "得分"
    grades = Dictionary(
      cards.compactMap { entry in
        let barred = entry.card.barTitles.map { "不得评为\($0)" }.joined(separator: ";")
        let text = entry.card.gradeText ?? (barred.isEmpty ? nil : barred)
        return text.map { (entry.unit, $0) }
      }, uniquingKeysWith: { $1 })
  }

  var answer: Answer { Answer(scheme: scheme, ranking: ranking, grades: grades) }

  var sheet: RankedScheme {
    RankedScheme(scheme: scheme, title: title, ranking: ranking, grades: grades)
  }

  var lines: [String] {
    var table = TextTable(Self.head(resultTitle))
    for row in ranking.determined { table.add(cells(row)) }
    var lines = ["\(title)(\(scheme))"]
    lines += ranking.determined.isEmpty ? ["没有得分已定的单位。"] : table.lines
    guard !ranking.open.isEmpty else { return lines }
    var open = TextTable(Self.head(resultTitle))
    for row in ranking.open { open.add(cells(row)) }
    return lines + ["尚有事项未判定,不参加排名(按名称列出):"] + open.lines
  }

  /// RFC 4180, with everything quoted; a cell a spreadsheet would compute begins with an apostrophe.
  static func csv(_ tables: [RankTable]) -> String {
    let rows = [["方案"] + head("得分")] + tables.flatMap(\.records)
    return "\u{FEFF}"
      + rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private var records: [[String]] {
    (ranking.determined + ranking.open).map { [scheme] + cells($0) }
  }

  private static func head(_ result: String) -> [String] {
    ["名次", "可能名次", result, "单位", "等次"]
  }

  private func cells(_ row: Ranking.Row) -> [String] {
    [row.rankText, row.rangeText, row.result.text, row.name, grades[row.unit] ?? ""]
  }

  private static func quoted(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let isNumber = Rational(text) != nil
    let safe = isFormula && !isNumber ? "'\(text)" : text
    return "\"\(safe.replacing("\"", with: "\"\""))\""
  }
}
