import AuditModel
import Foundation
import Testing

/// Holidays and shifted working days as announced, and periods counted with them.
@Suite("Working calendar") struct WorkingCalendarTests {
  let calendar = WorkingCalendar.national

  func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test("weekends rest, shifted weekends are worked, holidays rest")
  func kinds() throws {
    #expect(calendar.isWorkingDay(try day("2024-02-04")) == true)
    #expect(calendar.isWorkingDay(try day("2024-02-12")) == false)
    #expect(calendar.isWorkingDay(try day("2024-03-09")) == false)
    #expect(calendar.isWorkingDay(try day("2024-03-11")) == true)
    #expect(calendar.isWorkingDay(try day("2022-12-31")) == false)
  }

  @Test("a period begins the day after and runs over holidays")
  func deadlines() throws {
    #expect(calendar.deadline(20, workingDaysAfter: try day("2026-09-01")) == Day("2026-09-29"))
    #expect(calendar.deadline(3, workingDaysAfter: try day("2024-09-30")) == Day("2024-10-10"))
    #expect(calendar.workingDays(from: try day("2024-09-30"), to: try day("2024-10-12")) == 5)
    #expect(calendar.workingDays(from: try day("2024-10-12"), to: try day("2024-09-30")) == -5)
    #expect(calendar.workingDays(from: try day("2024-10-12"), to: try day("2024-10-12")) == 0)
  }

  @Test("outside the known years nothing is said")
  func unknown() throws {
    let last = try day("\(calendar.years.upperBound)-12-31")
    #expect(calendar.years.contains(2010) && calendar.years.contains(2026))
    #expect(calendar.isWorkingDay(last.adding(days: 1)) == nil)
    #expect(calendar.deadline(1, workingDaysAfter: last) == nil)
    #expect(calendar.workingDays(from: try day("2009-12-31"), to: try day("2010-01-04")) == nil)
  }

  @Test("agrees with a public copy of the arrangements, day for day")
  func published() throws {
    guard let folder = Self.suite else {
      print("skipped: no ../shared/suites/holidays (set MINGCHA_SHARED)")
      return
    }
    var checked = 0
    for year in calendar.years {
      let file = folder.appendingPathComponent("\(year).json")
      guard let data = try? Data(contentsOf: file) else { continue }
      let arrangement = try JSONDecoder().decode(Arrangement.self, from: data)
      for entry in arrangement.days {
        let day = try day(entry.date)
        guard calendar.years.contains(day.year) else { continue }
        #expect(calendar.isWorkingDay(day) == !entry.isOffDay, "\(entry.date) \(entry.name)")
        checked += 1
      }
    }
    #expect(checked > 400)
  }

  private struct Arrangement: Decodable {
    struct Entry: Decodable {
      let name: String
      let date: String
      let isOffDay: Bool
    }
    let days: [Entry]
  }

  private static var suite: URL? {
    var candidates: [URL] = []
    if let path = ProcessInfo.processInfo.environment["MINGCHA_SHARED"] {
      candidates.append(URL(fileURLWithPath: path))
    }
    var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while root.path.count > 1 {
      root = root.deletingLastPathComponent()
      candidates.append(root.appendingPathComponent("shared"))
    }
    return candidates.map { $0.appendingPathComponent("suites/holidays") }
      .first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("2024.json").path) }
  }
}
