import ArgumentParser
import AuditModel
import Auditing
import Foundation
import Ledger
import Reports
import Schemes

struct CrawlCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crawl", abstract: "只抓取,列出读到的页面地址;用于测速和排查。")

  @Argument(help: "网址。")
  var address: String

  @Flag(inversion: .prefixedNo, help: "是否保存网页存档。")
  var archive = true

  @OptionGroup var sweep: SweepOptions

  func run() async throws {
    do {
      let unit = try AuditedUnit(
        address: address, name: nil, kind: .department, platform: nil, scopes: [], schemes: [])
      var options = try sweep.auditOptions(confirmAfter: 600)
      options.archives = archive
      let folder = SweepFolder(root: sweep.out, kind: .sweep)
      let session = try SweepSession(folder: folder, options: options, schemes: [], judgements: [])
      let outcome = try await session.crawlOnly(units: [unit], target: "crawl:\(unit.id)")
      for page in outcome.pages { print(page) }
      for (reason, count) in outcome.notExamined.sorted(by: {
        ($1.value, $0.key) < ($0.value, $1.key)
      }) {
        complain("未查看 \(count) 个地址:\(ReasonName.notExamined(reason))")
      }
    } catch { throw failure(error) }
  }
}
