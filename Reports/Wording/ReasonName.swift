/// Chinese names of reason ids, for what is printed beside a report.
public enum ReasonName {
  /// Why an address was known and not asked for.
  public static func notExamined(_ id: String) -> String { Names.notExamined(id) }
}
