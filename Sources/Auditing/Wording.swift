import AuditModel
import Crawling

/// Every Chinese sentence of this room. Facts come in as values; nothing here decides anything.
enum Wording {
  static let registryUnreadable = "读不到这个文件。请检查路径和权限。"
  static let registryNotUTF8 = "不是 UTF-8 编码。请用 UTF-8 另存。"
  static let emptyFile = "文件是空的。请至少写明 units。"
  static let noUnits = "没有任何单位。请在 units 下至少写一个。"
  static let noAliases = "名单里不允许使用锚点(&)和引用(*)。请直接写出内容。"
  static let registryVersion = "version 只支持 1。"

  static func registryTooLarge(_ limit: Int) -> String { "超过 \(limit >> 20) MB 的上限。" }
  static func notYAML(_ problem: String) -> String { "不是合法的 YAML:\(problem)。" }
  static func expected(_ what: String) -> String { "这里应当是\(what)。" }
  static func expectedFor(_ key: String, _ what: String) -> String { "\(key) 应当是\(what)。" }
  static func missingKey(_ key: String) -> String { "缺少 \(key)。" }
  static func duplicateUnit(_ id: String) -> String { "单位 id \(id) 出现了两次。id 必须唯一。" }
  static func notADuration(_ text: String) -> String {
    "every 写作数字加单位,如 24h、30m、7d,至少 1s;“\(text)”不行。"
  }
  static func notATime(_ text: String) -> String { "at 写作 HH:MM,如 02:30;读不懂“\(text)”。" }
  static func notAnAddress(_ key: String, _ text: String) -> String {
    "\(key) 应当是 http:// 或 https:// 开头的完整地址;现在是“\(text)”。"
  }
  static func oneOf(_ key: String, _ text: String, _ allowed: [String]) -> String {
    "\(key) 只能是 \(allowed.joined(separator: "、"));现在是“\(text)”。"
  }
  static func unitID(_ id: String) -> String {
    "单位 id“\(id)”要用作文件夹名,只能用字母、数字、-、_ 和 .,不超过 64 个字符。"
  }
  static func unknownScheme(_ id: String, _ known: [String]) -> String {
    "没有编号为 \(id) 的考核方案。可用:\(known.joined(separator: "、"))。"
  }
  static func unknownDuty(_ id: String, _ known: [String: String]) -> String {
    let near = known.keys.sorted().min { distance($0, id) < distance($1, id) }
    let guess = near.flatMap { distance($0, id) <= 3 ? "是不是想写 \($0)?" : nil } ?? ""
    let list = known.sorted { $0.key < $1.key }.map { "\($0.key)(\($0.value))" }
    return "withoutDuty 中不认识“\(id)”。\(guess)可用:\(list.joined(separator: "、"))。"
  }
  static func unknownKey(_ key: String, _ allowed: [String]) -> String {
    let near = allowed.min { distance($0, key) < distance($1, key) }
    let guess = near.flatMap { distance($0, key) <= 3 ? "是不是想写 \($0)?" : nil } ?? ""
    return "不认识的键“\(key)”。\(guess)可用:\(allowed.joined(separator: "、"))。"
  }

  static func sentence(_ error: AuditError) -> String {
    switch error.code {
    case .registry: error.detail.contains(":") ? error.detail : "\(error.subject): \(error.detail)"
    case .unknownUnit: "名单中没有单位“\(error.subject)”。\(error.detail)"
    case .badTarget: "“\(error.subject)”不能作为检查对象:\(error.detail)"
    case .options: "选项 \(error.subject) 有误:\(error.detail)"
    case .targetUnreachable: "\(error.subject) 无法检查:\(error.detail)"
    case .targetBlocked: "\(error.subject) 拒绝了全部访问:\(error.detail)"
    case .ledger, .archive, .output: error.detail
    case .interrupted: "已中断。\(error.detail)"
    }
  }

