import ArgumentParser
import AuditModel
import Probes

extension ProbeCommand {
  /// The catalogue page `Probes/README.md`, from the cards and the measurements.
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
      lines += MeasurementText.table
      for card in ProbeCatalogue.cards { lines += section(card, served[card.id] ?? []) }
      print(lines.joined(separator: "\n"))
    }

    private func section(_ card: ProbeCard, _ served: [String]) -> [String] {
      let citations = card.citations.map { "- \($0.description)〔\($0.confidence.title)〕" }
      let codes = card.codes.map { "`\($0)`" }.joined(separator: " ")
      let measured = MeasurementText.sentence(of: card.id)
      return [
        "", "## \(card.id) \(card.title)", "", "**看什么** \(card.checks)", "",
        "**符合** \(card.passes)", "", "**不符合** \(card.fails)", "",
        "**无法判定** \(card.cannotDecide)", "", "**实测** \(measured)", "", "**依据**", "",
      ] + citations + ["", "**结论代码** \(codes)", ""]
        + (served.isEmpty
          ? ["**服务于** 没有方案的指标用到它,由人判断。"]
          : ["**服务于**", ""] + served.map { "- \($0)" })
    }
  }
}

/// What was measured of the probes, in words and as a table.
enum MeasurementText {
  static func sentence(of probe: String) -> String {
    guard let measured = ProbeMeasurement.of(probe) else { return "尚未测过,只提请人判断,不直接判不符合。" }
    var words =
      "在 \(measured.portals) 个埋设问题与干扰项的站点上,埋设 \(measured.planted) 处,查出 \(measured.found) 处,"
      + "漏 \(measured.planted - measured.found) 处,误报 \(measured.wrong) 处"
    let real = measured.onRealPages
    if real.reported > 0 {
      words += ";真实网页上报出 \(real.reported) 处,逐条读过 \(real.read) 处,其中误报 \(real.wrong) 处"
    }
    guard let precision = measured.precision, let least = measured.precisionAtLeast else {
      return words + "。没有可算的精确率。"
    }
    words += "。精确率 \(share(precision))(样本 \(measured.judged),95% 下限 \(share(least)))"
    if ProbeMeasurement.untried.contains(probe) { return words + ";尚未与真实门户对照,只提请人判断。" }
    return words + (measured.mayFail ? "。" : ",低于 0.9,只提请人判断,不直接判不符合。")
  }

  static var table: [String] {
    let head = [
      "", "## 实测", "",
      "站点由各项目的夹具以多种版式生成(`scripts/measure-probes`);真实网页一列只给数目:报出、读过、误报。"
        + "精确率低于 0.9 的项目只提请人判断。", "",
      "| 编号 | 站点 | 埋设 | 查出 | 漏 | 误报 | 真实网页 | 精确率 | 95% 下限 | 查全率 |",
      "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    return head + ProbeCatalogue.cards.map { row($0.id) }
  }

  private static func row(_ id: String) -> String {
    guard let one = ProbeMeasurement.of(id) else { return "| `\(id)` | 未测 | | | | | | | | |" }
    let real = one.onRealPages
    let cells = [
      "`\(id)`", "\(one.portals)", "\(one.planted)", "\(one.found)", "\(one.planted - one.found)",
      "\(one.wrong)", "\(real.reported)/\(real.read)/\(real.wrong)", share(one.precision),
      share(one.precisionAtLeast), share(one.recall),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }

  /// Two decimals, rounded down: nothing is claimed that was not measured.
  private static func share(_ value: Double?) -> String {
    guard let value else { return "–" }
    let hundredths = Int((value * 100 + 1e-9).rounded(.down))
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
