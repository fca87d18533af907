/// What a check concluded. Eleven words, the same on every screen and in every export.
///
/// Only ``fail`` can cost points. The four kinds of not knowing (``review``, ``inconclusive``,
/// ``error``, ``notChecked``) stay four words.
public enum Outcome: String, Codable, Sendable, CaseIterable {
  case pass, fail, review, inconclusive, error
  case notChecked, notSelected, notApplicable, exempt, nilReturn, info

  /// The Chinese word people read.
  public var title: String {
    switch self {
    case .pass: "符合"
    case .fail: "不符合"
    case .review: "待人工判断"
    case .inconclusive: "无法判定"
    case .error: "检测出错"
    case .notChecked: "未检测"
    case .notSelected: "未选用"
    case .notApplicable: "不适用"
    case .exempt: "已豁免"
    case .nilReturn: "零报告"
    case .info: "提示"
    }
  }

  /// Whether the check left the question open, so that points are neither lost nor earned.
  public var isUndecided: Bool {
    switch self {
    case .review, .inconclusive, .error, .notChecked: true
    default: false
    }
  }
}

/// Why a check could not decide.
public enum InconclusiveReason: String, Codable, Sendable, CaseIterable {
  case wafBlock = "waf-block"
  case auth
  case rateLimit = "rate-limit"
  case timeout
  case tlsOnly = "tls-only"
  case serverError = "server-error"
  case redirectLoop = "redirect-loop"
  case softNotFoundHost = "soft-404-host"
  case jsOnly = "js-only"
  case robotsDeny = "robots-deny"
  case privateAddress = "private-address"
  case vantageConflict = "vantage-conflict"
  case captureIncomplete = "capture-incomplete"
  case imageOnly = "image-only"
  case unconfirmed
  case ambiguous
  case notExamined = "not-examined"

  /// The Chinese phrase people read.
  public var title: String {
    switch self {
    case .wafBlock: "访问被拒绝或被防护系统拦截"
    case .auth: "需要登录"
    case .rateLimit: "访问频率受限"
    case .timeout: "访问超时"
    case .tlsOnly: "仅证书有问题"
    case .serverError: "服务器报错"
    case .redirectLoop: "循环跳转"
    case .softNotFoundHost: "站点对不存在的地址也返回正常"
    case .jsOnly: "内容由脚本生成"
    case .robotsDeny: "robots.txt 不允许访问"
    case .privateAddress: "内网地址,未获准访问"
    case .vantageConflict: "不同方式结果不一致"
    case .captureIncomplete: "抓取不完整"
    case .imageOnly: "内容是扫描件或图片,无法读取文字"
    case .unconfirmed: "尚未复核确认"
    case .ambiguous: "现有内容不足以判断"
    case .notExamined: "未能查看"
    }
  }
}