  static let needsAddress = "请写 http:// 或 https:// 开头的完整地址,或名单(--registry)中的单位。"
  static func homeUnreachable(_ cause: String) -> String {
    "首页打不开(\(cause))。请核对地址;若是测试地址,可用 --resolve 主机:端口:地址 指明服务器。没有产生任何扣分。"
  }
  static let homePrivate =
    "地址在内网或本机,默认不访问。确属自己的服务器时,加 --allow-private,或用 --resolve 指明。"
  static func homeBlocked(_ status: String) -> String {
    "首页返回 \(status),疑似防护系统拦截。请把本机出口地址加入白名单后重试;此前不能得出任何结论,没有产生任何扣分。"
  }
  static let homeTLS = "加密连接(TLS)建立不起来。请核对 https 地址和端口,或改用 http。没有产生任何扣分。"
  static func resumeHint(_ done: Int) -> String { "已完成 \(done) 个地址,结果都已保存;用同样的命令可继续。" }
  static func judgedHint(_ done: Int, of all: Int) -> String {
    "页面已全部读完,已判定 \(done)/\(all) 个单位,结果都已保存;用同样的命令可继续。"
  }
  static func archiveFailed(_ what: String) -> String {
    "证据文件写不进去:\(what)。已写入的结果都完好;处理后用同样的命令继续。"
  }

  static func deliveryFailed(_ what: String) -> String {
    "报告写不出来:\(what)。检查结果都在台账里;处理后用同样的命令继续,不会重新抓取。"
  }

  static func remarkLimit(_ count: Int) -> String { "到达页数上限,另有 \(count) 个已知地址未查看。" }
  static func remarkCut(_ count: Int) -> String {
    "有 \(count) 个页面没有收全(超过大小上限或连接中断),未见的内容不当作没有。"
  }
  static func unchangedCapture(_ at: Instant) -> String {
    "\(at.readable) 再次访问,服务器答复内容未变(304),沿用此前存档。"
  }
  static func carriedCapture(_ at: Instant) -> String {
    "最近一次查看在 \(at.readable),本次在约定期限内未再访问,沿用此前存档。"
  }
  static let remarkArchiveDamaged = "个别页面的存档读不回来,按“抓取不完整”处理。"
  static let captureBudget = "超过截图数量上限,未截图;网页原文已存档。"

  /// Levenshtein distance, for suggesting the key that was meant.
  private static func distance(_ left: String, _ right: String) -> Int {
    let right = Array(right)
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var previous = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let substituted = previous + (a == b ? 0 : 1)
        previous = row[j + 1]
        row[j + 1] = min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}

extension Wording {
  static let homeDenied = "robots.txt 不允许访问首页。请网站管理者在 robots.txt 中放行 Mingcha。没有产生任何扣分。"
  static let homeEmpty = "首页返回空页面,没有可读的内容。请核对地址和网站状态。没有产生任何扣分。"
  static func homeBehindRobots(_ status: Int) -> String {
    "robots.txt 返回 HTTP \(status),按规定此时不得访问该主机,首页没有读取。请核对网站是否正常、"
      + "本机出口地址是否被拦截,然后重试。没有产生任何扣分。"
  }

  static func homeUnreadable(_ status: Int) -> String {
    status == 0
      ? "没有读到任何页面。请核对地址。没有产生任何扣分。"
      : "首页返回 HTTP \(status),但没有可读的网页内容。请核对地址。没有产生任何扣分。"
  }

  static func cause(_ cause: LinkVerdict.Cause, _ status: Int) -> String {
    switch cause {
    case .notFound, .gone, .clientError: "HTTP \(status)"
    case .serverError: "服务器报错 HTTP \(status)"
    case .dns: "域名解析不到"
    case .refused: "连接被拒绝"
    case .timeout: "超时无应答"
    case .tls: "证书或加密连接有问题"
    case .reset: "连接被中断"
    case .redirectLoop: "循环跳转"
    case .redirectToHome: "跳转到首页"
    case .softNotFound: "页面提示内容不存在"
    case .empty: "返回空页面"
    case .wafBlock: "被防护系统拦截"
    case .auth: "需要登录"
    case .rateLimit: "访问频率受限"
    case .robotsDeny: "robots.txt 不允许访问"
    case .privateAddress: "内网地址"
    case .unsupportedScheme: "不支持的地址类型"
    case .invalidURL: "地址格式错误"
    case .overBudget: "超出页数上限"
    case .ownFault: "本机或本机网络故障"
    }
  }
}

extension Wording {
  static func cannotWrite(_ path: String, _ detail: String) -> String {
    "写不进 \(path):\(detail)。请检查磁盘空间和权限后重试。"
  }
}

extension Wording {
  static func unreadableConfiguration(_ detail: String) -> String {
    "台账里这次检查的设置读不出来:\(detail)。它可能由另一个版本写成;请重新检查。"
  }
}

extension Wording {
  static let networkLost = "本机网络似乎中断,已暂停;恢复后自动继续,其间的失败不计入任何结论。"
  static func networkBack(_ seconds: Double) -> String {
    "网络已恢复(中断约 \(duration(seconds))),继续检查。"
  }
  static func remarkOutages(_ count: Int, seconds: Double) -> String {
    "检查期间本机网络中断 \(count) 次,共约 \(duration(seconds));其间的失败不作为任何结论的依据。"
  }

