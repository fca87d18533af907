import Foundation
import Testing

@testable import SamplePortal

@Suite("Parts of the sample portal")
struct PartsTests {
  @Test("days count over months and leap years")
  func daysCount() {
    let leap = SampleDay(year: 2024, month: 2, day: 29)
    #expect(leap.adding(days: 1).description == "2024-03-01")
    #expect(leap.adding(months: 12).description == "2025-02-28")
    #expect(SampleDay(year: 2026, month: 8, day: 31).adding(months: -6).description == "2026-02-28")
    #expect(SampleDay(year: 1970, month: 1, day: 1).number == 0)
    #expect(SampleDay(year: 2026, month: 11, day: 21).number == 20_778)
    for number in stride(from: -800_000, to: 800_000, by: 997) {
      #expect(SampleDay(number: number).number == number)
    }
  }

  @Test("the bureau's pages are GB18030 with characters no smaller set has")
  func bureauIsGB18030() throws {
    let pages = PortalTests.portal.pages.filter { $0.host == Transport.host }
    #expect(pages.count > 60)
    for page in pages {
      let text = try #require(page.text)
      let body = page.body(port: 80)
      #expect(text.contains("charset=gb2312"))
      #expect(page.contentType == "text/html")
      #expect(String(data: body, encoding: SampleResource.Charset.gb18030.encoding) == text)
      #expect(!body.isEmpty)
    }
    let notice = try #require(pages.first { $0.text?.contains("𠮷安码头") == true })
    // U+20BB7 in GB18030: 95 33 … is a four-byte sequence.
    let bytes = Array(notice.body(port: 80))
    let isFourByte = bytes.indices.dropLast(3).contains { index in
      bytes[index] >= 0x90 && (0x30...0x39).contains(bytes[index + 1])
        && bytes[index + 2] >= 0x81 && (0x30...0x39).contains(bytes[index + 3])
    }
    #expect(isFourByte)
  }

  @Test("annual tables add up, year on year")
  func annualTablesAddUp() {
    var random = SeededGenerator(seed: 3)
    var carried = [Int](repeating: 0, count: AnnualFigures.applicants)
    for _ in 0..<50 {
      let figures = AnnualFigures(carriedIn: carried, random: &random)
      for index in 0..<AnnualFigures.applicants {
        #expect(
          figures.received[index] + figures.carriedIn[index]
            == figures.handledTotals[index] + figures.carriedOut[index])
        #expect(figures.received[index] >= 0)
      }
      #expect(figures.carriedIn == carried)
      #expect(AnnualTables.third(figures).components(separatedBy: "<tr>").count == 29)
      carried = figures.carriedOut
    }
  }

  @Test("reports run from 2019 to the year before")
  func reportsRunFrom2019() {
    let titles = PortalTests.portal.pages.map(\.title)
    for year in 2019...2025 {
      #expect(titles.contains("云溪市人民政府\(year)年政府信息公开工作年度报告"))
      #expect(titles.contains("云溪市交通运输局\(year)年政府信息公开工作年度报告"))
    }
    #expect(!titles.contains("云溪市人民政府2026年政府信息公开工作年度报告"))
  }

  @Test("checksums match their published test values")
  func checksumsMatch() {
    #expect(Deflate.crc32([UInt8]("123456789".utf8)) == 0xCBF4_3926)
    #expect(Deflate.adler32([UInt8]("Wikipedia".utf8)) == 0x11E6_0398)
    let zeros = [UInt8](repeating: 0, count: 70_001)
    #expect(Deflate.crc32(zeros: zeros.count) == Deflate.crc32(zeros))
  }

  @Test("gzip opens what was packed, and the bomb grows", arguments: [5_000, 1 << 20])
  func gzipOpens(count: Int) throws {
    let tool = URL(fileURLWithPath: "/bin/gzip")
    guard FileManager.default.isExecutableFile(atPath: tool.path) else {
      print("skipped: no gzip on this machine")
      return
    }
    let text = [UInt8](String(repeating: "云溪市", count: count / 9).utf8)
    #expect(try unpack(Deflate.gzip(text), with: tool) == Data(text))
    let bomb = Deflate.bomb(count)
    let opened = try unpack(bomb, with: tool)
    #expect(opened.count >= count && opened.allSatisfy { $0 == 0 })
    #expect(count < 1 << 20 || bomb.count * 100 < opened.count)
  }

  private func unpack(_ bytes: [UInt8], with tool: URL) throws -> Data {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("sample-\(UUID().uuidString).gz")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = tool
    process.arguments = ["-dc", file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let content = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return content
  }

  @Test("politeness is read off the log")
  func politenessIsReadOff() {
    var log = RequestLog()
    for (arrival, concurrent) in [(0.0, 1), (0.5, 2), (0.7, 1)] {
      log.records.append(
        RequestRecord(
          host: "a", method: "GET", target: "/", arrival: arrival, concurrent: concurrent))
    }
    #expect(log.maximumConcurrency(host: "a") == 2)
    #expect(log.minimumGap(host: "a").map { abs($0 - 0.2) < 1e-9 } == true)
    #expect(log.minimumGap(host: "b") == nil)
    #expect(log.hasRequest(host: "a", target: "/"))
    #expect(!log.hasRequest(host: "a", target: "/neibu/"))
  }
}
