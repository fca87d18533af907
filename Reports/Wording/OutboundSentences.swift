extension Wording {
  /// Links that mislead, were planted, or leave without a word.
  static let outboundSentences: [String: Sentence] = [
    "links.wrong.elsewhere": Sentence(
      "{unit}[“{page}”页面的]链接[“{link}”]打开后是另一篇文章[《{found}》]。"),
    "links.wrong.not-official": Sentence(
      "{unit}[“{page}”页面的]链接[“{link}”]指向非官方网址[{host}]，是否错链请人工判断。"),
    "links.wrong.parked": Sentence(
      "{unit}[“{page}”页面的]链接[“{link}”]指向的网站{host|}已不再使用，域名在出售或停放[（“{words}”）]。"),
    "links.wrong.taken-over": Sentence(
      "{unit}[“{page}”页面的]链接[“{link}”]指向的网站{host|}已被他人使用，标题或关键词含有宣传文字[“{words}”]。"),
    "links.wrong.none": Sentence("{unit}未发现错链。"),
    "links.wrong.none@notChecked": Sentence("{unit}没有可读的页面，未检查错链。"),
    "links.hidden.advertising": Sentence(
      "{unit}[“{page}”页面]有看不见的站外链接[“{link}”][指向{host}]，带有宣传文字[“{words}”]，疑似暗链。"),
    "links.hidden.advertising@review": Sentence(
      "{unit}[“{page}”页面]有站外链接[“{link}”][指向{host}]，带有宣传文字[“{words}”]，请人工判断。"),
    "links.hidden.concealed": Sentence(
      "{unit}[“{page}”页面]有被藏起来的站外链接[“{link}”][指向{host}]，是否暗链请人工判断。"),
    "links.hidden.hijacked": Sentence("{unit}“{page|页面}”的标题或关键词含有宣传文字[“{words}”]，疑似被篡改。"),
    "links.hidden.hijacked@review": Sentence(
      "{unit}“{page|页面}”的标题或关键词含有宣传文字[“{words}”]，请人工判断。"),
    "links.hidden.none": Sentence("{unit}已读的[{pages}个]页面中未发现暗链或篡改迹象。"),
    "links.hidden.none@notChecked": Sentence("{unit}没有可读的页面，未检查暗链。"),
    "links.leaving-prompt.to-try": Sentence(
      "{unit}页面上有[{count}个]直接指向非政府网站的链接[，如“{link}”]；点击后有无离站提示，请人工判断。"),
    "links.leaving-prompt.none": Sentence("{unit}没有直接指向非政府网站的链接。"),
    "links.leaving-prompt.none@notChecked": Sentence("{unit}没有可读的页面，未检查离站提示。"),
    "links.mixed-content.active": Sentence(
      "{unit}加密页面[“{page}”]用未加密地址引用脚本、样式或框架[（{host}，{count}处）]，会被浏览器拦截，请人工判断。"),
    "links.mixed-content.passive": Sentence(
      "{unit}加密页面[“{page}”]用未加密地址引用图片或音视频[（{host}，{count}处）]，仅作提示。"),
    "links.mixed-content.none": Sentence("{unit}[{pages}个]加密页面没有引用未加密内容。"),
    "links.mixed-content.no-https": Sentence("{unit}没有加密页面，本项不适用。"),
  ]

  /// What a unit should do about it, by observation code.
  static let outboundRemedies: [String: Sentence] = [
    "links.wrong.elsewhere": Sentence("请改正链接地址，并检查同一列表的其他链接。"),
    "links.wrong.parked": Sentence("请撤下该链接，或改为现在的官方网址，并检查指向同一网站的其他链接。"),
    "links.wrong.taken-over": Sentence("请立即撤下该链接，并检查指向同一网站的其他链接。"),
    "links.hidden.advertising": Sentence("请立即删除暗链，查清植入途径，并检查全站模板。"),
    "links.hidden.hijacked": Sentence("请立即恢复页面，查清篡改途径，并检查全站模板。"),
  ]
}
