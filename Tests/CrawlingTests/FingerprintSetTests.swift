import Testing
import WebAddress

@testable import Crawling

@Suite("A set of fingerprints")
struct FingerprintSetTests {
  @Test("agrees with Swift's own set on a hundred thousand insertions, repeated ones among them")
  func agreement() {
    var compact = FingerprintSet()
    var reference: Set<UInt64> = []
    for number in 0..<100_000 {
      let fingerprint = URLIdentity.fingerprint(of: "http://x.cn/\(number * 7919 % 60_000)")
      let isNew = compact.insert(fingerprint)
      #expect(isNew == reference.insert(fingerprint).inserted)
    }
    #expect(compact.count == reference.count)
    #expect(reference.allSatisfy(compact.contains))
    #expect(!compact.contains(URLIdentity.fingerprint(of: "http://y.cn/")))
  }

  @Test("fingerprints that crowd together are kept apart", arguments: [0, 1 << 63, .max - 5000])
  func crowded(start: UInt64) {
    var set = FingerprintSet()
    let fresh = (0..<UInt64(5000)).map { set.insert(start + $0) }
    let known = (0..<UInt64(5000)).map { set.insert(start + $0) }
    #expect(fresh.allSatisfy { $0 } && !known.contains(true))
    #expect(set.count == 5000)
    #expect(set.contains(start + 4999) && !set.contains(start &- 1))
  }
}

@Suite("Text that phrases are looked for in")
struct FoldedTextTests {
  /// What Unicode's own tables say, a scalar at a time.
  private func reference(_ text: String) -> [UInt8] {
    var folded = ""
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !folded.isEmpty, folded.last != " " { folded += " " }
      } else {
        folded.unicodeScalars.append(
          scalar.isASCII ? Unicode.Scalar(lowercased(UInt8(scalar.value))) : scalar)
      }
    }
    return Array((folded.hasSuffix(" ") ? String(folded.dropLast()) : folded).utf8)
  }

  private func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 32 : byte }

  @Test("every character below U+3100 is folded as Unicode says")
  func scalars() {
    for value in UInt32(0)..<0x3100 where Unicode.Scalar(value) != nil {
      let text = "A\(String(Unicode.Scalar(value)!)) b"
      #expect(FoldedText.bytes(text) == reference(text), "U+\(String(value, radix: 16))")
    }
  }

  @Test("blanks of all kinds fold into one, at the ends into none")
  func blanks() {
    let text = "\u{3000}\t 页面\u{A0}\u{2003}不存在 404 NOT Found\r\n\u{2028}"
    #expect(String(decoding: FoldedText.bytes(text), as: UTF8.self) == "页面 不存在 404 not found")
    #expect(FoldedText.bytes("").isEmpty && FoldedText.bytes(" \u{3000}").isEmpty)
  }
}
