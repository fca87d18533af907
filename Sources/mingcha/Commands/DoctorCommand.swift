import ArgumentParser
import Auditing
import Evidence
import Foundation
import OfficeFiles
import Reports

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "检查本机缺什么,并给出安装命令。")

  @Flag(help: "机器可读的结果。")
  var json = false

  func run() throws {
    let checks = Self.checks()
    if json {
      print(try machineText(checks))
    } else {
      for check in checks {
        print("\(check.isFine ? "✓" : "✗") \(check.title):\(check.detail)")
        if let remedy = check.remedy { print("    处理:\(remedy)") }
      }
    }
    if checks.contains(where: { !$0.isFine && $0.isRequired }) { throw ExitCode.misconfigured }
  }

  private struct Check: Encodable {
    var id: String
    var title: String
    var isFine: Bool
    /// Without it nothing works; the rest works with less evidence.
    var isRequired: Bool
    var detail: String
    var remedy: String?
  }

  private static func checks() -> [Check] {
    [browser(), fonts(), documents(), catalogue(), templates()]
  }

  private static func documents() -> Check {
    let missing = ReadingProgram.allCases.filter { !$0.isInstalled }
    let packages = Set(missing.map(\.package)).sorted().joined(separator: " ")
    return Check(
      id: "documents", title: "PDF 和旧版 Word 附件", isFine: missing.isEmpty, isRequired: false,
      detail: missing.isEmpty
        ? "可以读取" : "缺少 \(missing.map(\.rawValue).joined(separator: "、")),这类附件不作结论",
      remedy: missing.isEmpty ? nil : "apt-get install \(packages)")
  }

  private static func browser() -> Check {
    let found = Browser.available()
    let packages = found.missingPackages.joined(separator: " ")
    return Check(
      id: "browser", title: "浏览器(截图取证)", isFine: found.isUsable, isRequired: false,
      detail: found.isUsable ? found.browserVersion : "没有找到,截图将标为“无法取得”",
      remedy: found.isUsable ? nil : "apt-get install \(packages)")
  }

  private static func fonts() -> Check {
    let found = Browser.available().hasChineseFont
    return Check(
      id: "fonts", title: "中文字体", isFine: found, isRequired: false,
      detail: found ? "已安装" : "没有找到,截图上的汉字会是方框",
      remedy: found ? nil : "apt-get install fonts-noto-cjk")
  }

  private static func catalogue() -> Check {
    let count = (try? SchemeShelf.allIDs().count) ?? 0
    return Check(
      id: "catalogue", title: "考核方案目录", isFine: count > 0, isRequired: true,
      detail: "\(count) 个方案",
      remedy: count > 0 ? nil : "把 mingcha_Schemes.resources 放在程序旁边,或设置 MINGCHA_CATALOGUE")
  }

  private static func templates() -> Check {
    let isFine = (try? TemplateLibrary.bundled()) != nil
    return Check(
      id: "templates", title: "报告模板", isFine: isFine, isRequired: true,
      detail: isFine ? "已找到" : "没有找到",
      remedy: isFine ? nil : "把 mingcha_Reports.resources 放在程序旁边,或设置 MINGCHA_TEMPLATES")
  }
}
