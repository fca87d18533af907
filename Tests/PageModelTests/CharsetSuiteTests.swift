import Testing

@testable import PageModel

/// Code point for code point against the public suites in `../shared/suites`.
@Suite(.enabled(if: Shared.isPresent, "../shared is absent"))
struct CharsetSuiteTests {
  private func decoded(_ name: String, _ charset: Charset) throws -> (Int, Int) {
    let input = try Shared.bytes("suites/encoding/\(name)_in.txt").split(separator: 10)
    let wanted = try Shared.bytes("suites/encoding/\(name)_in_ref.txt").split(separator: 10)
    try #require(input.count == wanted.count)
    let passed = zip(input, wanted).count { line, reference in
      charset.decode(Array(line)).bytes == Array(reference)
    }
    return (passed, input.count)
  }

  @Test("GB18030 decodes the suite byte for byte")
  func gb18030() throws {
    let (passed, total) = try decoded("gb18030", .gb18030)
    print("encoding gb18030 lines: \(passed)/\(total)")
    #expect(passed == total)
    let whole = try Shared.bytes("suites/encoding/gb18030_in.txt")
    #expect(
      try Charset.gb18030.decode(whole).bytes
        == Shared.bytes("suites/encoding/gb18030_in_ref.txt"))
  }

  @Test("Big5 decodes the suite byte for byte, replacement characters included")
  func big5() throws {
    let (passed, total) = try decoded("big5", .big5)
    print("encoding big5 lines: \(passed)/\(total)")
    #expect(passed == total)
    let whole = try Shared.bytes("suites/encoding/big5_in.txt")
    #expect(
      try Charset.big5.decode(whole).bytes == Shared.bytes("suites/encoding/big5_in_ref.txt"))
  }

  @Test("what the suite encodes to is read back as it was", arguments: ["gb18030", "big5"])
  func encoded(name: String) throws {
    let charset: Charset = name == "big5" ? .big5 : .gb18030
    let input = try Shared.bytes("suites/encoding/\(name)_out_ref.txt").split(separator: 10)
    let wanted = try Shared.bytes("suites/encoding/\(name)_out.txt").split(separator: 10)
    let pairs = zip(input, wanted).filter { !$0.0.starts(with: Array("&#".utf8)) }
    let passed = pairs.count { charset.decode(Array($0.0)).bytes == Array($0.1) }
    print("encoding \(name) read back: \(passed)/\(pairs.count)")
    // The standard's encoders are not onto: 2000-era private-use characters encode to codes that
    // decode to their successors.
    #expect(pairs.count - passed <= 30)
  }

  @Test("labels in bytes and meta elements are found as html5lib expects")
  func prescan() throws {
    var passed = 0
    var total = 0
    for file in ["tests1.dat", "tests2.dat", "test-yahoo-jp.dat"] {
      for (data, encoding) in try cases(file) {
        total += 1
        let isMarked = data.starts(with: [0xEF, 0xBB, 0xBF])
        let found = isMarked ? "utf-8" : MetaPrescan.label(in: data)
        let isFallback = encoding.lowercased() == "windows-1252"
        let agrees = found.map { name($0) == name(encoding) } ?? isFallback
        if agrees || isFallback && found.map({ Charset(label: $0) == nil }) ?? true {
          passed += 1
        } else {
          print("prescan: \(String(decoding: data.prefix(120), as: UTF8.self)) -> \(found ?? "-")")
        }
      }
    }
    print("html5lib prescan: \(passed)/\(total)")
    #expect(Double(passed) >= Double(total) * 0.95)
  }

  private func name(_ label: String) -> String {
    let known = Charset(label: label)?.rawValue ?? label
    // A meta element that could be read is no UTF-16; spellings of one name differ in hyphens.
    let plain = known.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    return plain.hasPrefix("utf16") ? "utf8" : plain
  }

  private func cases(_ file: String) throws -> [([UInt8], String)] {
    let text = try Shared.bytes("suites/html5lib/\(file)")
    var cases: [([UInt8], String)] = []
    var data: [UInt8] = []
    var section = ""
    var encoding = ""
    func finish() {
      if section == "#encoding" { cases.append((data, encoding)) }
    }
    for line in text.split(separator: 10, omittingEmptySubsequences: false) {
      if line.elementsEqual("#data".utf8) {
        finish()
        (data, encoding, section) = ([], "", "#data")
      } else if line.elementsEqual("#encoding".utf8) {
        section = "#encoding"
      } else if section == "#data" {
        data += line + [10]
      } else if !line.isEmpty, encoding.isEmpty {
        encoding = String(decoding: line, as: UTF8.self)
      }
    }
    finish()
    return cases
  }
}
