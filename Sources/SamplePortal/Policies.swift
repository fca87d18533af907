/// A policy document before it is laid out.
struct Policy {
  var title: String
  /// The words between 《 and 》.
  var name: String
  var number: String
  var signed: SampleDay
  var published: SampleDay
  var path: String
  var entry: Entry { Entry(title: title, path: path, day: published) }
}

/// Which of the two pages carries a link to the other.
enum Pairing {
  case both
  /// Only the policy links to its interpretation.
  case policyOnly
  /// Only the interpretation links to its policy; the policy shows an empty, hidden box.
  case interpretationOnly
}

/// Who issues the documents of one unit.
struct Issuer {
  var unit: String
  var name: String
  /// Letters before the year of a document number, such as `云政办发`.
  var prefix: String
  var indexCode: String
}

extension Draft {
  /// A document to be placed later, once it is known what it links to.
  mutating func policy(
    _ issuer: Issuer, _ column: Column, name: String, number: Int, published: SampleDay
  ) -> Policy {
    let signed = published.adding(days: -random.number(3...9))
    return Policy(
      title: "\(issuer.name)关于印发《\(name)》的通知", name: name,
      number: "\(issuer.prefix)〔\(signed.year)〕\(number)号", signed: signed, published: published,
      path: articlePath(column.path, published))
  }

  mutating func place(
    _ policy: Policy, _ issuer: Issuer, in column: Column, on frame: Frame, related: String,
    attachments: String = ""
  ) {
    var sheet = Sheets.article(
      column, title: policy.title, day: policy.published, source: issuer.name,
      body: policyBody(policy, issuer) + attachments)
    sheet.main = head(of: policy, issuer) + sheet.main + related
    place(frame, policy.path, sheet)
  }

  private func head(of policy: Policy, _ issuer: Issuer) -> String {
    let index = "\(issuer.indexCode)/\(policy.signed.year)-\(policy.path.suffix(11).prefix(6))"
    let rows = [
      ("索 引 号", index, "主题分类", "综合政务"), ("发文机关", issuer.name, "文　　号", policy.number),
      ("成文日期", "\(policy.signed)", "发布日期", "\(policy.published)"),
      ("标　　题", policy.title, "有 效 性", "有效"), ("公开方式", "主动公开", "体裁分类", "通知"),
    ].map { "<tr><th>\($0.0)</th><td>\($0.1)</td><th>\($0.2)</th><td>\($0.3)</td></tr>" }
    return "<table class=\"xxgk_head\"><tbody>\n\(rows.lines)\n</tbody></table>"
  }

  private func policyBody(_ policy: Policy, _ issuer: Issuer) -> String {
    paragraphs([
      policy.number, "各县、区人民政府，市政府各部门：",
      "《\(policy.name)》已经研究同意，现印发给你们，请结合实际认真贯彻执行。",
      "\(issuer.name)", policy.signed.chinese, "\(policy.name)",
      "第一条　为规范相关工作，提高管理和服务水平，根据有关法律法规，结合本市实际，制定本文件。",
      "第二条　本市行政区域内的相关活动，适用本文件。",
      "第三条　有关主管部门按照职责分工负责组织实施和监督检查，县区人民政府负责本行政区域内的落实。",
      "第四条　任何单位和个人有权对违反本文件的行为进行投诉举报，有关部门应当及时处理并反馈。",
      "第五条　本文件自\(policy.signed.adding(days: 30).chinese)起施行，有效期五年。",
    ])
  }

  /// Places the policy and its interpretation, linked as told; returns the interpretation's entry.
  mutating func placePair(
    _ policy: Policy, _ issuer: Issuer, policies: Column, interpretations: Column, on frame: Frame,
    pairing: Pairing = .both, attachments: String = ""
  ) -> Entry {
    let day = policy.published.adding(days: 1)
    let path = articlePath(interpretations.path, day)
    let title = "《\(policy.name)》政策解读"
    let related = relatedBox("相关解读", pairing == .interpretationOnly ? nil : Anchor(title, path))
    place(policy, issuer, in: policies, on: frame, related: related, attachments: attachments)
    var sheet = Sheets.article(
      interpretations, title: title, day: day, source: issuer.name, body: explanation(policy))
    if pairing != .policyOnly {
      sheet.main += relatedBox("政策原文", Anchor(policy.title, policy.path))
    }
    place(frame, path, sheet)
    return Entry(title: title, path: path, day: day)
  }

  /// The box of related documents; hidden and empty without one, as templates leave it.
  func relatedBox(_ label: String, _ anchor: Anchor?) -> String {
    guard let anchor else {
      return """
        <div class="abouts xgjd" id="articleXGJD" style="display: none"><div class="subTitle">\
        <span>\(label)</span></div><ul></ul></div>
        """
    }
    return """
      <div class="abouts xgjd"><div class="subTitle"><span>\(label)</span></div>\
      <ul><li>\(anchor.html)</li></ul></div>
      """
  }

  private func explanation(_ policy: Policy) -> String {
    paragraphs([
      "为便于社会公众了解《\(policy.name)》（\(policy.number)）的主要内容，现解读如下。",
      "一、背景依据。近年来相关工作面临新的情况，原有规定已不能满足需要，有必要制定本文件。",
      "二、目标任务。用三年左右时间建立权责清晰、运行顺畅的工作机制。",
      "三、主要内容。共五条，明确了适用范围、职责分工、监督渠道和施行日期。",
      "四、新旧差异。与此前做法相比，办理环节由七个减为四个，时限由二十日压缩为十日。",
      "五、解读机关及联系方式。解读机关为文件起草单位，联系电话见政府信息公开指南。",
    ])
  }
}
