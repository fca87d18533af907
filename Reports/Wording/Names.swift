import AuditModel

/// The Chinese words for stable English ids that turn up as values.
enum Names {
  static func cause(_ id: String) -> String {
    LinkVerdict.Cause(rawValue: id).map(cause)
      ?? InconclusiveReason(rawValue: id)?.title ?? SafeText.line(id, limit: 60)
  }

  static func cause(_ cause: LinkVerdict.Cause) -> String {
    switch cause {
    case .notFound: "404 页面不存在"
    case .gone: "410 页面已删除"
    case .clientError: "4xx 请求被拒"
    case .serverError: "5xx 服务器报错"
    case .dns: "域名无法解析"
    case .refused: "连接被拒绝"
    case .timeout: "访问超时"
    case .tls: "证书或加密连接失败"
    case .reset: "连接中断"
    case .redirectLoop: "循环跳转"
    case .redirectToHome: "被转到首页"
    case .softNotFound: "返回正常但内容提示不存在"
    case .empty: "打开为空白"
    case .wafBlock: "访问被拒绝或被防护系统拦截"
    case .auth: "需要登录"
    case .rateLimit: "访问频率受限"
    case .robotsDeny: "robots.txt 不允许访问"
    case .privateAddress: "内网地址，未获准访问"
    case .unsupportedScheme: "不是网页地址"
    case .invalidURL: "地址写法有误"
    case .overBudget: "超出本次检查的数量或时间上限"
    case .ownFault: "检查方的机器或网络故障，未能检测"
    }
  }

  /// Kinds of column, as the freshness thresholds name them.
  static func columnType(_ id: String) -> String {
    switch id {
    case "home": "首页"
    case "news", "dynamic", "dynamics": "动态要闻类栏目"
    case "notice", "announcement", "notices": "通知公告类栏目"
    case "policy", "document", "documents": "政策文件类栏目"
    case "interpretation": "政策解读类栏目"
    case "personnel": "人事信息类栏目"
    case "planning", "plan": "规划计划类栏目"
    case "statistics": "统计信息类栏目"
    case "budget", "finance": "财政信息类栏目"
    case "annual-report", "annualReport": "年度报告栏目"
    case "guide": "政府信息公开指南"
    case "system", "systems": "政府信息公开制度"
    case "statutory": "法定主动公开内容"
    case "request", "on-request", "onRequest": "依申请公开"
    case "archive": "历史归档栏目"
    case "other": "其他栏目"
    default: SafeText.line(id, limit: 40)
    }
  }

  /// Reasons an address was not examined; they may also be link causes.
  static func notExamined(_ reason: String) -> String {
    switch reason {
    case "out-of-scope": "不在本单位范围内"
    case "too-deep": "超出层级上限"
    case "interrupted": "检查停止前尚未轮到"
    case "robots-unreachable": "robots.txt 无法取得，未访问"
    case "host-unreachable": "主机无法连接，未再尝试"
    case "trap-url-too-long": "地址过长，疑似程序生成"
    case "trap-path-too-deep", "trap-repeating-path": "路径重复或过深，疑似程序生成"
    case "trap-too-many-parameters", "trap-endless-parameters": "参数过多，疑似程序生成"
    case "trap-calendar": "日历翻页，疑似无限生成"
    case "other": "其他原因"
    default: cause(reason)
    }
  }

  static func method(_ id: String) -> String {
    switch id {
    case "HEAD": "HEAD 请求"
    case "GET": "GET 请求"
    case "BROWSER": "浏览器打开"
    default: SafeText.line(id, limit: 20)
    }
  }

  static func evidenceKind(_ kind: EvidenceReference.Kind) -> String {
    switch kind {
    case .archive: "WARC 存档"
    case .screenshot: "整页截图"
    case .thumbnail: "缩略图"
    }
  }

  /// `2026年3月2日`, as notices write a day.
  static func day(_ day: Day) -> String { "\(day.year)年\(day.month)月\(day.day)日" }

  /// Bytes as people read them.
  static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1024: "\(bytes) B"
    case ..<1_048_576: "\(bytes / 1024) KB"
    case ..<1_073_741_824: "\(bytes / 1_048_576) MB"
    default: "\(bytes / 1_073_741_824) GB"
    }
  }
}
