/// Forms with their fields; a lone search box that a script reads counts as one.
struct FormReader {
  private let reading: PageReading
  private var tree: MarkupTree { reading.tree }

  init(_ reading: PageReading) { self.reading = reading }

  private static let fields = ElementSet("input select textarea button")
  private static let limit = 100

  func forms() -> [PageForm] {
    var forms: [PageForm] = []
    var loose: [Int] = []
    var open: Int?
    for node in 1..<tree.count where forms.count < FormReader.limit {
      let name = tree.name(node)
      if name == .form {
        forms.append(form(node))
        open = node
      } else if name == .input, open.map({ !reading.outline.isInside(node, $0) }) ?? true {
        loose.append(node)
      }
    }
    for node in loose.prefix(FormReader.limit) where isSearchBox(node) {
      forms.append(
        PageForm(
          action: nil, method: "script", fields: [fieldName(node)].filter { !$0.isEmpty },
          isSearch: true, xpath: tree.xpath(node)))
    }
    return forms
  }

  private func form(_ node: Int) -> PageForm {
    var names: [String] = []
    var isSearch = false
    for inner in node..<Int(reading.outline.end[node])
    where FormReader.fields.contains(tree.name(inner)) && names.count < 200 {
      let name = fieldName(inner)
      if !name.isEmpty { names.append(name) }
      isSearch = isSearch || isSearchBox(inner)
    }
    let action = tree.attribute(node, "action") ?? ""
    let own = [action, tree.attribute(node, "id") ?? "", tree.attribute(node, "name") ?? ""]
    isSearch = isSearch || own.contains { $0.lowercased().holds("search") }
    return PageForm(
      action: action.isEmpty ? reading.url : reading.resolve(action),
      method: tree.attribute(node, "method")?.lowercased() ?? "get", fields: names,
      isSearch: isSearch, xpath: tree.xpath(node))
  }

  private func fieldName(_ node: Int) -> String {
    tree.attribute(node, "name") ?? tree.attribute(node, "id") ?? ""
  }

  private static let searchNames: Set<String> = [
    "keyword", "keywords", "searchword", "sword", "q", "word", "search", "wd", "kw", "key",
    "searchkey", "searchtext", "textfield", "searchcontent", "query",
  ]

  private func isSearchBox(_ node: Int) -> Bool {
    guard tree.name(node) == .input else { return false }
    let type = tree.attribute(node, "type")?.lowercased() ?? "text"
    if type == "search" { return true }
    guard type == "text" || type.isEmpty else { return false }
    if FormReader.searchNames.contains(fieldName(node).lowercased()) { return true }
    let words = (tree.attribute(node, "placeholder") ?? "") + (tree.attribute(node, "value") ?? "")
    return words.holds("关键") || words.holds("搜索") || words.holds("检索")
      || words.holds("查询")
  }
}
