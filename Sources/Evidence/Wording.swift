import AuditModel

/// The Chinese sentences of this room: facts come in as codes and values, words go out here.
extension EvidenceError: CustomStringConvertible {
  /// The Chinese sentence: what failed, where, and what to do.
  public var description: String {
    let place = path.isEmpty ? "" : "“\(path)”"
    let said = detail.isEmpty ? "" : "(\(detail))"
    switch code {
    case .cannotOpen: return "无法打开证据文件\(place)\(said)"
    case .cannotRead: return "无法读取证据文件\(place)\(said)"
    case .cannotWrite: return "无法写入证据文件\(place)\(said),请检查目录权限"
    case .diskFull: return "磁盘空间不足,无法写入\(place)\(said);已写部分已撤回,清理空间后可继续"
    case .archiveBusy: return "归档文件\(place)正由另一个进程写入,请等它结束或换一个目录"
    case .archiveDamaged: return "归档文件\(place)中间损坏\(said)"
    case .recordUnreadable: return "归档文件\(place)中找不到完整的记录\(said)"
    case .recordTooLarge: return "归档文件\(place)中的记录超过大小上限\(said)"
    case .unsafePath: return "路径\(place)不在证据目录之内,已拒绝"
    case .unsafeFile: return "\(place)不是普通文件,已拒绝"
    case .duplicateNumber: return "证据编号重复:\(detail)"
    case .digestChanged: return "文件\(place)与采集时的 SHA-256 不一致\(said)"
    case .compression: return "压缩记录失败\(place)\(said)"
    }
  }
}

extension ArchiveProblem.Code {
  /// What is wrong, for people.
  public var title: String {
    switch self {
    case .notArchive: "不是 WARC 记录"
    case .versionUnknown: "WARC 版本无法识别"
    case .lineEnding: "换行符不合规范"
    case .headerMalformed: "记录头无法解析"
    case .headerTooLarge: "记录头过长"
    case .fieldMissing: "缺少必备字段"
    case .fieldEmpty: "字段为空"
    case .fieldTwice: "字段重复"
    case .fieldInvalid: "字段值不合规范"
    case .contentTypeMissing: "缺少 Content-Type"
    case .contentTypeUnexpected: "Content-Type 与记录类型不符"
    case .typeUnknown: "记录类型无法识别"
    case .segmentNumber: "分段编号不合规范"
    case .addressDamaged: "网址中的字符已丢失"
    case .blockTooLarge: "记录内容超过大小上限"
    case .blockCutOff: "记录内容不完整"
    case .blockDigest: "记录内容与摘要不符"
    case .payloadDigest: "正文与摘要不符"
    case .digestUnknown: "摘要算法无法识别"
    case .recordEnd: "记录结尾不合规范"
    case .trailingBytes: "记录之后有多余内容"
    case .gzipCutOff: "压缩数据在中途结束"
    case .gzipDamaged: "压缩数据已损坏"
    }
  }
}

extension CaptureRemark {
  var text: String {
    switch self {
    case .timedOut: "页面在时限内没有加载完"
    case .picturesMissing: "部分图片在时限内没有加载完"
    case .elementNotFound: "截图时页面上没有找到所述元素,未画红框"
    case .covered: "所述元素被页面上的浮层遮住"
    case .blank: "页面空白,没有可见文字"
    case .status(let code): "服务器返回状态码 \(code)"
    case .cut(let from, let to): "页面过长,只截取第 \(Int(from))—\(Int(to)) 像素"
    }
  }
}

/// The words on the strip above a picture.
enum SheetWords {
  static let address = "网址"
  static let arrived = "跳转至"
  static let title = "页面标题"
  static let noTitle = "(无标题)"
  static let time = "采集时间"
  static let remark = "说明"

  static func time(_ instant: Instant) -> String {
    "\(instant.readable)(北京时间) · 明察自动截图,红框为程序标注,页面内容未改动"
  }
}

extension BrowserFailure: CustomStringConvertible {
  /// The Chinese sentence, used as a capture's remark.
  public var description: String {
    let said = detail.isEmpty ? "" : "(\(detail))"
    switch code {
    case .missing:
      return "本机没有可用的浏览器,无法截图;安装:sudo apt-get install -y \(detail)"
    case .cannotStart: return "浏览器无法启动\(said)"
    case .crashed: return "浏览器异常退出,重启后仍未成功\(said)"
    case .timeout: return "浏览器在时限内没有答复\(said)"
    case .unreachable: return "浏览器打不开此网址\(said)"
    case .privateAddress: return "网址指向内网地址\(said),未获准访问"
    case .unsupportedScheme: return "不是网页地址\(said)"
    case .refused: return "浏览器无法完成截图\(said)"
    case .closed: return "浏览器已关闭"
    }
  }
}

extension BrowserAvailability {
  /// What is missing and the command that installs it; nil when nothing is.
  public var remedy: String? {
    missingPackages.isEmpty
      ? nil
      : "缺少 \(missingPackages.joined(separator: "、")),安装:"
        + "sudo apt-get install -y \(missingPackages.joined(separator: " "))"
  }
}

extension SheetWords {
  static let systemResolver = "系统域名解析,无改写"
}

extension VerificationReport.Problem {
  /// What is wrong, in a sentence.
  public var description: String {
    let said = detail.isEmpty ? "" : "(\(detail))"
    return "\(code.title):\(path)\(said)"
  }
}

extension VerificationReport.Problem.Code {
  /// The Chinese words for the code.
  public var title: String {
    switch self {
    case .manifestMissing: "缺少清单文件"
    case .manifestUnreadable: "清单文件无法解析"
    case .sealMissing: "缺少清单的校验值文件"
    case .sealWrong: "清单与其校验值不符"
    case .fileMissing: "清单所列文件缺失"
    case .fileUnlisted: "存在清单之外的文件"
    case .fileChanged: "文件已被改动"
    case .fileUnreadable: "文件无法读取"
    case .pathUnsafe: "路径或文件类型不被允许"
    case .listUnreadable: "证据列表无法解析或条数不符"
    case .archiveFaulty: "归档文件有损坏的记录"
    case .recordMissing: "找不到证据所指的归档记录"
    case .recordDiffers: "归档记录与证据列表不符"
    case .pictureUnlisted: "证据所指的截图不在清单内"
    case .pictureDiffers: "截图与采集时的 SHA-256 不符"
    case .numberTwice: "证据编号重复"
    }
  }
}

extension VerificationReport {
  /// The result in one sentence.
  public var summary: String {
    let counted = "核对文件 \(files) 个、归档记录 \(records) 条、证据 \(entries) 条"
    return isIntact
      ? "证据包完整:\(counted),均与清单一致" : "证据包有 \(problems.count) 处不符:\(counted)"
  }
}
