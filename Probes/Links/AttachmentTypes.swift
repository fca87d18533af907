public import AuditModel
public import SiteModel
import WebAddress

/// Attachments that answer, and are not what their names say.
public struct AttachmentTypes: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "links.attachment-type", title: "附件内容与格式相符", family: .links,
    citations: [
      Citation(
        document: "国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标的通知(国办秘函〔2019〕19号)",
        place: "扣分指标:可用性(附件)、办事指南(附件无法下载)", confidence: .single),
      DeadLinkCard.patrol,
    ],
    checks: "本单位页面所链的文档和压缩包(PDF、Word、表格、OFD、RTF、ZIP、RAR、7z)取开头64KB(小文件取全文),"
      + "看开头字节是不是该格式,取到全文的再看结尾是否完整。每次最多看300个。",
    passes: "开头字节与扩展名相符,取到全文的结尾完整。",
    fails: "附件是空文件;打开是一个网页;取到全文而缺少结尾;开头字节不是该格式,也不是同类程序能打开的其他格式。",
    cannotDecide: "扩展名与实际格式不同而常用程序仍能打开的(如把 DOC 写成 DOCX)提请人工判断;打开是验证、登录或在线阅读网页的不作结论;"
      + "打不开的见“附件无法打开”。",
    codes: [
      "links.attachment-type.empty", "links.attachment-type.page", "links.attachment-type.cut",
      "links.attachment-type.garbled", "links.attachment-type.renamed",
      "links.attachment-type.undecided", "links.attachment-type.fits",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    var result: [Observation] = []
    var looked = 0
    for file in site.files {
      // A file that cannot be had at all is another probe's fault to tell.
      guard site.source.linkVerdict(of: file.url).map({ $0.state == .alive }) ?? true,
        let sample = site.source.fileSample(at: file.url)
      else { continue }
      looked += 1
      if let found = judge(file, FileJudgement(sample, ending: file.ending, url: file.url)) {
        result.append(found)
      }
    }
    let faults = result.count
    result.append(
      observation(
        "fits", looked == 0 ? .notChecked : .pass, subject: "*",
        values: [
          "count": String(looked - faults), "checked": String(looked),
          "known": String(site.files.count),
        ]))
    return result.sorted { $0.subject < $1.subject }
  }

  private func judge(_ file: FileLink, _ judgement: FileJudgement) -> Observation? {
    switch judgement {
    case .fits: nil
    case .empty: report("empty", .fail, file)
    case .page(let title): report("page", .fail, file, ["found": title])
    case .cut: report("cut", .fail, file)
    case .garbled(let kind): report("garbled", .fail, file, ["form": kind.rawValue])
    case .renamed(let kind):
      report("renamed", .review, file, ["form": kind.rawValue], reason: .ambiguous)
    case .unclear: report("undecided", .inconclusive, file, reason: .wafBlock)
    }
  }

  private func report(
    _ code: String, _ outcome: Outcome, _ file: FileLink, _ values: [String: String] = [:],
    reason: InconclusiveReason? = nil
  ) -> Observation {
    observation(
      code, outcome, reason: reason, subject: file.url.href,
      values: values.merging(["ending": file.ending.uppercased()]) { $1 }, page: file.place.page,
      link: LinkReference(url: file.url.href, text: file.place.text), locator: file.place.locator)
  }
}
