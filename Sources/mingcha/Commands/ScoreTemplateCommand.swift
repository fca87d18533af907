import ArgumentParser
import AuditModel
import Auditing
import Foundation
import Reports
import Schemes
import Scoring

extension ScoreCommand {
  struct Template: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "template", abstract: "生成待人工填写的评定表(XLSX,旁边另有同名 YAML)。",
      discussion: """
        例:mingcha score template --scheme shanxi-2022-city --unit 某市 --to 评定.xlsx
        填好后:mingcha score --judgements 评定.xlsx

        表里列出全部评分标准。加 --out 时写上已检测到的情况;检测已有结果的,考评值可以不填,计分时也要加 --out,
        否则这些条保持待定。
        """)

    @Option(help: ArgumentHelp("考核方案编号。", valueName: "id"))
    var scheme: String

    @Option(help: ArgumentHelp("被考核单位。", valueName: "unit"))
    var unit: String?

    @Option(help: ArgumentHelp("写到这个文件;已有的文件不覆盖。", valueName: "file.xlsx"))
    var to: String

    @Option(help: ArgumentHelp("带上这个结果目录里已检测到的情况。", valueName: "dir"))
    var out: String?

    @Option(help: ArgumentHelp("检查编号;默认最近一次。", valueName: "sweep"))
    var sweep: String?

    @Option(help: ArgumentHelp("选定解读,可多次;开关见 mingcha scheme show。", valueName: "开关=取值"))
    var choose: [String] = []

    @Flag(help: "不再需要:表里总是列出全部评分标准。")
    var all = false

    func run() throws {
      do {
        let text = (to as NSString).deletingPathExtension + ".yaml"
        try NewFile.check(to, ending: "xlsx")
        try NewFile.check(text, ending: "yaml")
        let form = try form()
        try JudgementWorkbook.write(form, to: to, created: now())
        do { try Data(form.yaml.utf8).write(to: URL(fileURLWithPath: text)) } catch {
          throw AuditError(.output, text, "\(text) 写不进去:\(error.localizedDescription)")
        }
        report(form, text)
      } catch { throw failure(error) }
    }

    private func form() throws -> JudgementForm {
      let catalogue = try SchemeShelf.desk(for: [scheme]).catalogue
      let (name, seen) = try seen()
      let units = try catalogue.item(scheme)?.unitNames
      if let units, !name.isEmpty, !units.names.isEmpty, units.listed(name) == nil {
        complain("提醒:方案列出的考核单位中没有“\(name)”。请核对方案;按单位定任务的方案须写方案所列的名称。")
      }
      return try catalogue.form(
        scheme, unit: name, choices: try ScoreSide.choices(choose, "--choose"), seen: seen)
    }

    private func report(_ form: JudgementForm, _ text: String) {
      let rows = form.sheets.flatMap(\.rows)
      print("已生成 \(to)(\(rows.count) 行)和 \(text)。")
      let left = rows.count { $0.isLeftToProbes }
      if left > 0 { print("其中 \(left) 行检测已有结果,考评值不填则按检测结果计;计分时也要加 --out。") }
    }

    /// The unit's name, and what a stored sweep saw of it.
    private func seen() throws -> (String, ScoreInput?) {
      guard let out else { return (unit ?? "", nil) }
      let stored = try StoredSweep(out: out, label: sweep)
      let units = try stored.units(unit)
      guard units.count == 1, let only = units.first else {
        throw AuditError(
          .options, "--unit", "结果目录里有 \(units.count) 个单位,请指明一个。\(Wording.near(units.map(\.id)))")
      }
      return (only.name, try stored.input(of: only))
    }
  }
}

/// A file that must not exist yet: what people filled in is never overwritten.
enum NewFile {
  static func check(_ path: String, ending: String) throws {
    guard (path as NSString).pathExtension.lowercased() == ending else {
      throw AuditError(.options, "--to", "文件名须以 .\(ending) 结尾。")
    }
    guard !FileManager.default.fileExists(atPath: path) else {
      throw AuditError(.options, "--to", "\(path) 已存在,为免覆盖已填内容,请换个名字或先移走。")
    }
  }
}