  static func clockJumped(_ seconds: Double) -> String {
    let way = seconds > 0 ? "前" : "后"
    return "系统时钟被向\(way)调整了约 \(duration(abs(seconds)))。本次检查仍按原来的时间计时,间隔和复核不受影响;请核对系统时间。"
  }

  static let stepRestoring = "从台账恢复进度"
  static let stepCarrying = "沿用此前巡检的存档"
  static let stepWaiting = "等待下一个请求"
  static func stepTaking(_ address: String) -> String { "处理 \(address)" }

  static func stall(_ stall: StallWatch.Stall) -> String {
    let seconds = Int(stall.seconds)
    return switch stall.cause {
    case .requests(let count, let oldest):
      "已有 \(seconds) 秒没有进展:\(count) 个请求没有结束,最早的一个在 \(oldest)。"
    case .loop(let step): "已有 \(seconds) 秒没有进展:程序停在“\(step)”这一步。"
    case .nothingDue(let queued):
      "已有 \(seconds) 秒没有进展:\(queued) 个地址在等待,但没有一个到时间。"
    }
  }

  static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    return whole < 120 ? "\(whole) 秒" : "\(whole / 60) 分钟"
  }
}

extension Wording {
  /// What was looked at and what was not, as one or two sentences.
  static func proof(_ proof: CoverageProof) -> [String] {
    guard proof.known > 0 else { return [] }
    let when = proof.window > 0 ? "近 \(span(proof.window))内" : "本次"
    var text = "范围内已知地址 \(proof.known) 个,\(when)查看过 \(proof.examined) 个"
    if !proof.isComplete {
      let reasons = proof.missing.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let list = reasons.prefix(6).map { "\(missing($0.key)) \($0.value) 个" }
      text += ";其余 \(proof.known - proof.examined) 个未能查看:\(list.joined(separator: "、"))"
    }
    return [text + "。"] + reuse(proof)
  }

  private static func reuse(_ proof: CoverageProof) -> [String] {
    var parts: [String] = []
    if proof.unchanged > 0 { parts.append("\(proof.unchanged) 个经服务器确认内容未变(304)") }
    if proof.carried > 0 { parts.append("\(proof.carried) 个沿用此前巡检的结果") }
    if proof.carriedOutside > 0 { parts.append("另有 \(proof.carriedOutside) 个站外链接沿用此前结论") }
    guard !parts.isEmpty else { return [] }
    let oldest = proof.oldest.map { ",其中最早一次查看在 \($0.readable)" } ?? ""
    return ["其中:\(parts.joined(separator: ","))\(oldest)。"]
  }

  private static func span(_ seconds: Double) -> String {
    seconds >= 172_800
      ? "\(Int((seconds / 86_400).rounded())) 天" : "\(Int((seconds / 3600).rounded(.up))) 小时"
  }

  private static func missing(_ reason: String) -> String {
    if let cause = LinkVerdict.Cause(rawValue: reason) { return self.cause(cause, 0) }
    return switch NotExamined(rawValue: reason) {
    case .robotsDeny: "robots.txt 不允许"
    case .robotsUnreachable: "robots.txt 读不到"
    case .overBudget: "超出页数上限"
    case .tooDeep: "链接层次过深"
    case .outOfScope: "不在范围内"
    case .privateAddress: "内网地址"
    case .unsupportedScheme: "不支持的地址类型"
    case .hostUnreachable: "主机连不上"
    case .interrupted: "检查中断"
    case .urlTooLong, .pathTooDeep, .repeatingPath, .tooManyParameters, .calendar,
      .endlessParameters:
      "疑似无穷无尽的地址"
    case nil: "其他原因"
    }
  }
}
