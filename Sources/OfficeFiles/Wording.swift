/// Every Chinese sentence of this room.
enum Wording {
  static func title(of code: OfficeFileError.Code) -> String {
    switch code {
    case .notAPackage: "不是 XLSX 或 DOCX 文件"
    case .broken: "文件已损坏"
    case .encrypted: "文件加了密码，请先取消密码另存"
    case .oldFormat: "是旧版或二进制格式，请用表格软件另存为 XLSX（文档另存为 DOCX）"
    case .wrongKind: "文件类型不对"
    case .tooLarge: "超出允许的大小"
    case .suspicious: "内容异常，为安全起见不予读取"
    case .noProgram: "缺少读取这种文件的程序"
    case .unreadable: "无法打开"
    }
  }

  static let emptyFile = "文件是空的"
  static let doctype = "含有 DOCTYPE 声明"
  static let duplicateMember = "同名成员出现两次"
  static let memberName = "成员名会离开文件本身"
  static let notAFile = "不是普通文件"
  static let noWorkbook = "其中没有工作簿"
  static let noDocument = "其中没有文档正文"
  static func missing(_ member: String) -> String { "缺少 \(member)" }
  static func limit(_ what: String, _ limit: Int) -> String { "\(what)超过 \(limit)" }
  static func xml(_ line: Int) -> String { "第 \(line) 行附近的 XML 不完整或有错" }
  static func cell(_ reference: String) -> String { "单元格位置“\(reference.prefix(20))”有误" }
  static func sharedString(_ text: String) -> String { "引用了不存在的文字 \(text.prefix(20))" }
  static func value(_ text: String) -> String { "值“\(text.prefix(20))”有误" }

  static func program(_ name: String, _ package: String) -> String {
    "没有 \(name)，请安装 \(package)"
  }
  static let time = "读取超时"
  static let output = "读出的内容过多"
  static let fileBytes = "文件字节数"
  static let members = "成员数"
  static let memberBytes = "解压后字节数"
  static let ratio = "压缩比"
  static let sheets = "工作表数"
  static let rows = "行数"
  static let columns = "列数"
  static let cells = "单元格数"
  static let strings = "文字条数"
}

extension OfficeFileError: CustomStringConvertible {
  public var description: String {
    [place, Wording.title(of: code), detail].filter { !$0.isEmpty }.joined(separator: "：")
  }
}
