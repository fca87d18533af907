public import AuditModel
public import SiteModel

/// Words of the operator's list that must not stand on a page.
public struct WrongWords: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "content.lexicon", title: "错敏词和错误表述", family: .safety,
    citations: [SafetyCitations.wording],
    checks: "用户给出的词表(名单的 lexicon 项)中的每个词在各页标题和文字中是否出现;词表写明的例外不算。",
    passes: "没有出现词表中的词。",
    fails: "出现词表标为“确定”的词。",
    cannotDecide: "词表标为“疑似”的词,或出现在引号、更正说明中的词,请人工判断;没有给出词表时不检查。",
    codes: [
      "content.lexicon.found", "content.lexicon.none", "content.lexicon.no-list",
      "content.lexicon.cut",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    guard site.content.hasLexicon else {
      return [observation("no-list", .notSelected, subject: "*")]
    }
    var result = site.content.words.map(report)
    if site.content.isCut {
      result.append(observation("cut", .inconclusive, reason: .captureIncomplete, subject: "*"))
    } else if result.isEmpty {
      let pages = site.content.pages
      result.append(
        observation(
          "none", pages == 0 ? .notChecked : .pass, subject: "*", values: ["pages": String(pages)])
      )
    }
    return result.sorted { $0.subject < $1.subject }
  }

  private func report(_ sighting: WordSighting) -> Observation {
    let isSure = sighting.entry.isCertain && !sighting.isQuoted
    return observation(
      "found", isSure ? .fail : .review, reason: isSure ? nil : .ambiguous,
      subject: "\(sighting.entry.wrong) \(sighting.page.url)",
      values: [
        "wrong": sighting.entry.wrong, "right": sighting.entry.right,
        "count": String(sighting.count),
      ], page: sighting.page, quote: sighting.quote)
  }
}
