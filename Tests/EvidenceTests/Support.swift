import AuditModel
import Foundation

@testable import Evidence

/// A fresh folder that goes away with the value.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "mingcha-evidence-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)")))
  }

  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// The folder of shared material beside the package, when it is there.
enum Shared {
  static var folder: String? {
    if let given = ProcessInfo.processInfo.environment["MINGCHA_SHARED"] { return present(given) }
    var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while place.path != "/" {
      place.deleteLastPathComponent()
      if FileManager.default.fileExists(atPath: place.path + "/Package.swift") {
        return present(place.deletingLastPathComponent().path + "/shared")
      }
    }
    return nil
  }

  private static func present(_ path: String) -> String? {
    FileManager.default.fileExists(atPath: path) ? path : nil
  }
}

/// One run of a command, with what it printed.
func run(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = arguments
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus, String(decoding: output, as: UTF8.self))
}

let moment = Instant(milliseconds: 1_795_262_400_000)

func exchange(
  _ url: String = "http://www.example.gov.cn/a.html", body: String = "<p>正文</p>",
  head: String = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
) -> CapturedExchange {
  CapturedExchange(
    url: url, startedAt: moment, remoteAddress: "127.0.0.1",
    requestHead: Array("GET /a.html HTTP/1.1\r\nHost: www.example.gov.cn\r\n\r\n".utf8),
    responseHead: Array(head.utf8), body: Array(body.utf8))
}
