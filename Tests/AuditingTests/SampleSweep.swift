import AuditModel
import Auditing
import Foundation
import Ledger
import SamplePortal
import Schemes

/// A sweep of the sample portal, served over loopback for as long as a test lasts.
struct SampleSweep {
  let portal = SamplePortal(asOf: SampleDay(year: 2026, month: 11, day: 21))
  let folder: SweepFolder
  let asOf = Day(year: 2026, month: 11, day: 21)
  private let server: SamplePortalServer

  init() {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("mingcha-sweep-\(UUID().uuidString)")
    folder = SweepFolder(root: place.path, kind: .sweep)
    server = SamplePortalServer(portal: portal)
  }

  func start() async throws -> Int { try await server.start() }

  func stop() async {
    await server.stop()
    try? FileManager.default.removeItem(atPath: folder.root)
  }

  var log: RequestLog { get async { await server.log } }

  func units(port: Int) throws -> [AuditedUnit] {
    try RegistryReader().read(text: portal.registryYAML(port: port), file: "sample.yaml").units
  }

  func options(port: Int) -> AuditOptions {
    var options = AuditOptions()
    options.resolve = portal.resolveOverrides(port: port).map {
      AuditOptions.Resolve(host: $0.host, port: $0.port, address: $0.address)
    }
    options.delay = 0.002
    options.connectionsPerHost = 8
    options.confirmAfter = 1
    options.takesScreenshots = false
    return options
  }

  func runner(port: Int, _ change: (inout AuditOptions) -> Void = { _ in }) throws -> SweepRunner {
    var options = options(port: port)
    change(&options)
    return SweepRunner(
      ledger: try LedgerStore(path: folder.ledger, isSweeping: true), folder: folder,
      options: options, desk: ScoreDesk(try Catalogue()),
      now: { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) })
  }
}
