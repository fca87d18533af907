/// Marks every government site must carry, by stable key: `siteCode`, `icp`, `policeRecord`,
/// `organiser`, `undertaker`, `contact`, `findErrors`, `conac`, `siteMap`.
struct FooterReader {
  private let reading: PageReading
  private let links: [Link]

  init(_ reading: PageReading, links: [Link]) {
    self.reading = reading
    self.links = links
  }

  func marks() -> [String: String] {
    var marks: [String: String] = [:]
    marks["siteCode"] = siteCode()
    marks["icp"] = icp()
    marks["policeRecord"] = policeRecord()
    marks["organiser"] = value(after: ["主办单位", "主办：", "主办:"])
    marks["undertaker"] = value(after: ["承办单位", "承办：", "承办:"])
    marks["contact"] = value(after: ["联系电话", "联系方式", "咨询电话", "电话：", "电话:"])
    marks["findErrors"] = findErrors()
    marks["conac"] = conac()
    marks["siteMap"] = siteMap()
    return marks
  }

  private var text: [UInt8] { reading.outline.text }

  // MARK: Text

  /// Ten digits, or `bm` and eight; the last one on the page, where footers are.
  private func siteCode() -> String? {
    var code: String?
    for at in offsets(of: "标识码") {
      var start = skipMarks(at + 9)
      if text.matchesIgnoringCase("</", at: start) { start += 2 }
      let word = text[start..<min(start + 16, text.count)].prefix(while: Ascii.isWord)
      let value = String(decoding: word, as: UTF8.self)
      if !value.isEmpty { code = value }
    }
    return code
  }

  private func icp() -> String? {
    var found: String?
    for at in offsets(of: "icp备") {
      let end = endOfNumber(at + 6)
      guard end > at + 6 else { continue }
      var start = at
      if start >= 3, text[start - 1] >= 0x80 { start -= 3 }
      found = reading.outline.line(start..<end).filter { !$0.isWhitespace }
    }
    return found
  }

  private func policeRecord() -> String? {
    var found: String?
    for at in offsets(of: "公网安备") {
      var end = skipMarks(at + 12)
      let digits = end
      while end < text.count, Ascii.isDigit(text[end]) { end += 1 }
      guard end - digits >= 6 else { continue }
      if text.matchesIgnoringCase("号", at: end) { end += 3 }
      var start = at
      if start >= 3, text[start - 1] >= 0x80 { start -= 3 }
      found = reading.outline.line(start..<end).filter { !$0.isWhitespace }
    }
    return found ?? recordLink()
  }

  private func recordLink() -> String? {
    let link = links.last {
      $0.href.holds("beian.gov.cn") && $0.href.holds("recordcode=")
        || $0.href.holds("beian.mps.gov.cn") && $0.href.holds("code=")
    }
    guard let link, let mark = link.href.lastIndex(of: "=") else { return nil }
    let digits = link.href[link.href.index(after: mark)...].prefix { $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }

  /// What follows a label up to a wide gap or the end of its line.
  private func value(after labels: [StaticString]) -> String? {
    for label in labels {
      for at in offsets(of: label).reversed() where isFooter(at) {
        let start = skipMarks(at + label.utf8CodeUnitCount)
        var end = start
        while end < text.count, end - start < 150, text[end] > Ascii.space,
          text[end] != UInt8(ascii: "|")
        { end += 1 }
        let value = reading.outline.line(start..<end)
        if !value.isEmpty { return value }
      }
    }
    return nil
  }

  private func isFooter(_ offset: Int) -> Bool {
    reading.places[reading.outline.node(at: offset)] == .footer || offset * 4 > text.count * 3
  }

  private func offsets(of word: StaticString) -> [Int] {
    var found: [Int] = []
    var at = 0
    while let next = text.firstIndexIgnoringCase(of: word, from: at), found.count < 20 {
      found.append(next)
      at = next + word.utf8CodeUnitCount
    }
    return found
  }

  private func skipMarks(_ start: Int) -> Int {
    var at = start
    while at < text.count {
      if text[at] <= Ascii.space || text[at] == Ascii.colon {
        at += 1
      } else if text[at...].prefix(3).elementsEqual("：".utf8) {
        at += 3
      } else {
        break
      }
    }
    return at
  }

  /// Past `05017763号-1`, blanks allowed.
  private func endOfNumber(_ start: Int) -> Int {
    var at = skipMarks(start)
    if text.matchesIgnoringCase("案", at: at) { at = skipMarks(at + 3) }
    let digits = at
    while at < text.count, Ascii.isDigit(text[at]) { at += 1 }
    guard at > digits else { return start }
    if text.matchesIgnoringCase("号", at: at) { at += 3 }
    if at + 1 < text.count, text[at] == Ascii.hyphen, Ascii.isDigit(text[at + 1]) {
      at += 1
      while at < text.count, Ascii.isDigit(text[at]) { at += 1 }
    }
    return at
  }

  // MARK: Links

  private func findErrors() -> String? {
    let tree = reading.tree
    for node in tree.nodes.indices where tree.name(node) == .script {
      if let code = tree.attribute(node, "sitecode"), !code.isEmpty { return code }
    }
    let byAddress = links.first {
      $0.href.holds("jiucuo") && ($0.element == .anchor || $0.element == .script)
    }
    if let byAddress { return byAddress.href }
    let byName = links.first { link in
      link.element == .anchor
        && (link.text.holds("找错") || link.text.holds("纠错")
          || link.title?.holds("找错") ?? false)
    }
    return byName?.href
  }

  private func conac() -> String? {
    let link = links.first {
      $0.href.holds("conac.cn") || $0.href.hasSuffix("0001.js") && $0.href.holds("/ca")
    }
    if let link { return link.href }
    let tree = reading.tree
    let hasMark = tree.nodes.indices.contains { node in
      guard tree[node].attributeCount > 0, let id = tree.attributeBytes(node, "id") else {
        return false
      }
      return id.matchesIgnoringCase("_ideconac", at: id.startIndex)
    }
    return hasMark ? "_ideConac" : nil
  }

  private func siteMap() -> String? {
    let words: [StaticString] = ["网站地图", "站点地图", "网站导航", "站点导航", "sitemap"]
    let link = links.last { link in
      link.element == .anchor && words.contains { link.text.holds($0) }
    }
    return link?.href
  }
}
