import AuditModel
import OfficeFiles
import Scoring

/// Why a cell cannot be used, as a sentence with the remedy.
struct CellRefusal: Error {
  let sentence: String
}

/// What a value cell says.
enum CellEntry: Equatable {
  case value(FactValue)
  /// 未考核 or 不适用: about the whole indicator.
  case status(StatusJudgement.Status)

  /// - Parameter expected: what may be written, in words.
  init(
    _ value: Spreadsheet.Value, rule: Rule, expected: String
  ) throws(CellRefusal) {
    switch value {
    case .flag(let flag): self = .value(.flag(flag))
    case .text(let text): try self.init(text: plain(text), rule, expected)
    case .number(let number):
      try self.init(text: try CellEntry.text(of: number, rule), rule, expected)
    default: throw CellRefusal(sentence: CellEntry.refusal(of: value))
    }
  }

  private init(text: String, _ rule: Rule, _ expected: String) throws(CellRefusal) {
    if let status = CellEntry.status(text) {
      self = .status(status)
    } else if let value = EntryText(rule: rule).value(text) {
      guard !rule.isOnce || !value.isSeveral else { throw CellRefusal(sentence: Wording.once) }
      self = .value(value)
    } else if text.contains("/"), Rational(text) != nil {
      throw CellRefusal(sentence: Wording.isFraction(text))
    } else {
      throw CellRefusal(sentence: Wording.notUnderstood(text, expected))
    }
  }

  private static func status(_ text: String) -> StatusJudgement.Status? {
    FormText.statusWords.first { $0.word == text || $0.status.title == text }?.status
  }

  /// The exact text a number cell was meant to hold.
  private static func text(of number: CellNumber, _ rule: Rule) throws(CellRefusal) -> String {
    guard number.format != .duration else {
      throw CellRefusal(sentence: Wording.isDuration(number.raw))
    }
    guard number.format != .percent || rule.takesShare else {
      throw CellRefusal(sentence: Wording.isPercent)
    }
    guard let meant = number.meant else {
      throw CellRefusal(sentence: Wording.isComputed(number.raw))
    }
    return meant
  }

  /// Why a cell that holds neither a text nor a number nor a flag is of no use.
  static func refusal(of value: Spreadsheet.Value) -> String {
    switch value {
    case .date(let date): Wording.isDate(date.shown)
    case .error(let text): Wording.isError(text)
    case .uncomputed: Wording.uncomputed
    case .text(let text): Wording.notADay(text)
    case .number(let number): Wording.notADay(number.raw)
    case .flag: Wording.notADay("\(value)")
    }
  }
}

extension CellDate {
  var shown: String { day?.description ?? raw }
}

extension FactValue {
  /// A number above one, where only yes or no counts.
  fileprivate var isSeveral: Bool {
    if case .number(let number) = self { number > 1 } else { false }
  }
}

extension Rule {
  /// Counts once, however often it happened.
  var isOnce: Bool {
    switch self {
    case .fail(let fail): fail.need == nil
    case .step(let step): step.count == .once
    case .band, .ratio, .judge, .quota: false
    }
  }

  /// A percentage is a possible value.
  var takesShare: Bool {
    switch self {
    case .ratio: true
    case .band(let band): band.isShare
    case .judge(let judge): judge.unit == .rate
    case .step(let step):
      if case .conditions(let conditions) = step.count {
        conditions.count == 1 && conditions.first?.kind == .share
      } else {
        false
      }
    case .fail, .quota: false
    }
  }
}

/// The day of an assessment: a date cell, or a text that is a day.
enum CellDay {
  static func read(_ value: Spreadsheet.Value) throws(CellRefusal) -> Day {
    switch value {
    case .date(let date):
      guard let day = date.day, day.year >= 2000 else {
        throw CellRefusal(sentence: Wording.notADay(date.shown))
      }
      return day
    case .text(let text):
      guard let day = day(plain(text)) else { throw CellRefusal(sentence: Wording.notADay(text)) }
      return day
    default: throw CellRefusal(sentence: CellEntry.refusal(of: value))
    }
  }

  /// `2022-12-20`, `2022/1/5`, `2022.1.5`, `2022年1月5日`.
  private static func day(_ text: String) -> Day? {
    let text = text.hasSuffix("日") ? String(text.dropLast()) : text
    let parts = text.split(
      omittingEmptySubsequences: false, whereSeparator: { "-/.年月".contains($0) })
    guard parts.count == 3, parts[0].count == 4,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return Day(year: year, month: month, day: day)
  }
}

/// A cell of free text: names, reasons, evidence.
enum CellText {
  static func read(_ value: Spreadsheet.Value?) throws(CellRefusal) -> String? {
    switch value {
    case nil: return nil
    case .text(let text):
      let text = trimmed(text[...])
      guard text.count <= 2000 else { throw CellRefusal(sentence: Wording.longText) }
      return text.isEmpty ? nil : text
    case .number(let number): return number.meant ?? number.raw
    case .date(let date): return date.shown
    case .flag(let flag): return flag ? "是" : "否"
    case .error(let text): throw CellRefusal(sentence: Wording.isError(text))
    case .uncomputed: throw CellRefusal(sentence: Wording.uncomputed)
    }
  }
}
