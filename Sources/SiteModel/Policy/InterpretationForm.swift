import PageModel

/// A way in which an interpretation speaks to its readers.
public enum InterpretationForm: String, Sendable, Hashable, CaseIterable {
  case text, picture, video, audio, conference, dialogue

  /// The Chinese word people read.
  public var title: String {
    switch self {
    case .text: "文字"
    case .picture: "图解"
    case .video: "视频"
    case .audio: "音频"
    case .conference: "发布会"
    case .dialogue: "问答访谈"
    }
  }

  private static let words: [(InterpretationForm, [String])] = [
    (.picture, ["图解", "一图读懂", "一图看懂", "一图了解", "图说", "长图", "海报", "漫画", "图片解读"]),
    (.video, ["视频", "动漫", "动画", "微课", "直播", "H5", "h5"]),
    (.audio, ["音频", "播客", "广播", "听政策"]),
    (.conference, ["发布会", "吹风会", "通气会"]),
    (.dialogue, ["访谈", "答记者问", "专访", "问答"]),
  ]
  private static let furniture = [
    "icon", "ico.", "share", "weixin", "wechat", "weibo", "qr", "ewm", "erweima", "logo", "print",
    "close", "button", "btn", "arrow", "blank", "space", "conac", "jiucuo", "banner", "dot.",
    "fujian", "file_", "/word", "pdf.", "doc.", "xls.", "gif",
  ]
  private static let players = ["player", "video", "vod", "v.qq.com", "youku", "cctv", "mp4"]

  /// Forms seen on the page: words of the title, pictures and players in the article.
  static func forms(of page: Page, title: String) -> Set<InterpretationForm> {
    var forms = Set(words.filter { $0.1.contains { title.contains($0) } }.map(\.0))
    for link in page.links {
      let inArticle = link.place == .article || link.place == .other || link.place == .list
      let href = link.href.lowercased()
      switch link.element {
      case .media: forms.insert(isAudio(href) ? .audio : .video)
      case .image where link.place == .article && !link.isHidden:
        if !furniture.contains(where: { href.contains($0) }) { forms.insert(.picture) }
      case .frame, .object:
        if inArticle, players.contains(where: { href.contains($0) }) { forms.insert(.video) }
      case .anchor:
        if inArticle, isVideo(href) { forms.insert(.video) }
        if inArticle, isAudio(href) { forms.insert(.audio) }
      default: continue
      }
    }
    if Naming.isFoldedLength(of: page.mainText, atLeast: 200) { forms.insert(.text) }
    return forms
  }

  private static func isVideo(_ href: String) -> Bool {
    [".mp4", ".flv", ".m3u8", ".wmv", ".avi", ".mov"].contains { href.contains($0) }
  }

  private static func isAudio(_ href: String) -> Bool {
    [".mp3", ".wav", ".m4a", ".ogg"].contains { href.contains($0) }
  }
}
