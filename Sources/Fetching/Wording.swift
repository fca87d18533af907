/// Everything this room says to people.
extension FetchFailure.Code {
  /// In Chinese, for reports and messages.
  public var wording: String {
    switch self {
    case .dns: "域名无法解析"
    case .refused: "连接被拒绝"
    case .unreachable: "网络不可达"
    case .timeout: "连接或响应超时"
    case .tls: "安全连接（TLS）建立失败"
    case .reset: "连接被中断"
    case .protocolError: "服务器响应不符合 HTTP 协议"
    case .privateAddress: "目标为内网或保留地址，未经允许不予访问"
    case .unsupportedScheme: "不支持的链接类型"
    case .invalidRequest: "请求无法发出"
    case .headerTooLarge: "响应头过大"
    case .cancelled: "已取消"
    case .other: "本机故障，未能检测"
    case .noNameService: "本机域名服务不可用，未能检测"
    case .noRoute: "本机没有通往该地址的网络，未能检测"
    }
  }
}

extension CertificateProblem {
  /// In Chinese, for reports and messages.
  public var wording: String {
    switch self {
    case .expired: "证书已过期"
    case .notYetValid: "证书尚未生效"
    case .wrongHost: "证书与域名不符"
    case .incompleteChain: "证书链不完整"
    case .selfSigned: "自签名证书"
    case .untrustedRoot: "证书颁发机构不受信任"
    case .revoked: "证书已被吊销"
    case .weak: "仅支持过时的加密协议或算法"
    case .other: "证书校验未通过"
    }
  }
}

extension FetcherConfigurationError: CustomStringConvertible {
  /// In Chinese, with the value and the remedy.
  public var description: String {
    switch code {
    case .userAgent: "User-Agent 只能使用可见的 ASCII 字符：\(value)"
    case .header: "请求头字段无法发送，请检查名称和取值：\(value)"
    case .resolve: "地址指定应写成“主机:端口:IP 地址”：\(value)"
    case .maximumConnections: "并发连接数应在 1 至 100000 之间：\(value)"
    case .caFile: "证书文件无法读取，请检查路径和权限：\(value)"
    case .libcurl: "libcurl 无法启动：\(value)"
    }
  }
}
