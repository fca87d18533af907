import AuditModel
import Foundation
import SamplePortal

/// The sample portal served for one sweep, and the command that sweeps one department of it.
struct SampleRun {
  let folder: Folder
  let port: Int
  private let server: SamplePortalServer
  private let arguments: [String]

  init() async throws {
    let portal = SamplePortal(asOf: SampleDay(year: 2026, month: 11, day: 21))
    server = SamplePortalServer(portal: portal)
    port = try await server.start()
    folder = try Folder()
    let registry = try folder.write(portal.registryYAML(port: port), to: "registry.yaml")
    let resolve = portal.resolveOverrides(port: port).flatMap {
      ["--resolve", "\($0.host):\($0.port):\($0.address)"]
    }
    arguments =
      [
        "sweep", "--registry", registry, "--out", folder.path("out"), "--as-of", "2026-11-21",
        "--only", "yunxi-jtj", "--delay", "0.002", "--per-host", "8",
        "--confirm-after", "1s", "--no-external-links",
      ] + resolve
  }

  func start(_ options: [String] = ["--no-screenshots"]) throws -> Program {
    try Program(arguments + options)
  }

  func run(_ options: [String] = ["--no-screenshots"], limit: Int? = nil) async throws -> Ending {
    try await Program.run(arguments + options, limit: limit)
  }

  func stop() async { await server.stop() }

  /// How often each address was asked for; robots.txt is asked for anew by every run.
  var asked: [String: Int] {
    get async {
      var counts: [String: Int] = [:]
      for record in await server.log.records
      where record.target != "/robots.txt" && !record.target.hasPrefix("/mingcha-") {
        let target = record.target.split(separator: ";").first ?? ""
        counts["\(record.method) \(record.host)\(target)", default: 0] += 1
      }
      return counts
    }
  }

  /// Waits until the server was asked so often, a quarter of a minute at most.
  func waitForRequests(_ count: Int) async {
    for _ in 0..<3000 where await server.log.records.count < count {
      try? await Task.sleep(for: .milliseconds(5))
    }
  }

  /// The findings as the reports give them, without what differs from run to run.
  var findings: [String] {
    get throws {
      try ["yunxi-jtj"].flatMap { unit in
        let path = folder.path("out/S000001/\(unit)/findings.json")
        let list = try JSONDecoder().decode(
          FindingList.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        return list.findings.map { finding in
          "\(finding.unit) \(finding.code) \(finding.outcome) \(finding.subject)"
            .replacing(":\(port)", with: "")
        }
      }.sorted()
    }
  }
}

private struct FindingList: Decodable {
  var findings: [Line]

  struct Line: Decodable {
    var unit: String
    var code: String
    var outcome: String
    var subject: String
  }
}
