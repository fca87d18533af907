import Foundation

/// Ways other systems would have written the same page: what a page says stays, how it is put
/// into HTML changes, and things are added that mean nothing. A probe has to see the same in all.
enum Layout: String, CaseIterable {
  case asWritten, layoutTable, upperCase, gb18030, decoys, oneLine, airy, slashDates, chineseDates
  case spans, nestedRows

  /// Several at once, chosen by a seed.
  static func combination(seed: UInt64) -> [Layout] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let candidates = allCases.filter { $0 != .asWritten && $0 != .gb18030 }
    var chosen: [Layout] = []
    for _ in 0..<3 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let next = candidates[Int(state >> 33) % candidates.count]
      let isSecondDate = chosen.contains { $0.isDate } && next.isDate
      if !chosen.contains(next), !isSecondDate { chosen.append(next) }
    }
    return chosen
  }

  private var isDate: Bool { self == .slashDates || self == .chineseDates }

  /// The page's bytes in these layouts, one after the other.
  static func apply(_ layouts: [Layout], to page: [UInt8]) -> [UInt8] {
    let text = String(decoding: page, as: UTF8.self)
    let changed = layouts.reduce(text) { $1.applied(to: $0) }
    guard layouts.contains(.gb18030) else { return Array(changed.utf8) }
    let bytes = changed.data(using: String.Encoding(rawValue: 0x8000_0632))
    return bytes.map { [UInt8]($0) } ?? Array(changed.utf8)
  }

  private func applied(to html: String) -> String {
    switch self {
    case .asWritten: html
    case .layoutTable: Self.inTable(html)
    case .upperCase: MarkupPieces.map(html, tag: Self.upperCased)
    case .gb18030: Self.labelled(html)
    case .decoys: Self.withDecoys(html)
    case .oneLine: MarkupPieces.map(html, text: { $0.allSatisfy(\.isWhitespace) ? "" : $0 })
    case .airy: MarkupPieces.map(html, text: { $0.allSatisfy(\.isWhitespace) ? "\n\n      " : $0 })
    case .slashDates: MarkupPieces.map(html, text: { Self.dates($0) { "\($0)/\($1)/\($2)" } })
    case .chineseDates:
      MarkupPieces.map(html, text: { Self.dates($0) { "\($0)年\(Int($1) ?? 0)月\(Int($2) ?? 0)日" } })
    case .spans: Self.wrapped(html, in: "span", of: "a")
    case .nestedRows: Self.wrapped(html, in: "div", of: "li")
    }
  }

  private static func inTable(_ html: String) -> String {
    guard let open = html.range(of: "<body"), let close = html.range(of: "</body>"),
      let end = html[open.upperBound...].firstIndex(of: ">")
    else { return html }
    let start = html.index(after: end)
    return html[..<start]
      + "<table width=\"980\" align=\"center\" cellspacing=\"0\"><tr><td valign=\"top\">"
      + html[start..<close.lowerBound] + "</td></tr></table>" + html[close.lowerBound...]
  }

  private static func upperCased(_ tag: String) -> String {
    let name = tag.prefix { $0 == "<" || $0 == "/" || $0.isLetter || $0.isNumber }
    return name.uppercased() + tag.dropFirst(name.count)
  }

  private static func labelled(_ html: String) -> String {
    let bare = html.replacingOccurrences(of: "<meta charset=\"utf-8\">", with: "")
      .replacingOccurrences(of: "charset=utf-8", with: "charset=gb2312")
    guard let head = bare.range(of: "<head>") else { return "<meta charset=\"gb2312\">" + bare }
    return bare[..<head.upperBound] + "<meta charset=\"gb2312\">" + bare[head.upperBound...]
  }

  private static func withDecoys(_ html: String) -> String {
    guard let open = html.range(of: "<body"), let close = html.range(of: "</body>"),
      let end = html[open.upperBound...].firstIndex(of: ">")
    else { return html }
    let start = html.index(after: end)
    return html[..<start]
      + "<!-- 2001-01-01 敬请期待 --><div class=\"topbar\">今天是2026年11月21日 星期六</div>"
      + html[start..<close.lowerBound]
      + "<p class=\"copyright\">版权所有 &copy; 2009-2026</p>" + html[close.lowerBound...]
  }

  private static func dates(
    _ text: String, _ written: (Substring, Substring, Substring) -> String
  ) -> String {
    text.replacing(#/([0-9\/_]?)([12][0-9]{3})-([0-9]{2})-([0-9]{2})([0-9]?)/#) { match in
      let isPart = !match.1.isEmpty || !match.5.isEmpty
      return isPart ? String(match.0) : written(match.2, match.3, match.4)
    }
  }

  /// Only where every such element is closed.
  private static func wrapped(_ html: String, in inner: String, of outer: String) -> String {
    var opened = 0
    var closed = 0
    let changed = MarkupPieces.map(
      html,
      tag: { tag in
        if tag == "</\(outer)>" {
          closed += 1
          return "</\(inner)>" + tag
        }
        guard tag == "<\(outer)>" || tag.hasPrefix("<\(outer) ") else { return tag }
        opened += 1
        return tag + "<\(inner)>"
      })
    return opened == closed ? changed : html
  }
}

/// HTML cut into tags and texts; comments, scripts and styles stay as they are.
enum MarkupPieces {
  static func map(
    _ html: String, tag: (String) -> String = { $0 }, text: (String) -> String = { $0 }
  ) -> String {
    var result = ""
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      if open > rest.startIndex { result += text(String(rest[..<open])) }
      rest = rest[open...]
      let end = whole(rest)
      let piece = rest[..<end]
      result += isOpaque(piece) ? String(piece) : tag(String(piece))
      rest = rest[end...]
    }
    return result + (rest.isEmpty ? "" : text(String(rest)))
  }

  private static let opaque = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")]

  private static func isOpaque(_ piece: Substring) -> Bool {
    opaque.contains { piece.hasPrefix($0.0) } || piece.hasPrefix("<!")
  }

  private static func whole(_ rest: Substring) -> String.Index {
    for (open, close) in opaque where rest.hasPrefix(open) {
      return rest.range(of: close)?.upperBound ?? rest.endIndex
    }
    return rest.firstIndex(of: ">").map { rest.index(after: $0) } ?? rest.endIndex
  }
}
