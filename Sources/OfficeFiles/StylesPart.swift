/// `xl/styles.xml`: for every style a cell may name, what it makes of a number.
final class StylesPart: XMLListener {
  private(set) var looks: [NumberLook] = []
  private var codes: [Int: String] = [:]
  private var isInCellFormats = false

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
      codes[id] = attributes["formatCode"] ?? ""
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      looks.append(codes[id].map { NumberLook(code: $0) } ?? NumberLook(builtIn: id))
    default: break
    }
  }

  func text(_ text: String) {}

  func end(_ name: String) {
    if name == "cellXfs" { isInCellFormats = false }
  }
}
