/// Reads a list of words: a line a word, its columns parted by tabs or commas:
/// `错误写法`, `正确写法`, `例外` (parted by `、`), `级别` (`确定` or `疑似`). `#` begins a comment.
public enum LexiconFile {
  /// What is wrong with a line.
  public struct Fault: Error, Hashable, Sendable {
    /// The kinds of fault.
    public enum Code: String, Sendable {
      case emptyWord, tooShort, tooLong, level, doubled, tooMany
    }
    /// 1-based.
    public let line: Int
    /// What is wrong.
    public let code: Code
    /// The text it is about.
    public let text: String
  }

  /// Words a list may hold; a hundred thousand words of ten characters make about 100 MB.
  public static let maximumEntries = 200_000
  private static let maximumLength = 200

  /// Every fault of the list, or its words; nothing of a faulty list is used.
  public static func read(_ text: String) -> Result<[Lexicon.Entry], FaultList> {
    var entries: [Lexicon.Entry] = []
    var seen = Set<String>()
    var faults: [Fault] = []
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let content = line.prefix { $0 != "#" }.trimmingSpaces()
      guard !content.isEmpty else { continue }
      switch entry(content) {
      case .success(let entry):
        if seen.insert(entry.wrong).inserted {
          entries.append(entry)
        } else {
          faults.append(Fault(line: number + 1, code: .doubled, text: entry.wrong))
        }
      case .failure(let code):
        faults.append(Fault(line: number + 1, code: code.code, text: String(content.prefix(40))))
      }
      if entries.count > maximumEntries {
        faults.append(Fault(line: number + 1, code: .tooMany, text: String(maximumEntries)))
        break
      }
    }
    return faults.isEmpty ? .success(entries) : .failure(FaultList(faults: faults))
  }

  /// All faults of a list.
  public struct FaultList: Error, Sendable {
    /// In the order of the lines.
    public let faults: [Fault]
  }

  private struct LineFault: Error { let code: Fault.Code }

  private static func entry(_ line: String) -> Result<Lexicon.Entry, LineFault> {
    let separator: Character = line.contains("\t") ? "\t" : ","
    let fields = line.split(separator: separator, omittingEmptySubsequences: false)
      .map { $0.trimmingSpaces() }
    guard let wrong = fields.first, !wrong.isEmpty else {
      return .failure(LineFault(code: .emptyWord))
    }
    // A single character would mark half the site.
    guard wrong.unicodeScalars.count >= 2 else { return .failure(LineFault(code: .tooShort)) }
    guard wrong.utf8.count <= maximumLength else { return .failure(LineFault(code: .tooLong)) }
    let level = fields.count > 3 ? fields[3] : ""
    guard level.isEmpty || level == "确定" || level == "疑似" else {
      return .failure(LineFault(code: .level))
    }
    let exceptions = fields.count > 2 ? fields[2].split(separator: "、").map(String.init) : []
    return .success(
      Lexicon.Entry(
        wrong: wrong, right: fields.count > 1 ? fields[1] : "",
        exceptions: exceptions.filter { $0.contains(wrong) }, isCertain: level == "确定"))
  }
}
