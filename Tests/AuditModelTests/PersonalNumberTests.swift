import AuditModel
import Testing

@Suite struct PersonalNumberTests {
  // Published test numbers of GB 11643 (no person's): 11010519491231002X is the standard's own.
  @Test(arguments: ["11010519491231002X", "11010519491231002x", "440524188001010014"])
  func `a number with province, birthday and check character is a resident's`(text: String) {
    #expect(PersonalNumber.isResidentNumber(text.utf8))
  }

  @Test(arguments: [
    "110105194912310021", "11010519491331002X", "20010519491231002X", "1101051949123100",
    "91350100M000100Y43", "１１０１０５",
  ])
  func `any other number is not`(text: String) {
    #expect(!PersonalNumber.isResidentNumber(text.utf8))
  }

  @Test func `every single changed digit is noticed`() {
    let good = Array("11010519491231002X".utf8)
    for index in 0..<17 {
      for digit in UInt8(48)...57 where digit != good[index] {
        var bad = good
        bad[index] = digit
        #expect(!PersonalNumber.isResidentNumber(bad))
      }
    }
  }

  @Test(arguments: [
    ("姓名:张三,身份证号11010519491231002X。", "姓名:张三,身份证号1101**********002X。"),
    ("编号A11010519491231002X", "编号A11010519491231002X"),
    ("/a/11010519491231002X/", "/a/11010519491231002X/"),
    ("没有号码", "没有号码"),
  ])
  func `numbers in a text are masked`(text: String, masked: String) {
    #expect(PersonalNumber.masking(text) == masked)
  }

  @Test func `a short number is masked whole`() {
    #expect(PersonalNumber.masked("1234567") == "*******")
    #expect(PersonalNumber.masked("13800005678") == "138****5678")
  }

  @Test func `the check of bank cards`() {
    #expect(PersonalNumber.satisfiesLuhn(Array("6222020000000000006".utf8)) == false)
    #expect(PersonalNumber.satisfiesLuhn(Array("4111111111111111".utf8)))
  }

  @Test func `runs of digits are found wherever they stand`() {
    for before in 0..<25 {
      for length in 9...19 {
        for end in ["", "X", "，", "X1", "a"] {
          let text = String(repeating: ".", count: before) + String(repeating: "7", count: length)
          let isX = length == 17 && end.hasPrefix("X")
          let whole = isX ? length + 1 : length
          let isAlone = isX ? end == "X" : end.isEmpty || end == "，"
          let runs = PersonalNumber.digitRuns(in: Array((text + end + ".13800005678").utf8))
          let next = text.utf8.count + end.utf8.count + 1
          let wanted = whole >= 11 && isAlone ? [before..<before + whole] : []
          #expect(runs == wanted + [next..<next + 11], "\(text)\(end)")
        }
      }
    }
  }
}
