import ArgumentParser
import AuditModel
import Foundation
import Probes
import Scoring

struct ProbeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe", abstract: "检查项目:看什么、依据什么、服务于哪些指标。",
    subcommands: [List.self, Show.self, Catalogue.self, Stock.self])
}

extension ProbeCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出全部检查项目。")
    @Flag(help: "机器可读的结果。") var json = false

    func run() throws {
      let cards = ProbeCatalogue.all.map { $0.card }
      if json { return print(try machineText(cards)) }
      let served = try SchemeShelf.indicatorsByProbe()
      for card in cards {
        let count = served[card.id]?.count ?? 0
        print("\(card.id)\t\(card.family.title)\t\(card.title)\t服务于 \(count) 个指标")
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
      print("实测:\(MeasurementText.sentence(ProbeMeasurement.of(id)))")
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
