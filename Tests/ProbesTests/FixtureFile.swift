import SiteModel

/// Bytes of attachments, by the name a fixture gives them.
enum FixtureFile {
  struct Unknown: Error { let name: String }

  static func sample(_ name: String) throws -> FileSample {
    guard let form = forms[name] else { throw Unknown(name: name) }
    return FileSample(form.bytes, isWhole: form.isWhole, contentType: form.type)
  }

  private struct Form {
    var bytes: [UInt8]
    var isWhole = true
    var type = "application/octet-stream"
  }

  private static let pdf = Array("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".utf8)
  private static let packed: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 20, 0, 0, 0, 8, 0, 1, 2, 3]
  private static let end: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)
  private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]
  private static let noise: [UInt8] = [0x00, 0x01, 0x13, 0x9A, 0xFE, 0x02, 0x44, 0x00, 0x07, 0x1F]

  private static func page(_ title: String, _ text: String) -> Form {
    Form(
      bytes: Array(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>\(title)</title></head><body>\(text)</body></html>"
          .utf8), type: "text/html")
  }

  private static let forms: [String: Form] = [
    "pdf": Form(bytes: pdf + Array("startxref\n9\n%%EOF\n\u{0}\u{0}".utf8)),
    "pdf-with-junk-before": Form(bytes: Array("\u{FEFF}\n".utf8) + pdf + Array("%%EOF".utf8)),
    "pdf-cut": Form(bytes: pdf),
    "pdf-beginning": Form(bytes: pdf, isWhole: false),
    "zip": Form(bytes: packed + end),
    "zip-cut": Form(bytes: packed),
    "zip-beginning": Form(bytes: packed, isWhole: false),
    "compound": Form(bytes: compound),
    "rtf": Form(bytes: Array("{\\rtf1 text}".utf8)),
    "rar": Form(bytes: Array("Rar!\u{1A}\u{07}".utf8) + [1, 0]),
    "noise": Form(bytes: noise),
    "empty": Form(bytes: []),
    "error-page": page("服务器错误", "<h1>系统出错了</h1><p>请返回上一页或联系网站管理员。</p>"),
    "article-page": page("示例市要闻", "<h1>示例市召开会议</h1><p>今天上午，示例市召开全市工作会议，部署下一阶段任务。</p>"),
    "guard-page": page("请稍候", "<p>正在进行安全验证，请完成滑动验证后继续访问。</p>"),
    "script-page": page("", "<script>location.href='/x'</script>"),
    "viewer-page": page("在线阅读", "<p>在线阅读本文件</p><iframe src='/pdfjs/viewer.html'></iframe>"),
    "office-page": Form(
      bytes: Array(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta charset=utf-8></head><body><p>关于申报材料的说明文字</p></body></html>"
          .utf8), type: "application/msword"),
  ]
}
