extension Wording {
  /// Attachments that answer and are not what their names say.
  static let attachmentSentences: [String: Sentence] = [
    "links.attachment-type.empty": Sentence("{unit}[“{page}”页面的]附件[“{link}”]是空文件。"),
    "links.attachment-type.page": Sentence(
      "{unit}[“{page}”页面的]附件[“{link}”]打开不是[{ending}]文件，而是一个网页[“{found}”]。"),
    "links.attachment-type.cut": Sentence(
      "{unit}[“{page}”页面的]附件[“{link}”]不完整，缺少[{ending}]文件的结尾，无法正常打开。"),
    "links.attachment-type.garbled": Sentence(
      "{unit}[“{page}”页面的]附件[“{link}”]内容不是[{ending}]格式[（{form}）]，无法打开。"),
    "links.attachment-type.renamed": Sentence(
      "{unit}[“{page}”页面的]附件[“{link}”]的扩展名[（{ending}）]与实际格式[（{form}）]不同，能否打开请人工判断。"),
    "links.attachment-type.undecided": Sentence(
      "{unit}[“{page}”页面的]附件[“{link}”]打开是验证、登录或在线阅读网页，文件本身没有看到。"),
    "links.attachment-type.fits": Sentence("{unit}打开了[{checked}个]附件[，其中{count}个内容与格式相符]。"),
    "links.attachment-type.fits@notChecked": Sentence("{unit}没有打开过的附件，未检查附件格式。"),
  ]

  /// What a unit should do about it, by observation code.
  static let attachmentRemedies: [String: Sentence] = [
    "links.attachment-type.empty": Sentence("请重新上传附件。"),
    "links.attachment-type.page": Sentence("请重新上传附件，并检查链接地址。"),
    "links.attachment-type.cut": Sentence("请重新上传完整的附件，并下载核对。"),
    "links.attachment-type.garbled": Sentence("请重新上传附件，并下载核对。"),
    "links.attachment-type.renamed": Sentence("请按实际格式更正扩展名，或另存为所示格式后重新上传。"),
  ]
}

extension Names {
  /// What a file is by its first bytes; ids of the attachment probe.
  static func fileForm(_ id: String) -> String {
    switch id {
    case "pdf": "PDF"
    case "zip": "ZIP 或 2007 以后的 Office 文件"
    case "compound": "2003 以前的 Office 文件"
    case "rtf": "RTF"
    case "rar": "RAR"
    case "sevenZip": "7Z"
    case "gzip": "GZIP"
    case "picture": "图片"
    case "media": "音视频"
    case "program": "程序"
    case "html": "网页"
    case "xml": "XML"
    case "text": "纯文本"
    default: "无法识别"
    }
  }
}
