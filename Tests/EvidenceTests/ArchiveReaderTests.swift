import Foundation
import Testing

@testable import Evidence

@Suite("Reading archives")
struct ArchiveReaderTests {
  @Test("The public WARC suite: 8 accepted, 16 rejected with a reason")
  func suite() throws {
    guard let folder = Shared.folder.map({ "\($0)/suites/warc" }),
      let names = try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    else {
      print("SKIPPED: ../shared/suites/warc is not here")
      return
    }
    let cases = names.filter { $0.contains("-warcfile-") }
    var passed = 0
    for name in cases {
      let problems = try ArchiveReader(file: "\(folder)/\(name)").problems()
      let isRight = name.hasPrefix("valid") == problems.isEmpty
      let reason = problems.first.map { "\($0.code.rawValue) \($0.detail)" } ?? "accepted"
      print("  \(isRight ? "ok  " : "FAIL") \(name): \(reason)")
      #expect(isRight, "\(name): \(problems)")
      passed += isRight ? 1 : 0
    }
    print("WARC suite: \(passed)/\(cases.count) passed")
    #expect(cases.count == 24)
  }
}
