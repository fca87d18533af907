extension Wording {
  /// What went wrong, where, and what to do about it.
  static func text(_ error: ReportError) -> String {
    switch error {
    case .templatesMissing(let folders):
      """
      找不到报告模板。已查看：\(folders.joined(separator: "、"))。\
      请重新构建（scripts/setup 后 swift build），或用环境变量 MINGCHA_TEMPLATES 指出模板目录。
      """
    case .templateInvalid(let file, let detail):
      "报告模板 \(file) 有误：\(detail)。请恢复随程序提供的模板。"
    case .cannotWrite(let file, let detail):
      "无法写入 \(file)：\(detail)。请检查目录是否存在、是否有写权限、磁盘是否已满，然后重试。"
    case .workbook(let file, let detail):
      "无法生成工作簿 \(file)：\(detail)。请检查磁盘空间和临时目录（TMPDIR），然后重试。"
    }
  }
}
