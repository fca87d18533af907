import OfficeFiles
import Schemes
import Scoring

/// The sheets of a form, one after another, with everything that is wrong with any of them.
struct BookReading {
  let file: String
  let book: Spreadsheet
  let about: AboutSheet
  /// By scheme: what its version in the book must be.
  let editions: [String: String]
  private(set) var problems: [SheetProblem] = []
  private var parts: [Part] = []

  private struct Part {
    let scheme: String
    let reading: SheetReading
    let ownScore: JudgementFile.Stage?
    let givenScore: JudgementFile.Stage?
  }

  init(file: String, book: Spreadsheet, about: AboutSheet, editions: [String: String]) {
    (self.file, self.book, self.about, self.editions) = (file, book, about, editions)
  }

  /// Where points rest on quotas, the unit must be one the document assesses. Elsewhere a list of
  /// units moves no point, and another place may use the same scheme.
  mutating func checkUnit(_ units: UnitNames) {
    guard let unit = about[FormText.unitKey], !units.names.isEmpty, units.listed(unit) == nil
    else { return }
    problem(about.row(of: FormText.unitKey), "B", Wording.unlistedUnit(unit, units.names))
  }

  mutating func read(_ scheme: Scheme) {
    guard let entry = about.entries.first(where: { $0.scheme == scheme.id }) else {
      return problem(0, "", Wording.missingKey(scheme.id))
    }
    let edition = editions[scheme.id] ?? scheme.formVersion
    guard entry.version == edition else {
      return problem(entry.row, "C", Wording.otherVersion(entry.version, edition))
    }
    guard let sheet = book.sheets.first(where: { $0.name == entry.sheet }) else {
      return problem(entry.row, "A", Wording.missingSheet(entry.sheet))
    }
    let reading = SheetReading(
      sheet, scheme: scheme, unit: about[FormText.unitKey], file: file)
    problems += reading.problems
    let own = score(entry.ownScore, entry.row, "D", isFilled: !reading.own.isEmpty)
    let given = score(entry.givenScore, entry.row, "E", isFilled: !reading.given.isEmpty)
    parts.append(
      Part(scheme: scheme.id, reading: reading, ownScore: own, givenScore: given))
  }

  /// A stage's finished score from elsewhere.
  private mutating func score(
    _ value: Spreadsheet.Value?, _ row: Int, _ column: String, isFilled: Bool
  ) -> JudgementFile.Stage? {
    guard let value else { return nil }
    let rule = Rule.judge(JudgeRule(unit: .points(maximum: nil)))
    if case .text(let text) = value, plain(text).isEmpty { return nil }
    do throws(CellRefusal) {
      let entry = try CellEntry(value, rule: rule, expected: Wording.notAScore)
      if isFilled { problem(row, column, Wording.scoreAndRows) }
      switch entry {
      case .value(.number(let number)): return .score(number)
      case .status(.unassessed): return .unassessed
      default: throw CellRefusal(sentence: Wording.notAScore)
      }
    } catch {
      problem(row, column, error.sentence)
      return nil
    }
  }

  private mutating func problem(_ row: Int, _ column: String, _ sentence: String) {
    problems.append(
      SheetProblem(
        file: file, sheet: FormText.aboutSheet, row: row, column: column, sentence: sentence))
  }

  func single(_ others: Judgements.Others) -> JudgementFile {
    var given = parts.first?.reading.given.judgements ?? Judgements()
    given.others = others
    var own = parts.first?.reading.own.judgements ?? Judgements()
    own.others = others
    let hasOwn = parts.contains { !$0.reading.own.isEmpty }
    return JudgementFile(
      scheme: nil, unit: nil, judgements: given,
      own: hasOwn ? Assessment(judgements: own) : nil)
  }

  func stages(_ others: Judgements.Others) -> JudgementFile {
    var (given, own) = ([String: JudgementFile.Stage](), [String: JudgementFile.Stage]())
    for part in parts {
      given[part.scheme] = part.givenScore ?? stage(part.reading.given.judgements, others)
      own[part.scheme] = part.ownScore ?? stage(part.reading.own.judgements, others)
    }
    let hasOwn = parts.contains { !$0.reading.own.isEmpty || $0.ownScore != nil }
    return JudgementFile(
      scheme: nil, unit: nil, judgements: Judgements(), stages: given,
      own: hasOwn ? Assessment(judgements: Judgements(), stages: own) : nil)
  }

  private func stage(
    _ judgements: Judgements, _ others: Judgements.Others
  ) -> JudgementFile.Stage {
    var judgements = judgements
    judgements.others = others
    return .judgements(judgements)
  }
}
