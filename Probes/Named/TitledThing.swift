import AuditModel
import PageModel
import SiteModel
import WebAddress

/// Something the site shows under a title: an entry of a list, an article, a column, a menu label.
struct TitledThing {
  let title: String
  /// ``Naming/fold(_:)`` of the title.
  let folded: String
  let url: WebURL?
  var day: Day?
  /// Folded names of the column it is listed in.
  let column: [String]
  /// The page it was seen on.
  let page: PageReference
  /// The name of a column or a menu's label, not the title of an article.
  let isLabel: Bool
  /// Only its label was seen; what it leads to was neither read nor found alive.
  let isUnopened: Bool

  init(
    title: String, url: WebURL?, day: Day?, column: [String], page: PageReference,
    isLabel: Bool = false, isUnopened: Bool = false
  ) {
    self.isLabel = isLabel
    self.isUnopened = isUnopened
    self.title = title
    folded = Naming.fold(title)
    self.url = url
    self.day = day
    self.column = column
    self.page = page
  }

  var link: LinkReference? { url.map { LinkReference(url: $0.href, text: title) } }

  /// Years its title names, without those of document numbers (`〔2021〕5号`).
  var years: [Int] { TitleYears.all(in: title) }
}

/// Every titled thing of a site, each address once.
struct TitledThings {
  private(set) var all: [TitledThing] = []
  private var index: [AddressKey: Int] = [:]

  init(_ site: Site) {
    for column in site.columns {
      let names = column.names.map { Naming.fold($0) }
      for item in column.content.items {
        add(
          TitledThing(
            title: item.title, url: item.url, day: item.date?.day, column: names,
            page: PageReference(url: item.page.href, title: column.name)))
      }
    }
    for page in site.pages where page.kind != .stub {
      let state = site.column(at: page.url)?.content.state
      if state == .blank || state == .nilReturn || state == .scripted { continue }
      add(
        TitledThing(
          title: page.title, url: page.url, day: page.publication?.day, column: [],
          page: page.reference, isLabel: page.kind != .article))
    }
    for entry in site.entries where !entry.isHidden && entry.label.count >= 4 {
      add(entry, site: site)
    }
  }

  /// A label counts by what it leads to.
  private mutating func add(_ entry: Entry, site: Site) {
    guard let url = entry.url else { return }
    let verdict = site.source.linkVerdict(of: url)?.state
    if verdict == .dead { return }
    let column = site.column(at: url)
    if let state = column?.content.state, state != .filled, state != .redirect { return }
    let isRead = column != nil || site.summary(at: url) != nil || verdict == .alive
    add(
      TitledThing(
        title: entry.label, url: url, day: nil, column: [],
        page: site.summary(at: entry.page)?.reference
          ?? PageReference(url: entry.page.href, title: ""), isLabel: true, isUnopened: !isRead))
  }

  /// Of two titles of one address the first stands; a list may cut it, so a longer one replaces it.
  private mutating func add(_ thing: TitledThing) {
    guard let url = thing.url else { return all.append(thing) }
    let key = AddressKey(url)
    guard let known = index[key] else {
      index[key] = all.count
      return all.append(thing)
    }
    let other = all[known]
    if TitledThings.isCut(other.title), thing.folded.count > other.folded.count {
      all[known] = TitledThing(
        title: thing.title, url: url, day: other.day ?? thing.day, column: other.column,
        page: other.page, isLabel: other.isLabel && thing.isLabel)
    } else if other.day == nil {
      all[known].day = thing.day
    }
  }

  private static func isCut(_ title: String) -> Bool {
    title.hasSuffix("…") || title.hasSuffix("...") || title.hasSuffix("..")
  }
}

/// Years that stand in a title.
enum TitleYears {
  static func all(in title: String) -> [Int] {
    var years: [Int] = []
    var run: [Character] = []
    var before: Character = " "
    for sign in title + " " {
      if let digit = digit(sign) {
        run.append(Character(String(digit)))
        continue
      }
      // `〔2021〕`, `[2021]` are parts of a document number.
      if run.count == 4, !"〔[【(（".contains(before) || sign == "年", let year = Int(String(run)),
        (1990...2099).contains(year)
      {
        years.append(year)
      }
      run = []
      before = sign
    }
    return years
  }

  /// `2022` and `二〇二二` alike.
  private static func digit(_ sign: Character) -> Int? {
    if let place = Array("〇一二三四五六七八九").firstIndex(of: sign) { return place }
    if "○零".contains(sign) { return 0 }
    guard sign.isNumber, let value = sign.wholeNumberValue, value < 10,
      sign.isASCII || ("０"..."９").contains(sign)
    else { return nil }
    return value
  }
}
