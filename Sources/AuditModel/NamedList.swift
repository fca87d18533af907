/// What a scheme names and a probe looks for: columns, documents and yearly lists. Data of the
/// scheme; a probe reads it and knows nothing of the rules it serves.
public struct NamedList: Hashable, Sendable {
  public var columns: [NamedColumn]
  public var documents: [NamedDocument]

  public static let empty = NamedList()
  /// Ids of the probes that look for columns and for documents.
  public static let columnProbe = "columns.named"
  public static let documentProbe = "documents.named"

  public init(columns: [NamedColumn] = [], documents: [NamedDocument] = []) {
    self.columns = columns
    self.documents = documents
  }

  /// The same list with what another adds to it; what both name under one id is taken once.
  public mutating func add(_ other: NamedList) {
    let (columns, documents) = (Set(columns.map(\.id)), Set(documents.map(\.id)))
    self.columns += other.columns.filter { !columns.contains($0.id) }
    self.documents += other.documents.filter { !documents.contains($0.id) }
  }
}

/// A column that a scheme names.
public struct NamedColumn: Hashable, Sendable, Identifiable {
  public var id: String
  /// What people read.
  public var title: String
  /// Runs of which one in a menu label is enough.
  public var names: [String]
  /// Runs that make a label another column's.
  public var without: [String]
  /// Whether every unit the scheme assesses must have it; if not, its absence is a question.
  public var isDuty: Bool

  public init(
    id: String, title: String, names: [String], without: [String] = [], isDuty: Bool = false
  ) {
    self.id = id
    self.title = title
    self.names = names
    self.without = without
    self.isDuty = isDuty
  }
}

/// A document, a yearly list or a series of articles that a scheme names.
public struct NamedDocument: Hashable, Sendable, Identifiable {
  /// How often a series must go on.
  public enum Rhythm: String, Hashable, Sendable, CaseIterable {
    case month, quarter

    /// Months each part of the year has.
    public var months: Int { self == .month ? 1 : 3 }
  }

  /// The day of the year by which the year's document must be there.
  public struct YearDay: Hashable, Sendable {
    public var month: Int
    public var day: Int

    public init(month: Int, day: Int) {
      self.month = month
      self.day = day
    }
  }

  public var id: String
  /// What people read.
  public var title: String
  /// Groups of words; a title that holds every word of one group is the document's. None: every
  /// entry of the columns is.
  public var titles: [[String]]
  /// Words that make a title another document's.
  public var without: [String]
  /// Runs in the names of the columns where it belongs: only when these were read to the end may
  /// it be called missing.
  public var columns: [String]
  /// Set when there is one for each year: from this day on the current year's is wanted, before
  /// it last year's.
  public var due: YearDay?
  /// How many years before the year it is published in the year it tells of lies.
  public var back: Int
  /// The last day on which it may be dated.
  public var deadline: Day?
  /// How many there must be in the year.
  public var least: Int
  /// Set when each month or quarter must have one.
  public var rhythm: Rhythm?
  /// Publication itself is what the rule asks for: not found is a fault, not only a question.
  public var isDuty: Bool
  /// Articles about the thing (会议报道, 培训报道) are the thing.
  public var isNews: Bool
  /// Hosts of other bodies on which it stands; empty for the unit's own.
  public var hosts: [String]

  public init(
    id: String, title: String, titles: [[String]] = [], without: [String] = [],
    columns: [String] = [], due: YearDay? = nil, back: Int = 0, deadline: Day? = nil,
    least: Int = 1,
    rhythm: Rhythm? = nil, isDuty: Bool = false, isNews: Bool = false, hosts: [String] = []
  ) {
    self.id = id
    self.title = title
    self.titles = titles
    self.without = without
    self.columns = columns
    self.due = due
    self.back = back
    self.deadline = deadline
    self.least = least
    self.rhythm = rhythm
    self.isDuty = isDuty
    self.isNews = isNews
    self.hosts = hosts
  }
}
