import Foundation
import Testing
import WebAddress

@testable import PageModel

@Suite("Queries in the page's encoding")
struct QueryCharsetTests {
  private func links(_ body: [UInt8], type: String? = nil) throws -> [String] {
    let url = try #require(WebURL("http://a.gov.cn/x/"))
    return PageReader().read(body: body, url: url, status: 200, contentType: type).links
      .compactMap { $0.url?.href }
  }

  /// 公开 in GBK.
  private let words: [UInt8] = [0xB9, 0xAB, 0xBF, 0xAA]

  @Test("a GBK page asks in GBK, and only behind the question mark")
  func gbk() throws {
    let body =
      Array(#"<meta charset="gb2312"><a href="/"#.utf8) + words + Array("?q=".utf8) + words
      + Array(#"&a=1#x">"#.utf8) + words + Array("</a>".utf8)
    #expect(
      try links(body) == ["http://a.gov.cn/%E5%85%AC%E5%BC%80?q=%B9%AB%BF%AA&a=1#x"])
  }

  @Test("a UTF-8 page asks in UTF-8, and encoded queries stay as they are")
  func utf8() throws {
    #expect(
      try links(Array(#"<meta charset="utf-8"><a href="?q=公开">x</a>"#.utf8))
        == ["http://a.gov.cn/x/?q=%E5%85%AC%E5%BC%80"])
    let body = Array(#"<meta charset="gbk"><a href="?q=%E5%85%AC">"#.utf8) + words
    #expect(try links(body) == ["http://a.gov.cn/x/?q=%E5%85%AC"])
  }

  @Test("what GBK lacks becomes a reference, as in browsers")
  func missing() {
    let text = Array("a㐂€😀".utf8)[...]
    #expect(
      String(decoding: QueryCharset.gbk.encode(Array("a😀".utf8)[...]), as: UTF8.self)
        == "a%26%23128512%3B")
    #expect(QueryCharset.gbk.encode(Array("€".utf8)[...]) == [0x80])
    #expect(QueryCharset.gb18030.encode(text).count == 1 + 4 + 2 + 4)
  }

  @Test(
    "encoders agree with the public suite", .enabled(if: Shared.isPresent, "../shared is absent"))
  func suite() throws {
    for (name, charset) in [("gb18030", QueryCharset.gb18030), ("big5", .big5)] {
      let input = try Shared.bytes("suites/encoding/\(name)_out.txt").split(separator: 10)
      let wanted = try Shared.bytes("suites/encoding/\(name)_out_ref.txt").split(separator: 10)
      try #require(input.count == wanted.count)
      var passed = 0
      for (text, code) in zip(input, wanted) {
        // The suite writes what is missing as `&#…;`; queries percent-encode that.
        let reference = String(decoding: code, as: UTF8.self)
          .replacingOccurrences(of: "&#", with: "%26%23").replacingOccurrences(of: ";", with: "%3B")
        let made = charset.encode(text)
        if made == Array(code) || String(decoding: made, as: UTF8.self) == reference { passed += 1 }
      }
      print("encoding \(name) written: \(passed)/\(input.count)")
      // The private-use characters of the year 2000 have successors; the standard still writes them.
      #expect(input.count - passed <= 30)
    }
  }

  @Test("percent-encoding.json", .enabled(if: Shared.isPresent, "../shared is absent"))
  func percentEncoding() throws {
    let data = Data(try Shared.bytes("suites/url/percent-encoding.json"))
    let cases = try #require(try JSONSerialization.jsonObject(with: data) as? [Any])
    var (passed, total) = (0, 0)
    for case let example as [String: Any] in cases {
      guard let input = example["input"] as? String,
        let output = example["output"] as? [String: String]
      else { continue }
      for (name, charset) in [("gb18030", QueryCharset.gb18030), ("big5", .big5)] {
        guard let wanted = output[name] else { continue }
        total += 1
        let url = WebURL("http://x.cn/?\(input)") { charset.encode($0) }
        #expect(url?.query == wanted, "\(name) \(input)")
        if url?.query == wanted { passed += 1 }
      }
    }
    print("suite url/percent-encoding in page encodings: \(passed)/\(total)")
  }
}
