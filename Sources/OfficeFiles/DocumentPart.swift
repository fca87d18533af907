/// `word/document.xml`: follows the elements and keeps what a reader of the page would see.
final class DocumentPart: XMLListener {
  private(set) var isDocument = false
  /// Pictures drawn in the text, in the way of today or of VML.
  private(set) var pictures = 0
  /// Where finished blocks go: the body first, then one list for each open cell.
  private var containers: [[WordDocument.Block]] = [[]]
  private var paragraphs: [OpenParagraph] = []
  private var tables: [TableBuilder] = []
  private var path: [String] = []
  /// Depth of the element whose content nobody sees.
  private var skippedFrom: Int?
  private var isHiddenRun = false
  private var cellsLeft: Int
  private let limits: OfficeLimits

  private struct OpenParagraph {
    var text = ""
    var style: String?
    var isListItem = false
  }

  /// Deleted or moved text, the fallback beside a text box, the reading above a character.
  private static let unseen: Set<String> = ["Fallback", "del", "moveFrom", "rt", "instrText"]

  init(limits: OfficeLimits) {
    self.limits = limits
    cellsLeft = limits.cells
  }

  var blocks: [WordDocument.Block] { containers.first ?? [] }

  private var parent: String { path.count > 1 ? path[path.count - 2] : "" }

  func start(_ name: String, _ attributes: [String: String]) throws(OfficeFileError) {
    if path.isEmpty { isDocument = name == "document" }
    path.append(name)
    guard skippedFrom == nil else { return }
    let value = attributes["val"]
    switch (name, parent) {
    case ("del", "trPr"): tables.last?.dropRow()
    case ("del", "rPr"): break
    case _ where DocumentPart.unseen.contains(name): skippedFrom = path.count
    case ("p", _): paragraphs.append(OpenParagraph())
    case ("pStyle", _): update { $0.style = value }
    case ("numPr", _): update { $0.isListItem = true }
    case ("vanish", "rPr"): if path.suffix(3).first == "r" { isHiddenRun = XMLFlag.isOn(value) }
    case ("blip", _), ("imagedata", _): pictures += 1
    case ("tab", "r"): append("\t")
    case ("br", "r"), ("cr", "r"): append("\n")
    case ("noBreakHyphen", "r"): append("-")
    case ("tbl", _): tables.append(TableBuilder(limits: limits))
    case ("tr", _): try tables.last?.startRow()
    case ("tc", _): try startCell()
    default: tables.last?.property(name, value)
    }
  }

  func text(_ text: String) {
    if path.last == "t", skippedFrom == nil { append(text) }
  }

  func end(_ name: String) throws(OfficeFileError) {
    let depth = path.count
    path.removeLast()
    if let skipped = skippedFrom {
      if depth == skipped { skippedFrom = nil }
      return
    }
    switch name {
    case "r": isHiddenRun = false
    case "p": endParagraph()
    case "tc":
      if containers.count > 1 { tables.last?.endCell(containers.removeLast()) }
    case "tr": tables.last?.endRow()
    case "tbl": try endTable()
    default: break
    }
  }

  private func startCell() throws(OfficeFileError) {
    try count(1)
    guard let table = tables.last else { throw OfficeFileError(.broken) }
    table.startCell()
    containers.append([])
  }

  /// Spanning cells are repeated, so that a small file could ask for a great deal of memory.
  private func endTable() throws(OfficeFileError) {
    guard let table = tables.popLast() else { return }
    try count(table.places)
    put(.table(table.finished))
  }

  private func count(_ cells: Int) throws(OfficeFileError) {
    cellsLeft -= cells
    guard cellsLeft >= 0 else {
      throw OfficeFileError(.tooLarge, "", Wording.limit(Wording.cells, limits.cells))
    }
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    put(
      .paragraph(
        WordDocument.Paragraph(
          text: paragraph.text, style: paragraph.style, isListItem: paragraph.isListItem)))
  }

  private func put(_ block: WordDocument.Block) { containers[containers.count - 1].append(block) }

  private func append(_ text: String) {
    if !isHiddenRun { update { $0.text += text } }
  }

  private func update(_ change: (inout OpenParagraph) -> Void) {
    guard !paragraphs.isEmpty else { return }
    change(&paragraphs[paragraphs.count - 1])
  }
}
