/// What every page of one site shares: head, navigation, footer.
struct Frame {
  var siteName: String
  var domain: String
  var idCode: String
  var organiser: String
  var filing: String
  var policeNumber: String
  var telephone: String
  var charset: SampleResource.Charset
  var navigation: [Anchor]
  var siteMap: String
  /// Section of the portal, such as 民政局, with its own row of links.
  var section: (name: String, navigation: [Anchor])?

  /// The whole document.
  func html(_ sheet: Sheet, path: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta http-equiv="Content-Type" content="text/html; charset=\(charset.label)">
    <title>\(sheet.title == siteName ? siteName : "\(sheet.title)_\(siteName)")</title>
    <meta name="SiteName" content="\(siteName)">
    <meta name="SiteDomain" content="\(domain)">
    <meta name="SiteIDCode" content="\(idCode)">
    \(sheet.metas.map { #"<meta name="\#($0.name)" content="\#($0.content)">"# }.lines)
    <link rel="stylesheet" type="text/css" href="/images/site.css">
    \(sheet.head)
    </head>
    <body>
    \(header)
    \(breadcrumb(sheet.crumbs))
    <div class="main w">
    \(sheet.main)
    </div>
    \(footer)
    </body>
    </html>

    """
  }

  private var header: String {
    """
    <div class="header">
    <div class="topbar w"><a href="http://www.gov.cn/">中国政府网</a> | \
    <a href="javascript:void(0);" onclick="window.external.addFavorite(location.href)">收藏本站</a> \
    | <a href="javascript:;">无障碍浏览</a></div>
    <div class="banner w"><a href="/" class="logo"><img src="/images/logo.svg" \
    alt="\(siteName)"></a>
    <form class="search" action="/sousuo/" method="get"><input type="text" name="q" \
    placeholder="请输入关键词"><button type="submit">搜索</button></form></div>
    <div class="nav"><ul class="w">
    \(navigation.map { "<li>\($0.html)</li>" }.lines)
    </ul></div>
    \(sectionHeader)
    </div>
    """
  }

  private var sectionHeader: String {
    guard let section else { return "" }
    return """
      <div class="section w"><strong>\(section.name)</strong>
      <ul>\(section.navigation.map { "<li>\($0.html)</li>" }.lines)</ul></div>
      """
  }

  private func breadcrumb(_ crumbs: [Anchor]) -> String {
    guard !crumbs.isEmpty else { return "" }
    let trail = ([Anchor("首页", "/")] + crumbs).map(\.html).joined(separator: " &gt; ")
    return #"<div class="position w">当前位置：\#(trail)</div>"#
  }

  private var footer: String {
    let recordCode = policeNumber.filter(\.isNumber)
    return """
      <!-- 云溪市是虚构的城市，本站是明察的示例门户，人名、机构、文号、数字均为编造。 -->
      <div class="footer"><div class="w">
      <p><a href="/">返回首页</a> | <a href="\(siteMap)">网站地图</a> | \
      <a href="/gywm/lxwm.html">联系我们</a> | <a href="/gywm/wzsm.html">网站声明</a></p>
      <p>主办单位：\(organiser)　联系电话：\(telephone)　网站标识码：\(idCode)</p>
      <p><a href="http://beian.miit.gov.cn/">\(filing)</a>　\
      <a href="http://www.beian.gov.cn/portal/registerSystemInfo?recordcode=\(recordCode)">\
      \(policeNumber)</a></p>
      <p><span id="_ideConac"><a href="http://bszs.conac.cn/sitename?method=show&amp;id=\(idCode)">\
      <img id="imgConac" src="/images/red.png" alt="党政机关网站标识"></a></span>
      <a href="http://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=\(idCode)">\
      <img src="/images/jiucuo.png" alt="我为政府网站找错"></a></p>
      </div></div>
      """
  }
}

/// What is particular to one page.
struct Sheet {
  var title: String
  var metas: [(name: String, content: String)] = []
  /// Position below the home page.
  var crumbs: [Anchor] = []
  /// Extra lines for the head.
  var head = ""
  var main: String
}

/// A link as it is written into a page.
struct Anchor {
  var text: String
  var href: String

  init(_ text: String, _ href: String) {
    self.text = text
    self.href = href
  }

  var html: String { #"<a href="\#(href)" title="\#(text)">\#(text)</a>"# }
}

extension Collection where Element == String {
  /// One per line.
  var lines: String { joined(separator: "\n") }
}
