public import AuditModel
import PageModel
public import SiteModel

/// Signs that a guide was not revised after the 条例 of 2019 and the reform of 2018.
public struct GuideOutdated: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "guide.outdated", title: "政府信息公开指南及时更新", family: .guide,
    citations: [
      Citation(
        document: "政府信息公开条例(国务院令第711号)", place: "第十二条第一款、第三十三条", confidence: .verified),
      Citation(document: "随州市2020年政务公开第三方评估指标", place: "公开指南:及时更新", confidence: .observed),
    ],
    checks: "在指南正文中查找修订前条例的痕迹:国务院令第492号、15个工作日答复、“特殊需要”、检索复制邮寄收费、旧条文序号,"
      + "机构改革中撤并的机构名称,以及早于2019年5月15日的日期。",
    passes: "没有这些痕迹。",
    fails: "指南以国务院令第492号为依据而没有提到第711号;写明15个工作日内答复申请;"
      + "指南日期早于2019年5月15日而且正文没有新条例的内容。",
    cannotDecide: "旧机构名称、旧条文序号、“特殊需要”和收费的说法,以及只有日期较早的,提请人工判断;指南只有附件或图片的不作结论。",
    codes: [
      "guide.outdated.current", "guide.outdated.old-decree", "guide.outdated.old-time-limit",
      "guide.outdated.special-needs", "guide.outdated.old-fees", "guide.outdated.old-article",
      "guide.outdated.dissolved-body", "guide.outdated.old-date", "guide.outdated.undecided",
      "guide.outdated.no-guide",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let guide = GuideReading(site)
    switch guide.state {
    case .absent: return [observation("no-guide", .notChecked, subject: "*")]
    case .unread(let reason):
      return [
        observation("undecided", .inconclusive, reason: reason, subject: "*", page: guide.page)
      ]
    case .read: break
    }
    let signs = OutdatedSigns(guide.text, published: guide.published).all
    if signs.isEmpty { return [observation("current", .pass, subject: "*", page: guide.page)] }
    return signs.map { sign in
      observation(
        sign.code, sign.isProof ? .fail : .review, reason: sign.isProof ? nil : .ambiguous,
        subject: sign.subject, values: ["words": sign.words, "item": "guide#outdated"],
        page: guide.page, quote: sign.quote)
    }.sorted { $0.subject < $1.subject }
  }
}

/// Marks of the 条例 of 2007 and of bodies that are no more.
struct OutdatedSigns {
  struct Sign {
    let code: String
    let subject: String
    let words: String
    let quote: String
    /// Enough by itself; otherwise a person decides.
    let isProof: Bool
  }

  let all: [Sign]

  init(_ text: LabelledText, published: DatedText?) {
    let sentences = text.sentences
    let isRevised = sentences.contains(where: OutdatedSigns.isOfTheNewRules)
    let cites711 = sentences.contains { $0.contains("711号") }
    var signs: [Sign] = []
    func add(_ code: String, _ words: String, _ sentence: String?, isProof: Bool = false) {
      guard let sentence else { return }
      signs.append(
        Sign(
          code: code, subject: code == "dissolved-body" ? words : code, words: words,
          quote: LabelledText.quote(sentence, around: [words]), isProof: isProof))
    }
    add("old-decree", "492号", sentences.first { $0.contains("492号") && !cites711 }, isProof: true)
    let limit = sentences.first(where: OutdatedSigns.isOldLimit)
    let number = ["十五个工作日", "15个工作日", "15个工作日内"].first { limit?.contains($0) ?? false }
    add("old-time-limit", number ?? "15", limit, isProof: true)
    add(
      "special-needs", "特殊需要",
      sentences.first { $0.contains("特殊需要") && ($0.contains("科研") || $0.contains("生产")) })
    add(
      "old-fees", "检索、复制、邮寄",
      sentences.first {
        $0.contains("检索") && $0.contains("复制") && $0.contains("邮寄") && $0.contains("费")
          && !$0.contains("不收")
      })
    add("old-article", "旧条文序号", sentences.first(where: OutdatedSigns.citesOldArticle))
    for body in OutdatedSigns.bodies {
      add("dissolved-body", body.name, sentences.first { body.isNamed(in: $0) })
    }
    if let published, let start = Day(year: 2019, month: 5, day: 15), published.day < start {
      add("old-date", published.day.description, published.quote, isProof: !isRevised)
    }
    all = signs
  }

  /// 20 working days to publish was the rule of 2007 too; 20 to reply is not.
  private static func isOfTheNewRules(_ sentence: String) -> Bool {
    if sentence.contains("711号") || sentence.contains("2019年5月15日") { return true }
    return (sentence.contains("20个工作日") || sentence.contains("二十个工作日"))
      && (sentence.contains("答复") || sentence.contains("延长"))
  }

  /// The reply to an application in 15 working days was the rule of 2007; third parties still
  /// have 15 working days, and a unit may promise to be quicker.
  private static func isOldLimit(_ sentence: String) -> Bool {
    guard
      sentence.contains("15个工作日") || sentence.contains("十五个工作日")
        || sentence.contains("15个工作日") || sentence.contains("15日内") && sentence.contains("工作日")
    else { return false }
    let others = ["第三方", "征求意见", "征求", "承诺", "缩短", "压缩", "提速", "补正", "反馈意见", "复议", "诉讼", "权利人"]
    return ["答复", "延长", "受理时限", "办理"].contains { sentence.contains($0) }
      && !others.contains { sentence.contains($0) }
  }

  /// Articles of 2007 named for what stands elsewhere since 2019.
  private static func citesOldArticle(_ sentence: String) -> Bool {
    guard sentence.contains("条例") else { return false }
    let moved: [(article: String, topics: [String])] = [
      ("第十九条", ["指南"]), ("第二十四条", ["答复"]), ("第二十七条", ["收费", "费用", "成本"]),
      ("第十三条", ["申请"]), ("第三十三条", ["举报", "复议", "诉讼"]), ("第三十一条", ["年度报告"]),
    ]
    return moved.contains { rule in
      sentence.contains(rule.article) && rule.topics.contains { sentence.contains($0) }
    }
  }

  struct Body {
    let name: String
    var aliases: [String] = []

    /// Named as a body that exists: 原法制办 is history.
    func isNamed(in sentence: String) -> Bool {
      ([name] + aliases).contains { alias in
        var rest = sentence[...]
        while let range = rest.firstRange(of: alias) {
          let before = sentence[..<range.lowerBound]
          if !before.suffix(4).contains("原") && !before.hasSuffix("曾") { return true }
          rest = rest[range.upperBound...]
        }
        return false
      }
    }
  }

  static let bodies: [Body] = [
    Body(name: "法制办", aliases: ["法制局"]), Body(name: "工商行政管理局", aliases: ["工商局"]),
    Body(name: "国土资源局", aliases: ["国土局"]), Body(name: "质量技术监督局", aliases: ["质监局"]),
    Body(name: "食品药品监督管理局", aliases: ["食药监局", "食药局"]),
    Body(name: "地方税务局", aliases: ["地税局", "国税局"]),
    Body(name: "安全生产监督管理局", aliases: ["安监局"]), Body(name: "环境保护局", aliases: ["环保局"]),
    Body(name: "卫生和计划生育", aliases: ["卫计委", "卫计局"]), Body(name: "监察局", aliases: ["监察厅", "监察部"]),
    Body(name: "旅游发展委员会", aliases: ["旅游局", "文广新局"]),
  ]
}
