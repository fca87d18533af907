import AuditModel
import Auditing
import Testing

@Suite("The registry of units")
struct RegistryTests {
  @Test("a full registry is read as written")
  func fullRegistry() throws {
    let registry = try RegistryReader(knownSchemes: ["s"]).read(
      text: """
        version: 1
        portals:
          - { id: p, name: 门户, home: "http://www.example.gov.cn/" }
        units:
          - id: jtj
            name: 交通运输局
            kind: department
            home: "http://www.example.gov.cn:8080/jtj/"
            platform: "http://www.example.gov.cn:8080/jtj/zfxxgk/"
            scopes: ["http://www.example.gov.cn:8080/jtj/"]
            ownSite: false
            withoutDuty: { policies: 无制定权 }
            schemes: [s]
          - { id: sf, name: 市政府, kind: government, home: "http://www.example.gov.cn/" }
        schedule: { every: 24h, at: ["02:30", "01:05"] }
        """, file: "r.yaml")
    let unit = try #require(registry.unit("jtj"))
    #expect(unit.kind == .department && !unit.hasOwnSite)
    #expect(unit.withoutDuty == ["policies": "无制定权"] && unit.schemes == ["s"])
    #expect(registry.unit("市政府")?.scopes == ["http://www.example.gov.cn/"])
    #expect(registry.schedule == Schedule(every: 86_400, at: [65, 150]))
  }

  @Test(
    "what is wrong is named with line, column and remedy",
    arguments: [
      (
        "units:\n  - { id: a, nme: x, kind: department, home: \"http://a/\" }", "r.yaml:2:14",
        "name"
      ),
      (
        "units:\n  - { id: a, name: x, kind: 部门, home: \"http://a/\" }", "r.yaml:2:29", "department"
      ),
      ("units:\n  - { id: a, name: x, kind: department, home: a }", "r.yaml:2:47", "http://"),
      ("units: 5", "r.yaml:1:8", "列表"),
      ("units: []", "r.yaml:1:1", "没有任何单位"),
      ("units: [", "r.yaml:", "YAML"),
      ("", "r.yaml:1:1", "空"),
      ("a: &x 1\nunits: *x", "r.yaml:1", "锚点"),
      (
        "units:\n  - { id: ../a, name: x, kind: department, home: \"http://a/\" }", "r.yaml:2:11",
        "文件夹"
      ),
      (
        "units:\n  - { id: a, name: x, kind: department, home: \"http://a/\", schemes: [t] }",
        "r.yaml:2:70", "t"
      ),
    ])
  func faultsAreNamed(text: String, place: String, remedy: String) throws {
    let error = #expect(throws: AuditError.self) {
      try RegistryReader(knownSchemes: ["s"]).read(text: text, file: "r.yaml")
    }
    #expect(error?.code == .registry)
    #expect(error?.detail.contains(place) == true, "\(error?.detail ?? "")")
    #expect(error?.detail.contains(remedy) == true, "\(error?.detail ?? "")")
  }

  @Test("a key of withoutDuty that nobody knows is refused with the nearest one")
  func unknownDuty() throws {
    let unit =
      "  - { id: a, name: x, kind: department, home: \"http://a/\", withoutDuty: { KEY: 无 } }"
    let reader = RegistryReader(knownDuties: ["policies": "政策文件", "budget": "财政预决算"])
    let error = #expect(throws: AuditError.self) {
      try reader.read(
        text: "units:\n" + unit.replacing("KEY", with: "polices"), file: "r.yaml")
    }
    #expect(error?.detail.contains("r.yaml:2:") == true)
    #expect(error?.detail.contains("是不是想写 policies") == true)
    #expect(error?.detail.contains("budget(财政预决算)") == true)
    let fine = try reader.read(
      text: "units:\n" + unit.replacing("KEY", with: "policies"), file: "r.yaml")
    #expect(fine.units[0].withoutDuty == ["policies": "无"])
  }

  @Test("two units with one id are refused")
  func duplicateIDs() {
    let unit = "  - { id: a, name: x, kind: department, home: \"http://a/\" }\n"
    let error = #expect(throws: AuditError.self) {
      try RegistryReader().read(text: "units:\n" + unit + unit, file: "r.yaml")
    }
    #expect(error?.detail.contains("两次") == true)
  }
}

@Suite("The schedule of sweeps")
struct ScheduleTests {
  let start = Instant(milliseconds: 1_700_000_000_000)

  @Test("an interval counts from the last start and skips what was missed")
  func interval() {
    let schedule = Schedule(every: 3600)
    #expect(schedule.next(after: start, lastStart: nil) == start)
    #expect(
      schedule.next(after: start.adding(seconds: 10), lastStart: start)
        == start.adding(seconds: 3600))
    #expect(
      schedule.next(after: start.adding(seconds: 7300), lastStart: start)
        == start.adding(seconds: 10_800))
  }

  @Test("times of day are China's, and the next one may be tomorrow")
  func timesOfDay() throws {
    let day = try #require(Day("2026-03-01"))
    let schedule = Schedule(at: [150, 1200])
    let midnight = Instant(startOf: day)
    #expect(schedule.next(after: midnight, lastStart: nil) == midnight.adding(seconds: 9000))
    #expect(
      schedule.next(after: midnight.adding(seconds: 9000), lastStart: nil)
        == midnight.adding(seconds: 72_000))
    #expect(
      schedule.next(after: midnight.adding(seconds: 80_000), lastStart: nil)
        == midnight.adding(seconds: 86_400 + 9000))
  }

  @Test("durations and times are read strictly")
  func strictReading() {
    #expect(Schedule.seconds("90s") == 90)
    #expect(Schedule.seconds("1.5h") == 5400)
    for text in ["", "h", "5", "-1h", "5w", "infh", "nand", "1e9d"] {
      #expect(Schedule.seconds(text) == nil, "\(text)")
    }
    for text in ["0h", "0.5s", "-1h"] { #expect(Schedule.interval(text) == nil, "\(text)") }
    #expect(Schedule.interval("1s") == 1)
    #expect(Schedule(every: 0).next(after: start, lastStart: start) == nil)
    #expect(Schedule.minutes("06:30") == 390)
    for text in ["24:00", "6:3", "06:60", "-1:30", "0630"] {
      #expect(Schedule.minutes(text) == nil, "\(text)")
    }
  }
}
