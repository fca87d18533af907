import PageModel
public import WebAddress

/// Whether a file is what the ending of its name claims.
public enum FileJudgement: Sendable, Hashable {
  /// It is, as far as was seen.
  case fits
  /// Nothing in it.
  case empty
  /// A web page stands in its place; with the page's title or first words.
  case page(String)
  /// The end of it is lost: what opens it finds it damaged.
  case cut
  /// None of the forms a file of that name can have.
  case garbled(FileKind)
  /// A document of another form, which some programs open all the same.
  case renamed(FileKind)
  /// A web page that may be a guard's or a viewer's, and no fault of the file.
  case unclear

  /// - Parameters:
  ///   - ending: as ``FileEnding/of(_:)`` gives it.
  ///   - url: the file's address; a page in its place is read as if it stood there.
  public init(_ sample: FileSample, ending: String, url: WebURL) {
    let kind = FileKind(sample.head)
    guard let form = FileForm.all[ending], kind != .empty else {
      self = kind == .empty ? .empty : .fits
      return
    }
    if form.own.contains(kind) {
      self = sample.isWhole && FileEnd.isMissing(sample, kind) ? .cut : .fits
    } else if kind == .html {
      self = PageInPlace(sample, form: form, url: url).judgement
    } else {
      self = form.known.contains(kind) || !form.isClosed ? .renamed(kind) : .garbled(kind)
    }
  }
}

/// What files of one ending can be.
private struct FileForm {
  /// Kinds the ending stands for.
  let own: Set<FileKind>
  /// Kinds the usual programs open under that name, with or without a warning.
  var known: Set<FileKind> = []
  /// Whether there are no other forms, such as those of programs long gone.
  var isClosed = true
  /// Whether the usual programs open web pages of that name.
  var mayBePage = false

  static let all: [String: FileForm] = [
    "pdf": FileForm(own: [.pdf]),
    "doc": FileForm(
      own: [.compound, .rtf, .xml], known: [.zip, .text, .pdf], isClosed: false, mayBePage: true),
    "wps": FileForm(own: [.compound, .rtf], known: [.zip], isClosed: false, mayBePage: true),
    "xls": FileForm(
      own: [.compound, .xml], known: [.zip, .text], isClosed: false, mayBePage: true),
    "et": FileForm(own: [.compound], known: [.zip], isClosed: false, mayBePage: true),
    // An encrypted one is a compound file.
    "docx": FileForm(own: [.zip], known: [.compound, .rtf, .pdf]),
    "xlsx": FileForm(own: [.zip], known: [.compound, .text]),
    "ofd": FileForm(own: [.zip], known: [.pdf]),
    "rtf": FileForm(own: [.rtf], known: [.compound, .zip], isClosed: false),
    "zip": FileForm(own: [.zip], known: [.rar, .sevenZip, .gzip]),
    "rar": FileForm(own: [.rar], known: [.zip, .sevenZip, .program], isClosed: false),
    "7z": FileForm(own: [.sevenZip], known: [.zip, .rar], isClosed: false),
  ]
}

/// Whether a file that arrived whole lacks its end.
private enum FileEnd {
  static func isMissing(_ sample: FileSample, _ kind: FileKind) -> Bool {
    let tail = sample.tail[...]
    switch kind {
    // ISO 32000-2 §7.5.5; some writers put other bytes behind it.
    case .pdf: return !tail.holds("%%EOF") && !tail.holds("startxref")
    // APPNOTE 4.3.16: the end of the central directory, with a comment of 64 KiB at most.
    case .zip: return !tail.holds("PK\u{05}\u{06}")
    default: return false
    }
  }
}

/// A web page where a file should be.
private struct PageInPlace {
  let judgement: FileJudgement

  init(_ sample: FileSample, form: FileForm, url: WebURL) {
    let page = PageReader().read(
      body: sample.head, url: url, status: 200, contentType: sample.contentType)
    let words = Naming.fold(page.text)
    if form.mayBePage, sample.head[...].holds("schemas-microsoft-com:office") {
      judgement = .renamed(.html)
    } else if words.count < 4 || Self.isGuard(page, words) || Self.isViewer(page) {
      judgement = .unclear
    } else {
      judgement = .page(page.title.isEmpty ? String(page.text.prefix(30)) : page.title)
    }
  }

  /// Pages by which a guard asks who is there; a short one only.
  private static func isGuard(_ page: Page, _ words: String) -> Bool {
    if page.dynamicContent.contains(where: { $0.kind == .challenge }) { return true }
    return words.count < 600
      && [
        "验证", "拦截", "防火墙", "安全", "滑动", "人机", "频繁", "captcha", "登录", "防护", "javascript", "cookie",
        "waf",
      ].contains { words.contains($0) }
  }

  private static func isViewer(_ page: Page) -> Bool {
    page.links.contains { $0.element == .frame || $0.element == .object || $0.element == .media }
  }
}
