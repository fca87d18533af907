import Testing

@testable import PageModel

@Suite("Bytes asked eight at a time")
struct ByteWordTests {
  private func firstDigit(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes {
      $0.firstIndex(inWordsThat: ByteWord.holdsDigit, where: Ascii.isDigit)
    }
  }

  @Test("every byte value is told rightly at every place of every length up to 20")
  func digits() {
    for length in 1...20 {
      for place in 0..<length {
        for value in UInt8.min...UInt8.max {
          var bytes = [UInt8](repeating: 0xE4, count: length)
          bytes[place] = value
          #expect(firstDigit(bytes) == bytes.firstIndex(where: Ascii.isDigit))
        }
      }
    }
  }

  @Test("control characters are made blank wherever they stand, line breaks and tabs are kept")
  func controls() {
    for place in 0..<20 {
      for value in UInt8(0)..<0x80 {
        var bytes = Array("一二三四五六七八 abcdefgh".utf8)
        bytes[place] = value
        let isBlanked = value < 0x20 && ![9, 10, 13].contains(value)
        let cleaned = InputCleaner(bytes).html
        bytes[place] = isBlanked ? 0x20 : value
        #expect(cleaned == bytes, "\(value) at \(place)")
      }
    }
  }
}
