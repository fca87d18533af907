import ArgumentParser

extension ProbeCommand {
  /// For `scripts/bench judging`.
  struct Stock: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "测速:把存好的网页(目录/主机/路径.html)写成一次已完成的检查,供 replay 判定。",
      shouldDisplay: false)

    @Argument(help: "网页所在目录。") var folder: String
    @Option(help: "共要多少页,不足时重复。") var pages = 10_000
    @Option(help: "单位名称。") var name = "样例市人民政府"
    @Option(help: ArgumentHelp("写到这里。", valueName: "dir")) var out: String

    func validate() throws {
      guard pages > 0 else { throw ValidationError("页数要大于0。") }
    }

    func run() async throws {
      let saved = try SavedFolder(folder, limit: pages)
      guard !saved.pages.isEmpty else { throw ValidationError("\(folder) 里没有网页。") }
      try await SavedSweep(saved).write(pages: pages, to: out, unit: name)
    }
  }
}
