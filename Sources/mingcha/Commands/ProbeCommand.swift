import ArgumentParser
import AuditModel
import Foundation
import Probes
import Scoring

struct ProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe", abstract: "检查项目:看什么、依据什么、服务于哪些指标。",
    subcommands: [List.self, People.self, Show.self, Catalogue.self, Stock.self])
}

extension ProbeCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "列出全部检查项目,各服务于哪些方案的哪些指标。")
    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      let served = try ServedIndicators(SchemeShelf.catalogue())
      if json {
        return print(try machineText(ProbeCatalogue.cards.map { ProbeAnswer($0, served) }))
      }
      for card in ProbeCatalogue.cards {
        let schemes = served.indicators(of: card.id)
        let count = schemes.reduce(0) { $0 + $1.entries.count }
        let use = count == 0 ? "没有方案的指标用到它" : "服务于 \(count) 个指标"
        print("\(card.id)\t\(card.family.title)\t\(card.title)\t\(use)")
        for (scheme, entries) in schemes {
          print("  \(scheme): \(entries.map { Self.name($0, card.id) }.joined(separator: " "))")
        }
      }
      print("带 * 的只列出线索,由人评定。由人决定的指标见 mingcha probe people。")
    }

    private static func name(_ entry: ServedIndicators.Entry, _ probe: String) -> String {
      entry.indicator.id + (entry.support.contains(probe) ? "*" : "")
    }
  }

  struct People: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "逐个方案列出由人决定的指标:没有检查项目的,和只有线索的。")
    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      let schemes = try ServedIndicators(SchemeShelf.catalogue()).decidedByPeople
      if json { return print(try machineText(schemes.flatMap(\.entries).map { PeopleAnswer($0) })) }
      for (id, title, entries) in schemes {
        print("\(id) \(title):由人决定 \(entries.count) 个指标")
        for entry in entries {
          let hint =
            entry.probes.isEmpty ? "没有检查项目,由人决定" : "由人决定,线索:\(entry.probes.joined(separator: " "))"
          print("  \(entry.indicator.id)\t\(entry.indicator.name)\t\(hint)")
        }
      }
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "一个检查项目的说明卡。")
    @Argument(help: "检查项目编号,如 columns.required。") var id: String

    func run() throws {
      let cards = ProbeCatalogue.all.map { $0.card }
      guard let card = cards.first(where: { $0.id == id }) else {
        complain("错误:没有检查项目“\(id)”。\(Wording.near(cards.map(\.id)))")
        throw ExitCode.misconfigured
      }
      print(Self.text(card, served: try SchemeShelf.indicatorsByProbe()[id] ?? []))
      print("实测:\(MeasurementText.sentence(of: id))")
    }

    static func text(_ card: ProbeCard, served: [String]) -> String {
      var lines = ["\(card.id) \(card.title)(\(card.family.title))", "看什么:\(card.checks)"]
      lines += ["符合:\(card.passes)", "不符合:\(card.fails)", "无法判定:\(card.cannotDecide)", "依据:"]
      lines += card.citations.map { "  \($0.description)〔\($0.confidence.title)〕" }
      lines.append(served.isEmpty ? "服务于:没有方案的指标用到它,由人判断" : "服务于:")
      return (lines + served.map { "  \($0)" }).joined(separator: "\n")
    }
  }
}
