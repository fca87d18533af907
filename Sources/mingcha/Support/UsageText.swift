/// What a person reads who mistyped a command: ArgumentParser's English findings in Chinese, with
/// the option concerned. A finding of a form not known here is shown as it is.
struct UsageText {
  /// What is wrong, one sentence.
  let message: String
  /// The same with help and usage lines.
  let full: String

  var text: String {
    let usage = full.split(separator: "\n").compactMap { line -> String? in
      if line.hasPrefix("Usage: ") { return "用法:\(line.dropFirst("Usage: ".count))" }
      let see = line.drop { $0 == " " }
      guard see.hasPrefix("See '"), let end = see.dropFirst(5).firstIndex(of: "'") else {
        return nil
      }
      return "详见 \(see.dropFirst(5)[..<end])"
    }
    return (["错误:\(sentence)"] + usage).joined(separator: "\n")
  }

  private var sentence: String {
    let parts = message.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3 else { return message }
    switch parts[0] {
    case "Unknown option ": return "不认识的选项 \(parts[1])。"
    case "Missing expected argument ": return "缺少参数 \(parts[1])。"
    case "Missing value for ": return "选项 \(parts[1]) 后面缺少值(以 - 开头的值写作 --选项=值)。"
    case "Unexpected argument ": return "不认识的命令或多余的参数:“\(parts[1])”。"
    case "The value " where parts.count >= 5 && parts[2] == " is invalid for ":
      return "\(parts[3]) 的值“\(parts[1])”有误\(remark(parts[4...].joined(separator: "'")))"
    case let many where many.hasSuffix(" unexpected arguments: "):
      let words = parts.indices.filter { $0 % 2 == 1 }.map { "“\(parts[$0])”" }
      return "不认识的命令或多余的参数:\(words.joined())。"
    default: return message
    }
  }

  /// What follows the value: our own sentence behind a colon, or the allowed values.
  private func remark(_ rest: String) -> String {
    if rest.hasPrefix(": ") { return ":\(rest.dropFirst(2))" }
    let allowed = rest.split(separator: "'").enumerated().filter { $0.offset % 2 == 1 }
    guard !allowed.isEmpty else { return "。" }
    return "。可用:\(allowed.map { String($0.element) }.joined(separator: "、"))。"
  }
}
