import Testing

@testable import Crawling

@Suite("Words looked for in a text")
struct PhraseSetTests {
  private let words = PhraseSet(["页面不存在", "404 not found", "不存在", "验证码"])

  @Test("the earliest of the list is told, wherever it stands")
  func earliest() {
    #expect(words.first(in: Array("对不起，不存在；您的页面不存在".utf8)) == "页面不存在")
    #expect(words.first(in: Array("此文不存在".utf8)) == "不存在")
    #expect(words.first(in: Array("404 not foun".utf8)) == nil)
    #expect(words.first(in: []) == nil)
  }

  @Test("an excluded word does not hide another")
  func excluded() {
    let text = Array("请输入验证码，此文不存在".utf8)
    #expect(words.first(in: text, except: "不存在") == "验证码")
    #expect(words.first(in: Array("请输入验证码".utf8), except: "验证码") == nil)
  }

  @Test("blanks of every kind fold into one, letters into lower case")
  func folding() {
    let text = FoldedText.bytes("\u{3000}404\u{A0} \n Not　FOUND Ｘ ")
    #expect(String(decoding: text, as: UTF8.self) == "404 not found Ｘ")
  }
}
