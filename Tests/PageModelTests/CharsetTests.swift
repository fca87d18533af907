import Testing
import WebAddress

@testable import PageModel

struct CharsetTests {
  /// `中国政府网站` in GB18030, followed by 镕 (GBK only) and a four-byte character.
  private let gbk: [UInt8] = [
    0xD6, 0xD0, 0xB9, 0xFA, 0xD5, 0xFE, 0xB8, 0xAE, 0xCD, 0xF8, 0xD5, 0xBE, 0xE9, 0x46,
  ]

  private func page(_ label: String, _ body: [UInt8]) -> [UInt8] {
    Array("<meta charset=\"\(label)\"><body>".utf8) + body
  }

  @Test(
    "every label of the family means gb18030", arguments: ["gb2312", "GBK", "x-gbk", "gb18030"])
  func family(label: String) {
    let (utf8, decision) = CharsetDecoder.decode(body: page(label, gbk), contentType: nil)
    #expect(String(decoding: utf8, as: UTF8.self).hasSuffix("中国政府网站镕"))
    #expect(decision.name == "gb18030")
    #expect(decision.source == .meta)
    #expect(decision.declared == label)
    #expect(!decision.isContradictory)
  }

  @Test("bytes that are UTF-8 win over a gb2312 label, and the contradiction is recorded")
  func utf8UnderGBLabel() {
    let body = page("gb2312", Array("中华人民共和国".utf8))
    let (utf8, decision) = CharsetDecoder.decode(body: body, contentType: nil)
    #expect(String(decoding: utf8, as: UTF8.self).hasSuffix("中华人民共和国"))
    #expect(decision.source == .content)
    #expect(decision.name == "UTF-8")
    #expect(decision.isContradictory)
  }

  @Test("bytes that are GBK win over a utf-8 label")
  func gbkUnderUTF8Label() {
    let (utf8, decision) = CharsetDecoder.decode(
      body: page("utf-8", gbk), contentType: "text/html; charset=UTF-8")
    #expect(String(decoding: utf8, as: UTF8.self).hasSuffix("中国政府网站镕"))
    #expect(decision.source == .content)
    #expect(decision.isContradictory)
  }

  @Test("the header is asked before the meta element")
  func headerFirst() {
    let decision = CharsetDecoder.decide(
      body: page("utf-8", Array("plain".utf8)), contentType: "text/html;charset=gbk")
    #expect(decision.source == .header)
    #expect(decision.name == "gb18030")
    #expect(decision.isContradictory)
  }

  @Test("a byte order mark settles it")
  func byteOrderMark() {
    let wide: [UInt8] = [0xFF, 0xFE, 0x2D, 0x4E, 0xFD, 0x56]
    let (utf8, decision) = CharsetDecoder.decode(body: wide, contentType: "text/html; charset=gbk")
    #expect(String(decoding: utf8, as: UTF8.self) == "中国")
    #expect(decision.source == .byteOrderMark)
    #expect(decision.name == "UTF-16LE")
    #expect(decision.isContradictory)
  }

  @Test("broken UTF-8 gives one replacement for each maximal part")
  func replacements() {
    let bytes: [UInt8] = [0x41, 0xE4, 0xB8, 0x41, 0xF0, 0x9F, 0x98, 0xFF, 0xC0, 0x80]
    let text = Charset.utf8.decode(bytes)
    #expect(
      String(decoding: text.bytes, as: UTF8.self) == "A\u{FFFD}A\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(text.replacements == 5)
  }

  @Test("a GB18030 page cut in a character or with a stray byte keeps its markup")
  func strayByte() {
    let text = Charset.gb18030.decode([0xD6, 0x3C, 0x61, 0x3E, 0xFF, 0x41, 0x81, 0x30, 0x81])
    #expect(String(decoding: text.bytes, as: UTF8.self) == "\u{FFFD}<a>\u{FFFD}A\u{FFFD}")
  }

  @Test("four-byte codes reach every plane")
  func fourBytes() {
    let text = Charset.gb18030.decode([
      0x90, 0x30, 0x81, 0x30, 0x81, 0x35, 0xF4, 0x37, 0xE3, 0x32, 0x9A, 0x35,
    ])
    #expect(text.bytes == Array("\u{10000}\u{E7C7}\u{10FFFF}".utf8))
  }

  @Test("one bad byte does not turn a Chinese page into another encoding")
  func mostlyGood() {
    let body = page("gbk", gbk + [0xFF] + gbk)
    #expect(CharsetDecoder.decide(body: body, contentType: nil).name == "gb18030")
    let utf8 = page("utf-8", Array("政府信息公开指南".utf8) + [0xE4] + Array("年度报告".utf8))
    #expect(CharsetDecoder.decide(body: utf8, contentType: nil).name == "UTF-8")
  }

  @Test("links survive a mislabelled page")
  func links() throws {
    let anchors = (0..<200).map { "<a href=\"/\($0).html\">".utf8 }.flatMap { Array($0) + gbk }
    let page = PageReader().read(
      body: page("utf-8", anchors), url: try #require(.init("http://a.gov.cn/")), status: 200,
      contentType: nil)
    #expect(page.links.count { $0.element == .anchor } == 200)
  }
}
