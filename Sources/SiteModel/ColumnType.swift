/// What a column is for, as far as rules depend on it.
public enum ColumnType: String, Sendable, Codable, CaseIterable {
  case home, overview, functions, leaders, platform
  case guide, institutions, statutory, annualReport, application, websiteReport
  case news, notice, policyFiles, normativeDocuments, interpretation, response
  case personnel, planning, statistics, budget
  case service, consultation, survey, interview, openData
  case powerList, proposals, decisions

  /// The type a name such as 政策解读 stands for; nil when no rule knows it.
  public init?(named name: String) {
    guard let type = ColumnVocabulary.type(ofName: Naming.column(name)) else { return nil }
    self = type
  }

  /// The Chinese word people read.
  public var title: String { ColumnVocabulary.titles[self] ?? rawValue }
}

/// Where a column's type was read from; an address slug alone is weak.
public enum ColumnTypeSource: String, Sendable, Codable {
  case meta, name, address
}
