import AuditModel
import Testing

@Suite("Days and moments")
struct DayTests {
  @Test("every day of four centuries survives the round trip through its number")
  func roundTrip() {
    for number in -36_524...110_000 {
      #expect(Day(number: number).number == number)
    }
  }

  @Test("known days have their known numbers and weekdays")
  func knownDays() throws {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2000, month: 3, day: 1)?.number == 11_017)
    #expect(Day(year: 2026, month: 11, day: 21)?.weekday == 6)
    #expect(Day(year: 1970, month: 1, day: 1)?.weekday == 4)
    #expect(Day(year: 1969, month: 12, day: 28)?.weekday == 7)
  }

  @Test(
    "days that no calendar has are refused",
    arguments: [
      "2023-02-29", "2020-13-01", "2020-00-10", "2020-1-01", "20200101", "2020-01-1x", "",
    ])
  func impossibleDays(text: String) { #expect(Day(text) == nil) }

  @Test("months are added by calendar, and the last day stays the last day")
  func monthsByCalendar() {
    let day = { (text: String) in Day(text) }
    #expect(day("2024-08-31")?.adding(months: 6) == day("2025-02-28"))
    #expect(day("2024-01-31")?.adding(months: 1) == day("2024-02-29"))
    #expect(day("2024-03-15")?.adding(months: -15) == day("2022-12-15"))
    #expect(day("2024-02-29")?.adding(days: 14) == day("2024-03-14"))
  }

  @Test("a moment belongs to the day it has in China")
  func chinaDay() throws {
    let beforeMidnight = Instant(milliseconds: 1_574_351_999_000)  // 2019-11-21T15:59:59Z
    #expect(beforeMidnight.day == Day("2019-11-21"))
    #expect(beforeMidnight.adding(seconds: 1).day == Day("2019-11-22"))
    #expect(beforeMidnight.description == "2019-11-21T23:59:59+08:00")
    #expect(beforeMidnight.utcDescription == "2019-11-21T15:59:59Z")
    let day = try #require(Day("2019-11-22"))
    #expect(Instant(startOf: day) == beforeMidnight.adding(seconds: 1))
    #expect(Instant(milliseconds: -1).utcDescription == "1969-12-31T23:59:59Z")
  }
}

@Suite("Identity of a finding")
struct FindingIdentityTests {
  @Test("depends on unit, probe and subject, and on nothing else")
  func dependsOnItsKeys() {
    let base = Finding.identity(unit: "u", probe: "p.q", subject: "s")
    #expect(base == Finding.identity(unit: "u", probe: "p.q", subject: "s"))
    let others = [("v", "p.q", "s"), ("u", "p.r", "s"), ("u", "p.q", "t"), ("u", "p", ".qs")]
    for (unit, probe, subject) in others {
      #expect(base != Finding.identity(unit: unit, probe: probe, subject: subject))
    }
    #expect(base.count == 14 && base.hasPrefix("F"))
  }

  @Test("no two of a hundred thousand subjects share one")
  func noCollisions() {
    let ids = Set((0..<100_000).map { Finding.identity(unit: "u", probe: "p", subject: "\($0)") })
    #expect(ids.count == 100_000)
  }
}
