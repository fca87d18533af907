/// Reads Word documents of before 2007 (`.doc`, `.wps`) through wv, as HTML.
public struct OldWordReader: Sendable {
  /// Stands in every cell that a cell above it covers, for whoever reads the tables: wv says of
  /// such a cell that it spans no rows, which in HTML means something else.
  public static let coveredCell: Character = "\u{E000}"

  public init() {}

  /// The document as HTML in UTF-8.
  public func html(_ bytes: [UInt8]) throws(OfficeFileError) -> [UInt8] {
    guard bytes.starts(with: FileSignature.compound) else { throw OfficeFileError(.notAPackage) }
    let printed = try ReadingProgram.wvWare.output(
      [
        "--nographics", "--charset=utf-8", "--config=/usr/share/wv/wvHtml.xml",
        BoundedProgram.inputName,
      ], for: bytes)
    guard printed.contains(sequence: Array("</html>".utf8)) else { throw OfficeFileError(.broken) }
    return Self.withoutRowSpans(printed)
  }

  /// wv counts the rows of a span together with those of the next one; every place has a cell of
  /// its own, so that the counts are not needed.
  static func withoutRowSpans(_ html: [UInt8]) -> [UInt8] {
    let name = Array("rowspan=\"".utf8)
    let mark = Array("\(coveredCell)".utf8)
    var result: [UInt8] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: name[0]) {
      result += rest[..<start]
      rest = rest[start...]
      guard rest.starts(with: name), let end = rest.firstIndex(of: UInt8(ascii: ">")) else {
        result.append(rest.removeFirst())
        continue
      }
      let tag = rest[..<end]
      result += Array("data-".utf8) + tag + [UInt8(ascii: ">")]
      if tag.dropFirst(name.count).starts(with: Array("0\"".utf8)) { result += mark }
      rest = rest[(end + 1)...]
    }
    return result + rest
  }
}
