/// One thing a guide must say, and how it is recognised.
struct GuideElement: Sendable {
  enum Answer {
    case found(quote: String)
    /// Something that may stand for it, but is not it by name.
    case weak(quote: String)
    /// The label is there and nothing behind it.
    case empty(quote: String)
    case missing
  }

  let id: String
  let title: String
  let look: @Sendable (LabelledText) -> Answer

  /// A label with a value that has the right form.
  static func value(
    _ id: String, _ title: String, labels: [String], not before: [String] = [],
    form: @escaping @Sendable (String) -> Bool
  ) -> GuideElement {
    GuideElement(id: id, title: title) { text in
      let values = text.values(after: labels, not: before)
      if let good = values.first(where: { form($0.text) }) { return .found(quote: good.quote) }
      return values.first.map { .empty(quote: $0.quote) } ?? .missing
    }
  }

  /// Words that name it, and words that only hint at it.
  static func words(
    _ id: String, _ title: String, named: [String], hinted: [String] = []
  ) -> GuideElement {
    GuideElement(id: id, title: title) { text in
      if let line = text.line(with: named) { return .found(quote: line) }
      return text.line(with: hinted).map { .weak(quote: $0) } ?? .missing
    }
  }

  /// What 条例 art. 12 asks of a guide.
  static let article12: [GuideElement] = [
    words(
      "classification", "政府信息的分类",
      named: ["分类", "类别", "分为", "公开范围", "公开的范围", "公开内容", "公开的内容"], hinted: ["主动公开"]),
    words(
      "arrangement", "编排体系", named: ["编排", "编列", "索引"], hinted: ["公开目录", "信息目录", "目录"]),
    words(
      "obtaining", "获取方式",
      named: [
        "获取方式", "获取形式", "获取途径", "获取渠道", "公开形式", "公开方式", "公开途径", "公开渠道", "查阅方式", "公开的形式",
        "公开的方式", "公开的途径", "公开的渠道", "查询方式", "信息的方式", "查阅点", "查阅场所",
      ], hinted: ["查阅", "获取"]),
    value(
      "office", "政府信息公开工作机构的名称",
      labels: [
        "机构名称", "工作机构", "公开机构", "受理机构", "责任机构", "承办机构", "受理部门", "受理单位", "负责机构", "承办部门",
        "工作部门", "责任部门", "联系部门", "办理机构", "受理窗口", "办公室名称", "主管部门名称",
      ], form: ContactForm.isBody),
    value(
      "address", "办公地址",
      labels: ["地址", "办公地点", "办公场所"],
      not: ["网站", "网", "邮箱", "邮件", "邮", "互联网", "ip", "IP", "链接"], form: ContactForm.isPlace),
    value(
      "hours", "办公时间",
      labels: ["办公时间", "工作时间", "受理时间", "接待时间", "服务时间", "咨询时间", "办理时间"],
      form: ContactForm.isTime),
    value(
      "telephone", "联系电话", labels: ["电话", "联系方式"],
      not: [
        "投诉", "监督", "举报", "查阅点", "档案馆", "图书馆", "政务服务中心", "互联网", "传真", "监督举报", "投诉举报",
        "联系人", "申请人的",
      ],
      form: { !ContactForm.telephones(in: $0).isEmpty }),
    GuideElement(id: "fax", title: "传真号码") { text in
      let values = text.values(after: ["传真"])
      if let good = values.first(where: { isFax($0.text) }) { return .found(quote: good.quote) }
      if let none = values.first(where: { $0.text.hasPrefix("无") || $0.text.hasPrefix("暂无") }) {
        return .weak(quote: none.quote)
      }
      // `通过传真方式提出申请` names no number and is no label.
      let label = values.first { $0.text.count < 2 || $0.quote.contains("传真：") }
      return label.map { .empty(quote: $0.quote) } ?? .missing
    },
    GuideElement(id: "internet", title: "互联网联系方式") { text in
      if let line = text.lines.first(where: { ContactForm.hasMail($0.compact) }) {
        return .found(quote: LabelledText.quote(line.shown, around: ["@", "邮箱", "邮件"]))
      }
      let values = text.values(after: ["互联网联系方式", "网址", "网络联系方式", "在线联系", "官方网站", "网站地址"])
      if let good = values.first(where: { ContactForm.hasAddress($0.text) }) {
        return .found(quote: good.quote)
      }
      let bare = text.lines.first { ContactForm.hasAddress($0.compact) }
      if let bare { return .weak(quote: LabelledText.quote(bare.shown, around: ["http", "www"])) }
      let labels = text.values(after: ["互联网联系方式", "电子邮箱", "电子邮件", "邮箱"])
      return labels.first.map { .empty(quote: $0.quote) } ?? .missing
    },
  ]

  private static func isFax(_ value: String) -> Bool {
    let head = String(value.prefix(30))
    return !ContactForm.telephones(in: head).isEmpty
      || head.hasPrefix("同") || head.hasPrefix("与电话") || head.hasPrefix("号码同")
  }

  /// What local schemes ask of the part on applications.
  static let application: [GuideElement] = [
    GuideElement(id: "channels", title: "申请的提交方式") { text in
      let words = ["当面", "信函", "邮寄", "信件", "网上", "在线", "传真", "电子邮件", "数据电文", "现场", "邮政"]
      let lines = text.lines.filter { $0.compact.contains("申请") || $0.compact.contains("提交") }
      let found = words.filter { word in lines.contains { $0.compact.contains(word) } }
      guard let first = found.first, let line = lines.first(where: { $0.compact.contains(first) })
      else { return .missing }
      let quote = LabelledText.quote(line.shown, around: [first])
      return found.count >= 2 ? .found(quote: quote) : .weak(quote: quote)
    },
    GuideElement(id: "procedure", title: "申请的办理流程") { text in
      let words = ["受理", "登记", "审查", "补正", "答复", "流程", "处理", "审核"]
      let lines = text.lines.filter { $0.compact.contains("申请") }
      let found = words.filter { word in lines.contains { $0.compact.contains(word) } }
      guard let first = found.first, let line = lines.first(where: { $0.compact.contains(first) })
      else { return .missing }
      let quote = LabelledText.quote(line.shown, around: [first])
      return found.count >= 2 ? .found(quote: quote) : .weak(quote: quote)
    },
    GuideElement(id: "time-limit", title: "答复时限") { text in
      let sentence = text.sentences.first { sentence in
        sentence.contains("工作日")
          && ["答复", "延长", "办理", "受理", "处理"].contains { sentence.contains($0) }
      }
      guard let sentence else {
        return text.line(with: ["当场答复", "时限", "期限"]).map { .weak(quote: $0) } ?? .missing
      }
      return .found(quote: LabelledText.quote(sentence, around: ["工作日"]))
    },
    GuideElement(id: "fees", title: "收费标准") { text in
      if let line = text.line(with: ["收费", "费用", "收取", "成本费"]) { return .found(quote: line) }
      let free = text.lines.filter { $0.compact.contains("免费") }
      // `主动向社会免费公开` says nothing of applications.
      let told = free.first { $0.compact.contains("提供") || $0.compact.contains("申请") }
      if let told { return .found(quote: LabelledText.quote(told.shown, around: ["免费"])) }
      return free.first.map { .weak(quote: LabelledText.quote($0.shown, around: ["免费"])) }
        ?? .missing
    },
    words("remedies", "监督和救济渠道", named: ["投诉", "举报", "行政复议", "复议", "诉讼"], hinted: ["监督"]),
    words("form", "申请表", named: ["申请表", "申请书", "申请单"]),
  ]
}
