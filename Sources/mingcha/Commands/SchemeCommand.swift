import ArgumentParser
import AuditModel
import Auditing
import Foundation
import Schemes
import Scoring

struct SchemeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scheme", abstract: "考核方案目录:列出、查看、检查。",
    subcommands: [List.self, Show.self, Lint.self, Table.self])
}

extension SchemeCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出目录中的方案。")
    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      do {
        let entries = try SchemeShelf.catalogue().list()
        if json { return print(try machineText(entries.map(Line.init))) }
        for entry in entries { print("\(entry.id)\t\(entry.kind.title)\t\(entry.title)") }
      } catch { throw failure(error) }
    }

    private struct Line: Encodable {
      let id: String
      let title: String
      let kind: String

      init(_ entry: Catalogue.Entry) {
        (id, title, kind) = (entry.id, entry.title, entry.kind.rawValue)
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "像读文件一样看一个方案:指标、分值、规则。")
    @Argument(help: ArgumentHelp("方案编号。", valueName: "id")) var id: String

    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      do {
        let catalogue = try SchemeShelf.catalogue()
        if catalogue.ids.contains(id), try catalogue.kind(of: id) == .quotas {
          let tasks = try catalogue.quotas(id)
          return print(json ? try machineText(tasks) : text([tasks.map(\.textLine)]))
        }
        switch try SchemeShelf.desk(for: [id]).catalogue.item(id) {
        case .combination(let whole):
          let parts = [whole.textLines] + whole.stages.map(\.scheme.textLines)
          print(json ? try machineText(CombinationAnswer(whole)) : text(parts))
        case .scheme(let scheme):
          print(json ? try machineText([SchemeAnswer(scheme)]) : text([scheme.textLines]))
        case nil: break
        }
      } catch { throw failure(error) }
    }

    private func text(_ parts: [[String]]) -> String {
      parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }
  }

  struct Table: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "全部方案的规则与得出方式,Markdown 格式(即文档 Schemes.md)。", shouldDisplay: false)

    func run() throws {
      do {
        let catalogue = try SchemeShelf.catalogue()
        let schemes = try catalogue.list().filter { $0.kind == .scheme }
          .map { try catalogue.load($0.id) }
        print(CatalogueTable(schemes).lines.joined(separator: "\n"))
      } catch { throw failure(error) }
    }
  }

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "检查方案文件;不给编号时检查整个目录。")
    @Argument(help: ArgumentHelp("方案编号。", valueName: "id")) var ids: [String] = []
    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      do {
        let wanted = ids.isEmpty ? try SchemeShelf.allIDs() : ids
        let catalogue = try SchemeShelf.desk(for: wanted).catalogue
        if json {
          return print(
            try machineText(
              wanted.flatMap { id in try Self.remarks(id, catalogue).map { LintLine(id, $0) } }))
        }
        for id in wanted {
          let remarks = try Self.remarks(id, catalogue)
          print("\(id):\(remarks.count) 条")
          for remark in remarks { print("  \(remark)") }
        }
        print("\(wanted.count) 个方案都可以使用。")
      } catch { throw failure(error) }
    }
  }
}

extension SchemeCommand.Lint {
  private static func remarks(_ id: String, _ catalogue: Catalogue) throws -> [LintRemark] {
    try catalogue.kind(of: id) == .combination
      ? SchemeLint().remarks(on: catalogue.combination(id))
      : SchemeLint().remarks(on: catalogue.load(id))
  }
}

extension Catalogue.Kind {
  fileprivate var title: String {
    switch self {
    case .scheme: "方案"
    case .combination: "合成"
    case .quotas: "任务分配表"
    case .named: "栏目和文件名单"
    }
  }
}
