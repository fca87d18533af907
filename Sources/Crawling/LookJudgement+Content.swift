import AuditModel
import WebAddress

/// Soft 404: the status says 200, the page says otherwise.
extension LookJudgement {
  /// Visible characters up to which a page can be nothing but a notice.
  static let noticeLength = 300
  /// The same when title or firewall words are as clear as can be.
  static let longNoticeLength = 1000
  /// The same for a page that only runs a challenge script.
  static let challengeLength = 120

  static func content(
    _ look: ResponseSummary, expectsImage: Bool, habit: MissingPageHabit
  ) -> (LinkVerdict.Cause?, String) {
    if look.bodyLength == 0 { return (.empty, "0 bytes") }
    guard look.isHTML else { return (nil, "HTTP \(look.status)") }
    if let phrase = missingPhrase(look) { return (.softNotFound, phrase) }
    if look.equalsControlPage, habit == .page { return (.softNotFound, "control page") }
    if look.equalsHomePage, habit == .redirectsHome { return (.redirectToHome, "home page") }
    if expectsImage, look.contentType.lowercased().contains("html") {
      return (.softNotFound, look.contentType)
    }
    return (nil, "HTTP \(look.status)")
  }

  /// The words that say the page is missing; nil for an article that merely speaks of it.
  private static func missingPhrase(_ look: ResponseSummary) -> String? {
    // Most pages are long; their words need not be looked at.
    guard look.visibleLength <= longNoticeLength else { return nil }
    if let phrase = titlePhrase(folded(look.title)) { return phrase }
    guard look.visibleLength <= noticeLength else { return nil }
    return MissingPagePhrases.missing.first(in: FoldedText.bytes(look.text))
  }

  /// A title that is little more than the phrase itself. "关于修复404页面的通知" is an article.
  private static func titlePhrase(_ title: String) -> String? {
    let parts = title.split { $0 == "-" || $0 == "_" || $0 == "|" || $0 == "–" || $0 == "—" }
      .map { folded(String($0)) }
    for part in parts + [title] {
      if MissingPagePhrases.bareTitles.contains(part) { return part }
      if let phrase = MissingPagePhrases.missing.first(in: Array(part.utf8)),
        part.count <= phrase.count + 8
      {
        return phrase
      }
    }
    return nil
  }

  /// A page that only challenges or turns away the visitor, whatever its status.
  static func isChallenge(_ look: ResponseSummary) -> Bool {
    if look.visibleLength <= challengeLength,
      MissingPagePhrases.challengeScripts.first(in: FoldedText.bytes(look.markup)) != nil
    {
      return true
    }
    return blockedPhrase(look) != nil
  }

  static func blockedCause(_ look: ResponseSummary) -> LinkVerdict.Cause {
    let isLimit =
      look.status == 429
      || MissingPagePhrases.limited.first(in: FoldedText.bytes(look.title + look.text)) != nil
    return isLimit ? .rateLimit : .wafBlock
  }

  private static func blockedPhrase(_ look: ResponseSummary) -> String? {
    guard look.visibleLength <= noticeLength else { return nil }
    let text = FoldedText.bytes(look.title) + [0x0a] + FoldedText.bytes(look.text)
    // A page may offer 验证码 for its own form; as a status-200 page it has to say more.
    let excluded = look.status == 200 ? "验证码" : nil
    return MissingPagePhrases.turningAway.first(in: text, except: excluded)
  }

  private static func folded(_ text: String) -> String {
    String(decoding: FoldedText.bytes(text), as: UTF8.self)
  }
}
