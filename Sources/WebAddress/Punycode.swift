/// RFC 3492 with the parameters of IDNA.
enum Punycode {
  private static let tMin = 1
  private static let tMax = 26

  /// The ASCII form without `xn--`; nil for a label too long to have one.
  static func encode(_ scalars: [UInt32]) -> [UInt8]? {
    // Quadratic in the label's length; DNS labels end at 63 bytes, browsers' at about 1000.
    guard scalars.count <= 4096 else { return nil }
    var output = scalars.filter { $0 < 128 }.map(UInt8.init)
    let basicCount = output.count
    if basicCount > 0 { output.append(UInt8(ascii: "-")) }
    var (n, delta, bias, handled) = (128 as UInt32, 0, 72, basicCount)
    while handled < scalars.count {
      guard let next = scalars.lazy.filter({ $0 >= n }).min() else { return nil }
      delta += Int(next - n) * (handled + 1)
      n = next
      for scalar in scalars {
        if scalar < n { delta += 1 }
        guard scalar == n else { continue }
        appendVariableLength(delta, bias: bias, to: &output)
        bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      n += 1
    }
    return output
  }

  private static func appendVariableLength(_ value: Int, bias: Int, to output: inout [UInt8]) {
    var rest = value
    var k = 36
    while true {
      let threshold = min(max(k - bias, tMin), tMax)
      if rest < threshold { break }
      output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
      rest = (rest - threshold) / (36 - threshold)
      k += 36
    }
    output.append(digit(rest))
  }

  /// The code points behind `xn--`; nil when the text is not Punycode.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt32]? {
    guard text.count <= 4096 else { return nil }
    let delimiter = text.lastIndex(of: UInt8(ascii: "-"))
    var output = delimiter.map { text[..<$0].map(UInt32.init) } ?? []
    guard output.allSatisfy({ $0 < 128 }) else { return nil }
    var position = delimiter.map { $0 + 1 } ?? text.startIndex
    var (n, i, bias) = (128, 0, 72)
    while position < text.endIndex {
      let start = i
      var (weight, k) = (1, 36)
      while true {
        guard position < text.endIndex, let digit = value(text[position]) else { return nil }
        position += 1
        i += digit * weight
        guard i <= Int(UInt32.max) else { return nil }
        let threshold = min(max(k - bias, tMin), tMax)
        if digit < threshold { break }
        weight *= 36 - threshold
        guard weight <= Int(UInt32.max) else { return nil }
        k += 36
      }
      let count = output.count + 1
      bias = adapt(i - start, count: count, isFirst: start == 0)
      n += i / count
      i %= count
      guard n <= 0x10FFFF, !(0xD800...0xDFFF).contains(n) else { return nil }
      output.insert(UInt32(n), at: i)
      i += 1
    }
    return output
  }

  private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k = 0
    while delta > (36 - tMin) * tMax / 2 {
      delta /= 36 - tMin
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }

  private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? 97 + value : 22 + value) }

  private static func value(_ byte: UInt8) -> Int? {
    if ASCII.isDigit(byte) { return Int(byte) - 22 }
    return ASCII.isLetter(byte) ? Int(byte | 0x20) - 97 : nil
  }
}
