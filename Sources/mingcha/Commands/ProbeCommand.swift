import ArgumentParser
import AuditModel
import Foundation
import Probes
import Scoring

struct ProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe", abstract: "检查项目:看什么、依据什么、服务于哪些指标。",
    subcommands: [List.self, Show.self, Catalogue.self])
}

extension ProbeCommand {
  struct Catalogue: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "全部说明卡,Markdown 格式(即 Probes/README.md)。", shouldDisplay: false)

    func run() throws {
      let served = try SchemeShelf.indicatorsByProbe()
      var lines = [
        "# 检查项目", "", "由 `scripts/generate-docs` 从各项目的说明卡生成,请勿手改。", "",
        "| 编号 | 名称 | 类别 | 服务的指标数 |", "| --- | --- | --- | --- |",
      ]
      for card in ProbeCatalogue.cards {
        let count = served[card.id]?.count ?? 0
        lines.append("| `\(card.id)` | \(card.title) | \(card.family.title) | \(count) |")
      }
      for card in ProbeCatalogue.cards { lines += section(card, served[card.id] ?? []) }
      print(lines.joined(separator: "\n"))
    }

    private func section(_ card: ProbeCard, _ served: [String]) -> [String] {
      let citations = card.citations.map { "- \($0.description)〔\($0.confidence.title)〕" }
      let codes = card.codes.map { "`\($0)`" }.joined(separator: " ")
      return [
        "", "## \(card.id) \(card.title)", "", "**看什么** \(card.checks)", "",
        "**符合** \(card.passes)", "", "**不符合** \(card.fails)", "",
        "**无法判定** \(card.cannotDecide)", "", "**依据**", "",
      ] + citations + ["", "**结论代码** \(codes)", ""]
        + (served.isEmpty
          ? ["**服务于** 没有方案的指标用到它,由人判断。"]
          : ["**服务于**", ""] + served.map { "- \($0)" })
    }
  }

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
