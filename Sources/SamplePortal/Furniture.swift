/// What stands beside the pages: site maps, robots.txt, error pages, images, scripts.
extension Draft {
  mutating func placeFurniture() {
    placeSiteMap(City.frame)
    placeSiteMap(Transport.frame)
    for frame in [City.frame, Transport.frame] { placeImages(frame) }
    placeText(
      City.host, "/robots.txt",
      """
      User-agent: *
      Disallow: /neibu/
      Disallow: /mzj/zwgk/zfxxgkzd/
      Sitemap: http://\(City.host)/sitemap.xml

      """, type: "text/plain; charset=utf-8")
    placeText(
      Transport.host, "/robots.txt",
      "User-agent: *\nDisallow: /neibu/\nSitemap: http://\(Transport.host)/sitemap.xml\n",
      type: "text/plain; charset=utf-8")
    for frame in [City.frame, Transport.frame] { placeMachineMap(frame.domain) }
  }

  /// The page people read: every column, none of the articles.
  private mutating func placeSiteMap(_ frame: Frame) {
    let columns = resources.filter { $0.host == frame.domain && isColumn($0) }
    let items = columns.map { "<li>\(Anchor($0.title, $0.path).html)</li>" }
    place(
      frame, frame.siteMap,
      Sheet(
        title: "网站地图", crumbs: [Anchor("网站地图", frame.siteMap)],
        main: "<div class=\"content\"><ul class=\"grid\">\(items.lines)</ul></div>"))
  }

  private func isColumn(_ resource: SampleResource) -> Bool {
    guard resource.isPage, resource.path != "/neibu/", !resource.path.hasSuffix("zfxxgkzd/") else {
      return false
    }
    return resource.path.hasSuffix("/") || resource.path == City.procurement.href
      || resource.path == City.projects.href
  }

  private mutating func placeMachineMap(_ host: String) {
    let pages = resources.filter {
      $0.host == host && $0.isPage && $0.path != "/neibu/" && !$0.path.contains("?")
        && !$0.path.contains("/zfxxgkzd/") && $0.title != Draft.softNotFoundTitle
    }
    let lines = pages.map { "<url><loc>\($0.address)</loc></url>" }.lines
    placeText(
      host, "/sitemap.xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(lines)
      </urlset>

      """, type: "application/xml; charset=utf-8")
  }

  private mutating func placeImages(_ frame: Frame) {
    let colour = frame.charset == .utf8 ? "#b1251c" : "#1c5aa6"
    let host = frame.domain
    placeText(
      host, "/images/logo.svg", Media.banner(frame.siteName, colour: colour),
      type: "image/svg+xml; charset=utf-8")
    placeText(
      host, "/images/site.css", Style.sheet(colour: colour), type: "text/css; charset=utf-8")
    placeText(
      host, "/images/page.js", Style.pagerScript, type: "application/javascript; charset=utf-8")
    placeText(
      host, "/images/jpage.js", Style.listScript, type: "application/javascript; charset=utf-8")
    let marks: [(String, UInt8, UInt8, UInt8)] = [
      ("red", 196, 30, 30), ("jiucuo", 30, 90, 170), ("poster", 60, 60, 60),
    ]
    for (name, red, green, blue) in marks {
      placeFile(
        host, "/images/\(name).png",
        Media.png(width: 40, height: 40, red: red, green: green, blue: blue), type: "image/png")
    }
    placeFile(host, "/images/sample.mp4", [UInt8]("\0\0\0\u{18}ftypisom".utf8), type: "video/mp4")
    placeFile(
      host, "/favicon.ico", Media.png(width: 16, height: 16, red: 196, green: 30, blue: 30),
      type: "image/png")
  }
}
