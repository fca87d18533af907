/// Looks and browser scripts of the sample's pages.
enum Style {
  static func sheet(colour: String) -> String {
    """
    * { box-sizing: border-box; margin: 0; padding: 0; }
    body { font: 15px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #333;
      background: #f4f5f7; }
    a { color: #333; text-decoration: none; } a:hover { color: \(colour); }
    ul { list-style: none; }
    .w { width: 1180px; margin: 0 auto; }
    .topbar { font-size: 13px; text-align: right; padding: 4px 0; color: #888; }
    .header { background: #fff; }
    .banner { display: flex; justify-content: space-between; align-items: center; padding: 14px 0; }
    .search input { height: 36px; width: 240px; border: 1px solid #ccc; padding: 0 10px; }
    .search button { height: 36px; padding: 0 18px; border: 0; background: \(colour); color: #fff; }
    .nav { background: \(colour); }
    .nav ul { display: flex; } .nav li { padding: 0 30px; }
    .nav a { color: #fff; font-size: 17px; line-height: 46px; }
    .section { background: #fff7f0; padding: 12px 20px; display: flex; gap: 30px; }
    .section ul { display: flex; gap: 26px; } .section strong { color: \(colour); font-size: 20px; }
    .position { padding: 12px 0; font-size: 14px; color: #888; }
    .main { display: flex; gap: 20px; background: #fff; padding: 26px; min-height: 420px;
      flex-wrap: wrap; }
    .left { width: 240px; } .right, .content, .article { flex: 1; min-width: 0; }
    .left h3 { background: \(colour); color: #fff; text-align: center; padding: 10px; }
    .menu > li { border-bottom: 1px dotted #ccc; padding: 8px 12px; background: #f7f7f7; }
    .menu .sub { padding-left: 16px; font-size: 14px; } .menu .on { color: \(colour); }
    .lmmc, .block h2 { border-bottom: 2px solid \(colour); color: \(colour); font-size: 20px;
      margin-bottom: 12px; }
    .list li { border-bottom: 1px dashed #ddd; padding: 8px 4px; overflow: hidden; }
    .list li > span { float: right; color: #999; } .top { color: \(colour); font-style: normal; }
    .popbox { display: inline-block; margin-left: 14px; font-size: 13px; color: #06c; }
    .popbox h3, .popbox ul, .popbox li { display: inline; font-weight: normal; font-size: 13px;
      border: 0; }
    .home { display: grid; grid-template-columns: 1fr 1fr; gap: 26px; width: 100%; }
    .more { float: right; font-size: 13px; color: #888; font-weight: normal; }
    .grid { display: flex; flex-wrap: wrap; gap: 12px; }
    .grid li { background: #f2f4f8; padding: 10px 18px; }
    .article h1 { text-align: center; font-size: 26px; padding: 14px 0; }
    .info { text-align: center; color: #888; font-size: 13px; border-bottom: 1px solid #ddd;
      padding-bottom: 10px; margin-bottom: 20px; } .info span { margin: 0 10px; }
    .TRS_Editor p { margin-bottom: 12px; text-align: justify; }
    .TRS_Editor h3 { font-size: 17px; margin: 16px 0 8px; }
    table { border-collapse: collapse; width: 100%; margin: 10px 0 20px; }
    td, th { border: 1px solid #999; padding: 5px 8px; font-size: 13px; }
    .xxgk_head th { background: #f0f0f0; width: 90px; }
    .xgjd { width: 100%; border: 1px solid #ddd; padding: 14px; } .subTitle { color: \(colour); }
    .page { text-align: center; padding: 18px; } .page a { padding: 3px 9px; border: 1px solid #ccc;
      margin: 0 3px; } .page .current { background: \(colour); color: #fff; }
    .empty, .notice { text-align: center; color: #999; padding: 90px 0; width: 100%; }
    .archived { background: #fffbe6; border: 1px solid #f0d890; padding: 8px 14px; width: 100%; }
    .ysq label { display: block; margin: 10px 0; }
    .footer { margin-top: 30px; background: #3c4149; color: #ccc; padding: 26px 0; font-size: 13px;
      text-align: center; } .footer a { color: #ccc; }

    """
  }

  /// Draws page numbers from either form of the call.
  static let pagerScript = """
    function createPageHTML() {
      var a = arguments, six = a.length > 4;
      var count = six ? a[1] : a[0], current = six ? a[2] - 1 : a[1];
      var name = six ? a[3] : a[2], ext = six ? a[4] : a[3], html = '';
      for (var i = 0; i < count; i++) {
        var number = six ? i + 1 : i;
        var file = i == 0 ? name + '.' + ext : name + '_' + number + '.' + ext;
        html += i == current ? '<a class="current">' + (i + 1) + '</a>'
          : '<a href="' + file + '">' + (i + 1) + '</a>';
      }
      document.write(html);
    }

    """

  /// Shows the rows of a `<datastore>`, the way the plug-in it stands for does.
  static let listScript = """
    function $(selector) {
      var box = document.querySelector('[id="' + selector.substring(1) + '"]');
      return { jpage: function (options) {
        var text = box.textContent, rows = [], at = 0;
        while ((at = text.indexOf('<record>', at)) >= 0) {
          var end = text.indexOf('</record>', at);
          rows.push(text.substring(at + 17, end - 3));
          at = end;
        }
        box.innerHTML = '<ul class="list">' + rows.join('') + '</ul>';
      } };
    }

    """
}
