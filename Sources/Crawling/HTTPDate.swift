public import AuditModel

/// The three date forms of HTTP (RFC 9110 §5.6.7), `Sun, 06 Nov 1994 08:49:37 GMT`,
/// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`, and what cookies make of them:
/// the parts are told by their form, as RFC 6265 §5.1.1 does.
public enum HTTPDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Nil for anything without day, month, year and time of day.
  public static func instant(_ text: String) -> Instant? {
    var parts = Parts()
    for word in text.prefix(64).lowercased().split(whereSeparator: { " ,-\t".contains($0) }) {
      parts.take(word)
    }
    guard let day = parts.day, let month = parts.month, let year = parts.year,
      let seconds = parts.seconds, let date = Day(year: year, month: month, day: day)
    else { return nil }
    return Instant(milliseconds: Int64(date.number * 86_400 + seconds) * 1000)
  }

  private struct Parts {
    var day: Int?
    var month: Int?
    var year: Int?
    /// Since midnight.
    var seconds: Int?

    mutating func take(_ word: Substring) {
      if word.contains(":") {
        if seconds == nil { seconds = Parts.time(word) }
      } else if let number = Int(word), word.utf8.allSatisfy({ (48...57).contains($0) }) {
        takeNumber(number, digits: word.utf8.count)
      } else if month == nil, let index = months.firstIndex(of: String(word.prefix(3))) {
        month = index + 1
      }
    }

    private mutating func takeNumber(_ number: Int, digits: Int) {
      if day == nil, digits <= 2 {
        day = number
      } else if year == nil, digits == 4 {
        year = number
      } else if year == nil, digits == 2 {
        year = number + (number < 70 ? 2000 : 1900)
      }
    }

    private static func time(_ word: Substring) -> Int? {
      let clock = word.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
      guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2],
        (0..<24).contains(hour), (0..<60).contains(minute), (0...60).contains(second)
      else { return nil }
      return hour * 3600 + minute * 60 + second
    }
  }
}
