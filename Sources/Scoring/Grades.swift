/// A grade a document gives (等次), from the best down.
public struct Grade: Hashable, Sendable {
  /// The word the source uses, kept exactly: machines know the grade by it.
  public var name: String
  /// The word people read.
  public var title: String
  /// The result it needs; nil where the document draws no line.
  public var atLeast: Rational?

  public init(name: String, title: String? = nil, atLeast: Rational? = nil) {
    self.name = name
    self.title = title ?? name
    self.atLeast = atLeast
  }
}

/// Whether a unit gets a grade; unknown while its interval straddles the line or a veto is open.
public struct GradeRow: Hashable, Sendable, Codable {
  public var name: String
  public var title: String
  public var line: Rational?
  /// Whether a veto bars it.
  public var isBarred: Truth
  /// Nil where the document draws no line.
  public var isReached: Truth?

  /// Reached and not barred.
  public var isGiven: Truth {
    let free: Truth = isBarred == .yes ? .no : isBarred == .no ? .yes : .unknown
    return free.and(isReached ?? .unknown)
  }
}

extension GradeRow {
  init(_ grade: Grade, result: Interval?, isBarred: Truth) {
    self.init(
      name: grade.name, title: grade.title, line: grade.atLeast, isBarred: isBarred,
      isReached: grade.atLeast.map { line in
        guard let result else { return .unknown }
        if let low = result.low, low >= line { return .yes }
        if let high = result.high, high < line { return .no }
        return .unknown
      })
  }
}

extension Scorecard {
  /// The barred grades in the words people read.
  public var barTitles: [String] {
    bars.map { bar in grades.first { $0.name == bar }?.title ?? bar }
  }

  /// The grade, or those still possible: `优秀`, `优秀或合格`; nil where no line is drawn.
  public var gradeText: String? {
    let drawn = grades.filter { $0.line != nil }
    guard !drawn.isEmpty else { return nil }
    var possible: [String] = []
    for grade in drawn where grade.isGiven != .no {
      possible.append(grade.title)
      if grade.isGiven == .yes { return Wording.grades(possible) }
    }
    return Wording.grades(possible + [Wording.noGrade])
  }
}
