import Foundation
import Testing

/// SwiftPM compiles an undeclared import of a sibling silently, so the walls are held here: every
/// `import` line of every source file against the table of rooms.
@Suite("The walls between the rooms")
struct ImportWallTests {
  /// What each room may import beside the standard library.
  static let allowed: [String: Set<String>] = [
    "AuditModel": [],
    "Scoring": ["AuditModel"],
    "WebAddress": ["AuditModel", "Swift"],
    "Schemes": ["AuditModel", "Scoring", "Yams", "Foundation"],
    "PageModel": ["AuditModel", "WebAddress", "CXML2"],
    "OfficeFiles": ["AuditModel", "CXML2", "CZip", "Glibc"],
    "SiteModel": ["AuditModel", "WebAddress", "PageModel"],
    "Probes": ["AuditModel", "WebAddress", "PageModel", "SiteModel"],
    "Fetching": [
      "AuditModel", "WebAddress", "CCurl", "NIOConcurrencyHelpers", "Foundation", "Glibc",
    ],
    "Crawling": ["AuditModel", "WebAddress", "Fetching", "DequeModule", "HeapModule"],
    "Evidence": ["AuditModel", "CDeflate", "CZlib", "Crypto", "Dispatch", "Foundation", "Glibc"],
    "Ledger": ["AuditModel", "Scoring", "GRDB", "Foundation", "Glibc"],
    "Reports": ["AuditModel", "Scoring", "Mustache", "CWorkbook", "Foundation", "Glibc"],
    "JudgementSheets": ["AuditModel", "Scoring", "Schemes", "OfficeFiles"],
    "SamplePortal": ["FlyingFox", "FlyingSocks", "Foundation", "Glibc"],
    "Auditing": [
      "AuditModel", "WebAddress", "Scoring", "Schemes", "PageModel", "SiteModel", "Probes",
      "Fetching", "Crawling", "Evidence", "Ledger", "OfficeFiles", "Yams", "Foundation", "Glibc",
      "Synchronization",
    ],
    "mingcha": [
      "AuditModel", "WebAddress", "Scoring", "Schemes", "PageModel", "SiteModel", "Probes",
      "Fetching", "Crawling", "Evidence", "Ledger", "Auditing", "Reports", "SamplePortal",
      "OfficeFiles", "JudgementSheets", "ArgumentParser", "Foundation", "Glibc", "Synchronization",
    ],
  ]

  /// Each foreign module has one importer; Yams has two (the schemes and the registry), libxml2 two
  /// (HTML pages, and the XML inside office files; see decision 0011).
  static let importers: [String: Set<String>] = [
    "CCurl": ["Fetching"], "CXML2": ["PageModel", "OfficeFiles"],
    "CDeflate": ["Evidence"], "CZip": ["OfficeFiles"], "CZlib": ["Evidence"],
    "CWorkbook": ["Reports"], "GRDB": ["Ledger"], "Crypto": ["Evidence"],
    "Mustache": ["Reports"], "FlyingFox": ["SamplePortal"], "ArgumentParser": ["mingcha"],
    "NIOConcurrencyHelpers": ["Fetching"], "Yams": ["Schemes", "Auditing"],
  ]

  @Test("every room imports only what it may", arguments: allowed.keys.sorted())
  func roomImportsOnlyWhatItMay(room: String) throws {
    let sources = try SourceTree.files(of: room)
    try #require(!sources.isEmpty, "the room \(room) has no sources")
    let may = Self.allowed[room] ?? []
    for file in sources {
      for line in file.imports where !may.contains(line.module) {
        Issue.record("\(file.path):\(line.number) imports \(line.module)")
      }
    }
  }

  @Test("every foreign module has one importer")
  func foreignModulesHaveOneImporter() throws {
    for room in Self.allowed.keys {
      for file in try SourceTree.files(of: room) {
        for line in file.imports {
          guard let owners = Self.importers[line.module] else { continue }
          #expect(owners.contains(room), "\(file.path):\(line.number) imports \(line.module)")
        }
      }
    }
  }

  @Test("every room of the package stands in the table")
  func everyRoomIsInTheTable() throws {
    let rooms = try SourceTree.rooms()
    #expect(rooms == Set(Self.allowed.keys))
  }

  @Test("a forbidden import would be noticed")
  func forbiddenImportIsNoticed() {
    let found = SourceFile(path: "x", text: "// import A\npublic import struct GRDB.Row\n").imports
    #expect(found.map(\.module) == ["GRDB"])
    #expect(found.map(\.number) == [2])
  }
}

@Suite("Escape hatches and clocks")
struct ForbiddenWordTests {
  @Test("unchecked sendability stands only in Fetching")
  func uncheckedSendabilityOnlyInFetching() throws {
    for room in ImportWallTests.allowed.keys where room != "Fetching" {
      for file in try SourceTree.files(of: room) {
        #expect(!file.code.contains("@unchecked Sendable"), "\(file.path)")
        #expect(!file.code.contains("nonisolated(unsafe)"), "\(file.path)")
      }
    }
  }

  @Test(
    "judging reads no clock",
    arguments: [
      "AuditModel", "Scoring", "PageModel", "OfficeFiles", "SiteModel", "Probes", "Crawling",
      "Reports",
    ])
  func judgingReadsNoClock(room: String) throws {
    for file in try SourceTree.files(of: room) {
      for clock in ["Date()", "Date.now", "ContinuousClock", "SuspendingClock", "time(nil)"] {
        #expect(!file.code.contains(clock), "\(file.path) reads \(clock)")
      }
    }
  }

  @Test("nothing is forced with try!", arguments: ImportWallTests.allowed.keys.sorted())
  func nothingIsForced(room: String) throws {
    for file in try SourceTree.files(of: room) {
      #expect(!file.code.contains("try!"), "\(file.path)")
    }
  }
}
