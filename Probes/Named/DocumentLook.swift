import AuditModel
import SiteModel
import WebAddress

/// How a titled thing answers a named document.
enum DocumentLook: Equatable {
  /// It is the document, of the year wanted.
  case found
  /// It is, but nothing tells of which year.
  case undated
  /// Only a label that names it was seen.
  case unopened
  /// Dated after the last day.
  case late(Day)
  case otherYear(Int)
  /// Only a draft put up for comment.
  case draft
  /// Another body's, that the unit only republishes.
  case foreign
  /// News or an explanation of it.
  case news

  /// The word values and sentences know it by.
  var word: String {
    switch self {
    case .found: "found"
    case .undated: "undated"
    case .unopened: "unopened"
    case .late: "late"
    case .otherYear: "other-year"
    case .draft: "draft"
    case .foreign: "foreign"
    case .news: "news"
    }
  }

  /// Whether something like it is there, so that it may not be called missing.
  var isHint: Bool {
    switch self {
    case .undated, .unopened, .news: true
    case .found, .late, .otherYear, .draft, .foreign: false
    }
  }

  /// Of several things that are not it, the one that comes nearest is told of.
  var distance: Int {
    switch self {
    case .found: 0
    case .undated, .unopened: 1
    case .late: 2
    case .otherYear(let year): 10_000 - year
    case .news: 20_000
    case .draft: 20_001
    case .foreign: 20_002
    }
  }
}

/// A named document with its words folded, and the time it is wanted for.
struct DocumentSearch {
  let document: NamedDocument
  /// The year wanted; nil where there is not one for each year.
  let year: Int?
  private let unit: AuditedUnit
  private let asOf: Day
  private let groups: [[String]]
  private let without: [String]
  private let columns: [String]

  init(_ document: NamedDocument, unit: AuditedUnit, asOf: Day) {
    self.document = document
    self.unit = unit
    self.asOf = asOf
    groups = document.titles.map { $0.map { Naming.fold($0) } }
    without = document.without.map { Naming.fold($0) }
    columns = document.columns.map { Naming.fold($0) }
    year = document.due.map { due in
      let isDue = (asOf.month, asOf.day) >= (due.month, due.day)
      return (isDue ? asOf.year : asOf.year - 1) - document.back
    }
  }

  /// Whether a column is one of those where the document belongs.
  func covers(_ names: [String]) -> Bool {
    columns.contains { run in names.contains { $0.holdsFolded(run) } }
  }

  /// What the thing is to the document; nil when it has nothing to do with it.
  func look(_ thing: TitledThing) -> DocumentLook? {
    guard isNamed(thing), !without.contains(where: { thing.folded.holdsFolded($0) }),
      isHosted(thing), thing.day.map({ $0 <= asOf }) ?? true
    else { return nil }
    // The name of a column is no document of some year.
    if thing.isLabel, year != nil || document.rhythm != nil, thing.years.isEmpty { return nil }
    if document.hosts.isEmpty, let kind = kind(of: thing) { return kind }
    if let deadline = document.deadline {
      guard let day = thing.day else { return .undated }
      if day > deadline { return .late(day) }
    }
    let look = year.map { self.time(of: thing, wanted: $0) } ?? .found
    return look == .found && thing.isUnopened ? .unopened : look
  }

  /// A title names it itself, or with the name of the column it stands in; without words of its
  /// own everything in its columns is meant.
  private func isNamed(_ thing: TitledThing) -> Bool {
    if groups.isEmpty { return covers(thing.column) }
    if groups.contains(where: { $0.allSatisfy { thing.folded.holdsFolded($0) } }) { return true }
    guard year != nil, !thing.years.isEmpty, covers(thing.column) else { return false }
    return groups.contains { group in
      thing.column.contains { name in group.allSatisfy { name.holdsFolded($0) } }
    }
  }

  private func isHosted(_ thing: TitledThing) -> Bool {
    guard !document.hosts.isEmpty else { return true }
    guard let host = thing.url?.host else { return false }
    return document.hosts.contains { host == $0 || host.hasSuffix(".\($0)") }
  }

  /// What keeps a title from being the document itself.
  private func kind(of thing: TitledThing) -> DocumentLook? {
    if holds(DocumentWords.draft, thing) { return .draft }
    if document.isNews || groups.isEmpty { return nil }
    if holds(DocumentWords.news, thing) || isInterpretation(thing) { return .news }
    if !thing.title.contains("关于"), holds(DocumentWords.heralds, thing) { return .news }
    if case .other = PolicyOrigin(title: thing.title, unit: unit) { return .foreign }
    return nil
  }

  private func isInterpretation(_ thing: TitledThing) -> Bool {
    TitleMarks.isInterpretation(thing.title)
      && !groups.contains { $0.contains { TitleMarks.isInterpretation($0) } }
  }

  /// Words that the document's own name holds mean nothing.
  private func holds(_ words: [String], _ thing: TitledThing) -> Bool {
    words.contains { word in
      thing.folded.holdsFolded(word)
        && !groups.contains { $0.contains { $0.holdsFolded(word) || word.holdsFolded($0) } }
    }
  }

  private func time(of thing: TitledThing, wanted: Int) -> DocumentLook {
    let isSeries = document.isNews || groups.isEmpty
    if isSeries, let day = thing.day {
      return day.year == wanted ? .found : .otherYear(day.year)
    }
    let years = thing.years
    if years.contains(wanted) { return .found }
    if let latest = years.max() { return .otherYear(latest) }
    guard let day = thing.day else { return .undated }
    return day.year == wanted ? .found : .otherYear(day.year)
  }
}

/// Words in titles that tell a document from drafts of it and news about it.
enum DocumentWords {
  static let draft = ["征求意见", "征集意见", "意见征集", "公开征求", "草案", "听证"]
  static let news = [
    "召开", "举行", "举办", "座谈会", "推进会", "动员会", "部署会", "启动会", "培训班", "专题会", "调研", "督导", "观摩",
    "学习贯彻",
  ]
  /// `我市公布2022年度……目录`: somebody tells of it.
  static let heralds = ["我市", "我县", "我区", "我局", "我省", "全市首", "全县首"]
}
