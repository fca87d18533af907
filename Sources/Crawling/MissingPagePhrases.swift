/// The words Chinese sites use for a page that is not there, and for a visitor they will not serve.
enum MissingPagePhrases {
  /// Enough on its own as a title, or as all a short page says.
  static let missing = PhraseSet([
    "页面不存在", "页面未找到", "页面没有找到", "页面找不到", "找不到页面", "找不到该页", "找不到网页",
    "找不到您", "找不到文件", "找不到该文件", "找不到服务器上的文件", "无法找到该页", "无法找到页面",
    "无法找到网页", "您访问的页面", "你访问的页面", "您要访问的页面", "您要查看的页面", "您请求的页面",
    "您查找的页面", "您浏览的页面", "您访问的网页", "您要找的页面", "您所访问的页面", "您访问的文件",
    "文章不存在", "该文章不存在", "信息不存在", "内容不存在", "文件不存在", "栏目不存在", "网页不存在",
    "资源不存在", "稿件不存在", "数据不存在", "记录不存在", "链接不存在", "附件不存在", "页面已删除",
    "页面已被删除", "文章已删除", "文章已被删除", "信息已删除", "信息已被删除", "内容已删除",
    "内容已被删除", "已经被删除", "已被管理员删除", "不存在或已删除", "不存在或已被删除", "页面丢失",
    "页面走丢", "页面失效", "链接已失效", "页面已失效", "该页无法显示", "该页面无法显示", "页面已过期",
    "页面已下线", "该信息已下架", "页面已移除", "网页已经不存在", "文件未找到", "404 not found",
    "page not found", "file not found", "http status 404", "http 404", "404 错误", "404错误",
    "error 404", "404页面", "404 -", "the requested url was not found",
    "the page you requested", "object not found",
  ])

  /// Words that make a title a title about being missing, beside the words of ``missing``.
  static let bareTitles: Set<String> = [
    "404", "410", "error", "错误", "出错了", "出错啦", "找不到", "已删除", "提示信息", "错误提示",
    "系统提示", "not found", "错误页面", "访问出错",
  ]

  /// What firewalls and limiters say to people.
  private static let blocked = [
    "请求已被拦截", "您的请求被拦截", "您的访问被拦截", "访问被拦截", "请求被阻断", "您的访问被阻断",
    "访问被拒绝", "您的访问被拒绝", "网站防火墙", "疑似黑客攻击", "当前访问疑似", "存在安全风险",
    "人机验证", "安全验证", "滑动验证", "访问验证", "请完成验证", "正在验证您的浏览器", "浏览器安全检查",
    "安全检查中", "创宇盾", "云锁", "安全狗", "百度云加速", "您的ip", "ip被禁止", "just a moment",
    "attention required", "access denied", "request blocked", "web application firewall",
    "checking your browser", "验证码",
  ]

  /// The same for visitors who come too often.
  static let limited = PhraseSet(limits)

  private static let limits = [
    "访问过于频繁", "请求过于频繁", "操作过于频繁", "访问频率", "too many requests",
  ]

  /// What anybody says who will not serve a visitor.
  static let turningAway = PhraseSet(blocked + limits)

  /// Marks in markup of pages that only run a challenge script.
  static let challengeScripts = PhraseSet([
    "__jsl_clearance", "acw_sc__v2", "_$jsl", "wzwschallenge", "wzws_sessionid", "$_ts=",
    "$_ts[", "cf_chl_", "cf-chl-", "_incapsula_resource", "yunsuo_session", "safedog-flow",
    "aliyun_waf", "_waf_", "waf_captcha", "tencentcaptcha", "document.cookie='__tst_status",
  ])

  /// Words in the address of a page that asks for a login.
  static let loginPaths = ["login", "signin", "passport", "/sso", "/cas/", "oauth", "auth/"]
}
