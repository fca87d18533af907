/// What a unit can be without duty for (`withoutDuty` of a registry): the ids of the columns and
/// topics that are looked for, with their names.
public enum DutyList {
  /// Names by id.
  public static var titles: [String: String] {
    let all = RequiredColumns.wanted + TopicList.all + LocalTopics.city + LocalTopics.township
    return Dictionary(all.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
  }
}
