import AuditModel
import Testing

@testable import Reports

@Suite("Sentences about attachments") struct AttachmentWordingTests {
  private func sentence(_ code: String, _ outcome: Outcome, _ values: [String: String]) -> String {
    Wording.sentence(
      for: Observation(
        probe: "links.attachment-type", code: code, outcome: outcome, subject: "s", values: values,
        link: LinkReference(url: "http://www.example.gov.cn/a.docx", text: "附件")), unit: "某局")
  }

  @Test("the file's real form is said in words")
  func form() {
    #expect(
      sentence(
        "links.attachment-type.renamed", .review, ["ending": "DOCX", "form": "compound"])
        == "某局附件“附件”的扩展名（DOCX）与实际格式（2003 以前的 Office 文件）不同，能否打开请人工判断。")
    #expect(
      sentence("links.attachment-type.garbled", .fail, ["ending": "PDF", "form": "unknown"])
        == "某局附件“附件”内容不是PDF格式（无法识别），无法打开。")
  }
}
