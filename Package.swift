// swift-tools-version: 6.2
import PackageDescription

/// Every first-party Swift target is built the same way: Swift 6 mode, explicit existentials,
/// imports that do not leak, and no warning left standing.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(
  _ name: String, _ dependencies: [Target.Dependency], path: String? = nil,
  exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path ?? "Sources/\(name)", exclude: exclude,
    resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests",
    exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "mingcha",
  products: [.executable(name: "mingcha", targets: ["mingcha"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCurl", path: "Sources/CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "CXML2", path: "Sources/CXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CWorkbook", path: "Sources/CWorkbook", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CDeflate", path: "Sources/CDeflate", pkgConfig: "libdeflate",
      providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CZlib", path: "Sources/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CZip", path: "Sources/CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

    room("AuditModel", []),
    room("WebAddress", ["AuditModel"]),
    room("Scoring", ["AuditModel"]),
    room(
      "Schemes", ["Scoring", "AuditModel", .product(name: "Yams", package: "Yams")],
      resources: [.copy("Catalogue")]),
    room("PageModel", ["WebAddress", "AuditModel", "CXML2"]),
    room("OfficeFiles", ["AuditModel", "CXML2", "CZip"]),
    room("SiteModel", ["PageModel", "WebAddress", "AuditModel"]),
    room(
      "Probes", ["PageModel", "SiteModel", "WebAddress", "AuditModel"], path: "Probes",
      exclude: ["README.md"]),
    room(
      "Fetching",
      [
        "WebAddress", "AuditModel", "CCurl",
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
      ]),
    room(
      "Crawling",
      [
        "WebAddress", "AuditModel", "Fetching",
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HeapModule", package: "swift-collections"),
      ]),
    room(
      "Evidence",
      ["AuditModel", "CDeflate", "CZlib", .product(name: "Crypto", package: "swift-crypto")]),
    room("Ledger", ["AuditModel", "Scoring", .product(name: "GRDB", package: "GRDB.swift")]),
    room(
      "Reports",
      [
        "AuditModel", "Scoring", "CWorkbook", .product(name: "Mustache", package: "swift-mustache"),
      ],
      path: "Reports", exclude: ["JSON/README.md"], resources: [.copy("HTML/Templates")]),
    room("JudgementSheets", ["AuditModel", "Scoring", "Schemes", "OfficeFiles"]),
    room("SamplePortal", [.product(name: "FlyingFox", package: "FlyingFox")]),
    room(
      "Auditing",
      [
        "AuditModel", "WebAddress", "Scoring", "Schemes", "PageModel", "SiteModel", "Probes",
        "Fetching", "Crawling", "Evidence", "Ledger", "OfficeFiles",
        .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "mingcha",
      dependencies: [
        "AuditModel", "WebAddress", "Scoring", "Schemes", "PageModel", "SiteModel", "Probes",
        "Fetching", "Crawling", "Evidence", "Ledger", "Auditing", "Reports", "SamplePortal",
        "OfficeFiles", "JudgementSheets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/mingcha", swiftSettings: settings),

    tests("AuditModel", ["AuditModel"]),
    tests("Architecture", []),
    tests(
      "Auditing",
      [
        "Auditing", "WebAddress", "Schemes", "SamplePortal", "Reports", "Evidence", "Ledger",
        "AuditModel", "Crawling", "Fetching", "PageModel", "SiteModel", "OfficeFiles",
      ]),
    tests("CommandLine", ["mingcha", "SamplePortal", "AuditModel", "OfficeFiles"]),
    tests("Crawling", ["Crawling", "WebAddress", "AuditModel", "Fetching"]),
    tests("Evidence", ["Evidence", "AuditModel"]),
    tests("Fetching", ["Fetching", "WebAddress", "AuditModel"]),
    tests(
      "Fuzz", ["WebAddress", "AuditModel", "Fetching", "Crawling", "PageModel", "Evidence"]),
    tests(
      "JudgementSheets",
      ["JudgementSheets", "Reports", "OfficeFiles", "Schemes", "Scoring", "AuditModel"]),
    tests("Ledger", ["Ledger", "AuditModel", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("OfficeFiles", ["OfficeFiles", "AuditModel"], exclude: ["Files"]),
    tests(
      "PageModel", ["PageModel", "SiteModel", "WebAddress", "AuditModel"],
      exclude: ["MadePages", "RealPages.tsv"]),
    tests(
      "Probes", ["Probes", "SiteModel", "PageModel", "WebAddress", "AuditModel"],
      exclude: ["Fixtures", "Measuring/ReadReports.tsv"]),
    tests("Reports", ["Reports", "AuditModel", "Scoring"]),
    tests("SamplePortal", ["SamplePortal"]),
    tests("Schemes", ["Schemes", "Scoring", "AuditModel"], exclude: ["Vectors"]),
    tests("Scoring", ["Scoring", "AuditModel"]),
    tests("SiteModel", ["SiteModel", "PageModel", "WebAddress", "AuditModel"]),
    tests("WebAddress", ["WebAddress", "AuditModel"]),
  ],
  swiftLanguageModes: [.v6]
)
