/// `xl/workbook.xml`: the sheets in order, and where the count of days begins.
final class WorkbookPart: XMLListener {
  struct Entry {
    let name: String
    let relationship: String
    let isHidden: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var uses1904 = false
  private(set) var isWorkbook = false
  private var depth = 0

  func start(_ name: String, _ attributes: [String: String]) {
    if depth == 0 { isWorkbook = name == "workbook" }
    depth += 1
    switch name {
    case "workbookPr": uses1904 = XMLFlag.isTrue(attributes["date1904"])
    case "sheet":
      let isHidden = ["hidden", "veryHidden"].contains(attributes["state"])
      entries.append(
        Entry(
          name: attributes["name"] ?? "", relationship: attributes["id"] ?? "",
          isHidden: isHidden))
    default: break
    }
  }

  func text(_ text: String) {}
  func end(_ name: String) { depth -= 1 }
}

/// xsd:boolean as Office writes it.
enum XMLFlag {
  static func isTrue(_ text: String?) -> Bool { ["1", "true", "on"].contains(text) }
  /// A switch element such as `<w:vanish/>` is on unless it says otherwise.
  static func isOn(_ text: String?) -> Bool { text == nil || isTrue(text) }
}
