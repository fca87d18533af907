public import OfficeFiles
import Scoring
public import Schemes

/// Reads a filled-in form back: the workbook `mingcha score template` made, as a file of
/// judgements. Either all of it can be used or none.
public struct FormReader {
  private let catalogue: Catalogue
  private let file: String

  /// - Parameter file: the name that stands in problems.
  public init(_ catalogue: Catalogue, file: String) {
    self.catalogue = catalogue
    self.file = file
  }

  /// - Parameter wanted: the scheme to be scored; nil: whichever the workbook is for.
  /// - Throws: ``SheetProblems`` with everything that is wrong, ``DiagnosticList`` when the scheme
  ///   itself cannot be read.
  public func read(_ book: Spreadsheet, wanted: String? = nil) throws -> JudgementFile {
    guard let about = AboutSheet(book) else {
      throw SheetProblems([SheetProblem(file: file, sentence: Wording.noAbout)])
    }
    guard let id = about[FormText.schemeKey] else {
      throw problems([(0, Wording.missingKey(FormText.schemeKey))])
    }
    if let wanted, wanted != id {
      throw problems([(about.row(of: FormText.schemeKey), Wording.otherScheme(id, wanted))])
    }
    let unknown = problems([(about.row(of: FormText.schemeKey), Wording.unknownScheme(id))])
    guard catalogue.ids.contains(id) else { throw unknown }
    let choices = try choices(about)
    let others = try others(about)
    guard let item = try item(id, choices, about) else { throw unknown }
    var reading = BookReading(
      file: file, book: book, about: about,
      editions: choices.isEmpty ? [:] : try catalogue.editions(id))
    if item.schemes.contains(where: \.hasQuotas) { reading.checkUnit(item.unitNames) }
    for scheme in item.schemes { reading.read(scheme) }
    guard reading.problems.isEmpty else { throw SheetProblems(reading.problems) }
    var result = item.isCombination ? reading.stages(others) : reading.single(others)
    (result.scheme, result.unit, result.choices) = (id, about[FormText.unitKey], choices)
    result.judgements.unit = result.unit
    return result
  }

  /// What the form is for, under the readings chosen; a choice that does not exist is a fault of
  /// its cell.
  private func item(
    _ id: String, _ choices: [String: String], _ about: AboutSheet
  ) throws -> Catalogue.Item? {
    do { return try catalogue.item(id, choices: choices) } catch {
      let sentences = error.diagnostics.compactMap { Wording.badChoice($0.fault) }
      guard !sentences.isEmpty else { throw error }
      throw problems(sentences.map { (about.row(of: FormText.choicesKey), $0) })
    }
  }

  private func choices(_ about: AboutSheet) throws(SheetProblems) -> [String: String] {
    var choices: [String: String] = [:]
    let parts = plain(about[FormText.choicesKey] ?? "").split { ";,、\n".contains($0) }
    for part in parts where !trimmed(part).isEmpty {
      let sides = part.split(separator: "=").map(trimmed)
      guard sides.count == 2, choices[sides[0]] == nil else {
        throw problems([(about.row(of: FormText.choicesKey), Wording.badChoices)])
      }
      choices[sides[0]] = sides[1]
    }
    return choices
  }

  private func others(_ about: AboutSheet) throws(SheetProblems) -> Judgements.Others {
    guard let word = about[FormText.othersKey] else { return .unassessed }
    guard let known = FormText.othersWords.first(where: { $0.word == word }) else {
      throw problems([(about.row(of: FormText.othersKey), Wording.badDefault(word))])
    }
    return known.others
  }

  private func problems(_ list: [(row: Int, sentence: String)]) -> SheetProblems {
    SheetProblems(
      list.map {
        SheetProblem(
          file: file, sheet: FormText.aboutSheet, row: $0.row, column: $0.row > 0 ? "B" : "",
          sentence: $0.sentence)
      })
  }
}

extension Scheme {
  fileprivate var hasQuotas: Bool {
    criteria.contains { if case .quota = $0.rule { true } else { false } }
  }
}
