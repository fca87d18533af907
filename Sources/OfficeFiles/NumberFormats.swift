/// What the formats of a workbook make of a number (ECMA-376 Part 1 §18.8.30).
enum NumberLook: Hashable {
  case number(CellNumber.Format)
  case date(showsDay: Bool, showsTime: Bool)

  /// The built-in formats, by number. 27–36 and 50–58 are the dates and times of Chinese, Japanese
  /// and Korean versions.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .number(.percent)
    case 11, 48: self = .number(.scientific)
    case 12, 13: self = .number(.fraction)
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date(showsDay: true, showsTime: false)
    case 18...21, 32...35, 45, 47, 55, 56: self = .date(showsDay: false, showsTime: true)
    case 22: self = .date(showsDay: true, showsTime: true)
    case 46: self = .number(.duration)
    case 49: self = .number(.text)
    default: self = .number(.general)
    }
  }

  /// A format code such as `yyyy"年"m"月"d"日"` or `0.00%`; only its first section counts.
  init(code: String) {
    let letters = FormatLetters(code)
    if letters.isElapsed {
      self = .number(.duration)
    } else if letters.isDate {
      self = .date(showsDay: letters.showsDay, showsTime: letters.showsTime)
    } else if letters.text.contains("%") {
      self = .number(.percent)
    } else if letters.text.contains("@") {
      self = .number(.text)
    } else if letters.text.contains("e+") || letters.text.contains("e-") {
      self = .number(.scientific)
    } else {
      self = .number(letters.text.contains("/") ? .fraction : .general)
    }
  }
}

/// The letters of a format code that mean something: no quoted or escaped text, no colours, no
/// locales.
private struct FormatLetters {
  private(set) var text = ""
  private(set) var isElapsed = false

  init(_ code: String) {
    var rest = Array(code.lowercased().prefix(255))[...]
    while let letter = rest.popFirst(), letter != ";" {
      switch letter {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if !inside.isEmpty,
          Set(inside).isSubset(of: ["h"]) || Set(inside).isSubset(of: ["m"])
            || Set(inside).isSubset(of: ["s"])
        {
          isElapsed = true
        }
      default: text.append(letter)
      }
    }
  }

  private var isGeneral: Bool { text.contains("general") || text.contains("通用格式") }

  var isDate: Bool { !isGeneral && (showsDay || showsTime) }

  /// `m` is a month unless hours or seconds stand in the code without a year or day.
  var showsDay: Bool {
    text.contains("y") || text.contains("d") || text.contains("aaa")
      || (text.contains("m") && !hasClock) || (text.contains("e") && !hasPower)
  }

  var showsTime: Bool { hasClock }

  private var hasClock: Bool { text.contains("h") || text.contains("s") }
  private var hasPower: Bool { text.contains("e+") || text.contains("e-") }
}
