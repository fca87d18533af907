/// Hosts that are not the portal's own: a news site, a host behind a firewall, and stand-ins for
/// the services every footer links to.
extension Draft {
  mutating func placeOutsideHosts() {
    for (path, title) in [("/", "示例新闻网"), ("/a/1.html", "绿水青山看云溪")] {
      placeText(
        SampleHosts.news, path, outside(title, "示例新闻网的页面，供外部链接检查使用。"),
        type: "text/html; charset=utf-8", title: title)
    }
    for (path, title) in [("/", "云溪市政府网（旧版）"), ("/2016/0318.html", "云溪市城市总体规划公示")] {
      placeText(
        SampleHosts.former, path, outside(title, "旧版网站已停止更新，内容仅供查阅。"),
        type: "text/html; charset=utf-8", title: title)
    }
    placeText(
      SampleHosts.news, "/blocked/3.html", outside("访问被拒绝", "您的请求存在异常，已被拦截。"),
      type: "text/html; charset=utf-8", status: 403, title: "访问被拒绝")
    for host in SampleHosts.standIns {
      placeText(
        host, "/", outside("替身页面", "\(host) 在示例中的替身，与真实网站无关。"),
        type: "text/html; charset=utf-8", title: host)
    }
    placeText(
      SampleHosts.corrections, "/exposure/jiucuo.html", outside("我为政府网站找错", "替身页面。"),
      type: "text/html; charset=utf-8", title: "我为政府网站找错")
    placeText(
      SampleHosts.badge, "/sitename", outside("党政机关网站标识", "替身页面。"),
      type: "text/html; charset=utf-8", title: "党政机关网站标识")
    placeText(
      SampleHosts.police, "/portal/registerSystemInfo", outside("备案查询", "替身页面。"),
      type: "text/html; charset=utf-8", title: "备案查询")
    for code in [Code.deadExternal, Code.deadPage] {
      decoy(
        City.unit, code, SampleHosts.firewall, at: "http://\(SampleHosts.firewall)/",
        "整站被防护系统拦截，应为无法判定")
    }
  }

  private func outside(_ title: String, _ text: String) -> String {
    """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>\(title)</title></head>
    <body><h1>\(title)</h1><p>\(text)</p></body></html>

    """
  }
}

/// The host behind a firewall: no request ever gets through.
enum Firewall {
  /// 403, 412 or 521 by the length of the path, so that each is met and each stays the same.
  static func status(path: String) -> Int {
    // A robots.txt behind a 5xx would forbid everything (RFC 9309, 2.3.1.4); 403 forbids nothing,
    // so that pages are tried and found blocked.
    path == "/robots.txt" ? 403 : [403, 412, 521][path.utf8.count % 3]
  }

  static func body(status: Int) -> String {
    let script =
      status == 412
      ? "<script r='m'>$_ts=window['$_ts'];if(!$_ts)$_ts={};$_ts.nsd=46979;</script>" : ""
    return """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8"><title>访问受限</title>\(script)</head>
      <body><h1>\(status)</h1><p>您的访问请求已被网站防护系统拦截。</p></body></html>

      """
  }
}
