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

    @Flag(help: "连同检测能判定的一并列出,供改判。")
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
        let rows = form.sheets.reduce(0) { $0 + $1.rows.count }
        print("已生成 \(to)(\(rows) 行待填)和 \(text)。")
        if !all { print("检测能判定的评分标准没有列出;要一并人工填写,加 --all。") }
      } catch { throw failure(error) }
    }

    private func form() throws -> JudgementForm {
      let desk = try SchemeShelf.desk(for: [scheme])
      let (name, seen) = try seen()
      let machine = try seen.map { try desk.card(scheme, unit: name, seen: $0).criteriaByID }
      if try desk.catalogue.kind(of: scheme) == .combination {
        return JudgementForm(
          try desk.catalogue.combination(scheme), unit: name, all: all, machine: machine ?? [:])
      }
      return JudgementForm(
        try desk.catalogue.load(scheme), unit: name, all: all, machine: machine ?? [:])
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
