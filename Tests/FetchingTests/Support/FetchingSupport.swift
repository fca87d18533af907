import Fetching
import Foundation
import Testing
import WebAddress

/// Runs with a fetcher that may reach loopback, and shuts it down.
func withFetcher<Value>(
  _ configuration: FetcherConfiguration = .loopback,
  _ body: (Fetcher) async throws -> Value
) async throws -> Value {
  let fetcher = try Fetcher(configuration: configuration)
  let outcome: Result<Value, any Error>
  do {
    outcome = .success(try await body(fetcher))
  } catch {
    outcome = .failure(error)
  }
  await fetcher.shutdown()
  return try outcome.get()
}

extension FetcherConfiguration {
  static var loopback: FetcherConfiguration { FetcherConfiguration(allowPrivate: true) }
}

extension FetchRequest {
  /// A request for an address that must be valid.
  init(
    _ address: String, method: Method = .get, headers: [HeaderField] = [],
    limits: FetchLimits = FetchLimits(totalTimeout: 20_000)
  ) throws {
    self.init(
      url: try #require(WebURL(address)), method: method, headers: headers, limits: limits)
  }
}

extension FetchResult {
  /// The response, or a test failure naming what came in its place.
  func expectResponse(_ location: SourceLocation = #_sourceLocation) throws -> FetchResponse {
    switch answer {
    case .response(let response): return response
    case .failure(let failure):
      Issue.record("failed: \(failure.code) \(failure.detail)", sourceLocation: location)
      throw failure
    }
  }

  var failureCode: FetchFailure.Code? {
    if case .failure(let failure) = answer { failure.code } else { nil }
  }
}

extension FetchResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// The reference folder beside the project, when it is there.
func sharedFolder(_ name: String) -> URL? {
  if let named = ProcessInfo.processInfo.environment["MINGCHA_SHARED"] {
    return existing(URL(filePath: named).appending(path: name))
  }
  var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
  while folder.path != "/" {
    folder.deleteLastPathComponent()
    if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
      return existing(
        folder.deletingLastPathComponent().appending(path: "shared").appending(path: name))
    }
  }
  return nil
}

private func existing(_ folder: URL) -> URL? {
  FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}

/// gzip (RFC 1952) with the bytes stored, not compressed: enough to prove decoding.
func storedGzip(_ text: String) -> [UInt8] {
  let bytes = Array(text.utf8)
  let count = UInt16(bytes.count)
  var result: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1]
  result += littleEndian(count) + littleEndian(~count) + bytes
  return result + littleEndian(checksum(bytes)) + littleEndian(UInt32(count))
}

private func checksum(_ bytes: [UInt8]) -> UInt32 {
  ~bytes.reduce(0xffff_ffff) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
      rest & 1 == 1 ? (rest >> 1) ^ 0xedb8_8320 : rest >> 1
    }
  }
}

private func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}
