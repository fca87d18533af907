import Foundation
import Testing

/// Whoever mistypes is told where and what to do, and nothing is fetched.
@Suite("Wrong input on the command line", .serialized)
struct UsageTests {
  static let home = "http://www.example.gov.cn/"

  @Test(
    "is refused with exit code 2 and a remedy", .timeLimit(.minutes(1)),
    arguments: [
      (["audit", home, "--as-of", "2026-13-01"], ["--as-of", "2026-13-01", "YYYY-MM-DD"]),
      (["audit", home, "--resolve", "foo"], ["--resolve", "foo", "主机:端口:地址"]),
      (["audit", home, "--kind", "部门"], ["--kind", "department"]),
      (["audit", home, "--frobnicate"], ["--frobnicate", "mingcha audit --help"]),
      (["audit", home, "--delay", "9999"], ["--delay", "3600"]),
      (["audit", home, "--confirm-after", "soon"], ["--confirm-after", "10m"]),
      (["audit"], ["<target>"]),
      (["audit", "not-a-url"], ["not-a-url", "http://"]),
      (["audit", home, "--scheme", "nope"], ["nope", "suizhou-2020-department"]),
      (["audit", home, "--out", "/proc/nope"], ["/proc/nope", "--out"]),
      (["sweep", "--registry", "/nonexistent.yaml"], ["/nonexistent.yaml", "读不到"]),
      (["evidence", "list", "--out", "/nonexistent"], ["/nonexistent", "ledger.sqlite"]),
    ])
  func refused(arguments: [String], words: [String]) async throws {
    let folder = try Folder()
    let out =
      arguments.contains("--out") || arguments[0] != "audit"
      ? [] : ["--out", folder.path("out")]
    let ending = try await Program.run(arguments + out)
    #expect(ending.code == 2, "\(ending.errors)")
    for word in words { #expect(ending.errors.contains(word), "\(word): \(ending.errors)") }
    #expect(!ending.errors.contains("Error"), "\(ending.errors)")
  }

  @Test(
    "in a registry is named with file, line and column", .timeLimit(.minutes(1)),
    arguments: [
      ("schemas: [x]", "6:5", "schemes"), ("ownSite: maybe", "6:14", "true"),
      ("schemes: [nope]", "6:15", "suizhou-2020-department"), ("scopes: 5", "6:13", "列表"),
    ])
  func registryFault(line: String, place: String, remedy: String) async throws {
    let folder = try Folder()
    let registry = try folder.write(registry(with: line), to: "units.yaml")
    let ending = try await Program.run([
      "sweep", "--registry", registry, "--out", folder.path("out"),
    ])
    #expect(ending.code == 2)
    #expect(ending.errors.contains("units.yaml:\(place)"), "\(ending.errors)")
    #expect(ending.errors.contains(remedy), "\(ending.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
  }

  @Test(
    "in a scheme is named with file, line and column", .timeLimit(.minutes(1)),
    arguments: [("form: 5", ":4:7"), ("colour: red", ":4:1")])
  func schemeFault(line: String, place: String) async throws {
    let folder = try Folder()
    let text = "id: mine\ntitle: 方案\nkind: scheme\n\(line)\nindicators: []\n"
    _ = try folder.write(text, to: "mine.yaml")
    let ending = try await Program.run(
      ["scheme", "lint", "mine"], environment: ["MINGCHA_CATALOGUE": folder.root])
    #expect(ending.code == 2)
    #expect(ending.errors.contains("mine.yaml\(place)"), "\(ending.errors)")
  }

  @Test("an unknown unit is refused and the known ones are named", .timeLimit(.minutes(1)))
  func unknownUnit() async throws {
    let folder = try Folder()
    let registry = try folder.write(registry(with: "ownSite: true"), to: "units.yaml")
    for arguments in [["audit", "jtk"], ["sweep", "--only", "jtk"]] {
      let ending = try await Program.run(
        arguments + ["--registry", registry, "--out", folder.path("out")])
      #expect(ending.code == 2)
      #expect(ending.errors.contains("jtk") && ending.errors.contains("jtj(交通运输局)"))
    }
  }

  private func registry(with line: String) -> String {
    """
    units:
      - id: jtj
        name: 交通运输局
        kind: department
        home: "\(Self.home)"
        \(line)
    """
  }
}
