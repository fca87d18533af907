import Testing

@testable import SiteModel

/// Folding, numbers and removal work on bytes; what they give is told here by characters.
struct FoldedBytesTests {
  @Test(
    "folding keeps letters, digits and ideographs",
    arguments: [
      ("《关于ＡＢc１２的（通知）》", "关于abc12的通知"), ("〇一 二\u{3000}三·〔2020〕5号", "〇一二三20205号"),
      ("é中é\u{FEFF}𠀀🙂", "中𠀀"), ("", ""), ("———", ""), ("㐀豈", "㐀豈"),
    ])
  func folding(text: String, folded: String) {
    #expect(Naming.fold(text) == folded)
    for length in 0...folded.count + 1 {
      #expect(Naming.isFoldedLength(of: text, atLeast: length) == (folded.count >= length))
    }
  }

  @Test("a document number is found with its name and the run before it")
  func mentions() {
    let text = "根据《某某办法》(道府办发〔2020〕5号)和国办发[2019] 第12 号、(2020)号、〔2020〕123456号、见【2021】7号"
    let found = DocumentMention.all(in: text)
    #expect(found.map(\.number) == ["道府办发〔2020〕5号", "和国办发〔2019〕12号", "见〔2021〕7号"])
    #expect(found.map(\.name) == ["某某办法", nil, nil])
    #expect(DocumentMention.numbers(in: "〔2020〕5号").isEmpty)
    #expect(
      DocumentMention.numbers(in: "一二三四五六七八九十甲乙丙丁办发（2020）5号")
        == ["五六七八九十甲乙丙丁办发〔2020〕5号"])
  }

  @Test("words are taken away one after the other")
  func removal() {
    #expect("首页政务公开首页".withoutFolded(["首页", "政务"]) == "公开")
    // What the first removal joins, the second takes away.
    #expect("政首页务公开".withoutFolded(["首页", "政务"]) == "公开")
    #expect("公开".withoutFolded(["公开公开", "甲乙"]) == "公开")
  }
}
