import AuditModel
import Fetching
import Testing
import WebAddress

@testable import Auditing

@Suite("Whose fault a failed lookup is")
struct NameCheckTests {
  private func result(_ host: String, _ answer: FetchResult.Answer) throws -> FetchResult {
    FetchResult(
      request: FetchRequest(url: try #require(WebURL("http://\(host)/"))),
      startedAt: Instant(milliseconds: 0), duration: 1, remoteAddress: "", requestHead: [],
      answer: answer)
  }

  private let alive = FetchResult.Answer.response(
    FetchResponse(
      status: 200, version: "HTTP/1.1", head: [], fields: [], body: [1], isTruncated: false))

  private func code(_ result: FetchResult) -> FetchFailure.Code? {
    if case .failure(let failure) = result.answer { failure.code } else { nil }
  }

  private func failed(
    _ host: String, _ check: NameCheck, _ code: FetchFailure.Code = .dns,
    detail: String = "Could not resolve host"
  ) async throws -> FetchFailure.Code? {
    let failure = FetchFailure(code: code, detail: detail)
    return self.code(await check.examined(try result(host, .failure(failure))))
  }

  @Test("a name that a name server denies does not exist")
  func unknown() async throws {
    let check = NameCheck(overridden: []) { _ in .unknown }
    #expect(try await failed("gone.gov.cn", check) == .dns)
  }

  @Test("without any name service, nothing is said about the name")
  func unavailable() async throws {
    let check = NameCheck(overridden: []) { _ in .unavailable }
    #expect(try await failed("gone.gov.cn", check) == .noNameService)
    let hung = "Resolving timed out after 15000 milliseconds"
    #expect(try await failed("b.gov.cn", check, .timeout, detail: hung) == .noNameService)
    #expect(
      try await failed("b.gov.cn", check, .timeout, detail: "Connection timed out") == .timeout)
  }

  @Test("a name whose own servers are silent is at fault when another name is found")
  func witness() async throws {
    let check = NameCheck(overridden: ["test.gov.cn"]) { host in
      host == "alive.gov.cn" ? .found : .unavailable
    }
    _ = await check.examined(try result("test.gov.cn", alive))
    _ = await check.examined(try result("192.0.2.1", alive))
    #expect(try await failed("lame.gov.cn", check) == .noNameService)
    _ = await check.examined(try result("alive.gov.cn", alive))
    #expect(try await failed("lame.gov.cn", check) == .dns)
  }

  @Test("a name that is there after all was not missing")
  func found() async throws {
    let check = NameCheck(overridden: []) { _ in .found }
    #expect(try await failed("a.gov.cn", check) == .noNameService)
  }

  @Test("names that never exist need no lookup")
  func reserved() async throws {
    let check = NameCheck(overridden: []) { _ in .unavailable }
    #expect(try await failed("x.invalid", check) == .dns)
  }
}
