extension Wording {
  /// Pages and the site as a whole: tags, footer, domain, channels.
  static let siteSentences: [String: Sentence] = [
    "page.meta-tags.right": Sentence("{unit}{template|网页}的标签[ {part} ]符合要求[（{total}页）]。"),
    "page.meta-tags.missing": Sentence("{unit}{template|网页}缺少标签[ {part}][（{total}页中{count}页）]。"),
    "page.meta-tags.missing@review": Sentence(
      "{unit}{template|网页}中有[{count}页]缺少标签[ {part}][（共{total}页）]；是否属于该类页面、是否必选，请人工判断。"),
    "page.meta-tags.empty": Sentence("{unit}{template|网页}的标签[ {part} ]为空[（{total}页中{count}页）]。"),
    "page.meta-tags.empty@review": Sentence(
      "{unit}{template|网页}的标签[ {part} ]为空[（{total}页中{count}页）]；是否必选，请人工判断。"),
    "page.meta-tags.form": Sentence(
      "{unit}{template|网页}的标签[ {part} ]写法不符合要求[（{total}页中{count}页）][，如 {quote}]。"),
    "page.meta-tags.form@review": Sentence(
      "{unit}{template|网页}的标签[ {part} ]写法可能不符合要求[（{total}页中{count}页）]，请人工判断。"),
    "page.meta-tags.disagrees": Sentence(
      "{unit}{template|网页}的标签[ {part} ]与页面所示不一致[（{total}页中{count}页）][，如 {quote}]。"),
    "page.meta-tags.disagrees@review": Sentence(
      "{unit}{template|网页}的标签[ {part} ]与页面所示可能不一致[（{total}页中{count}页）][，如 {quote}]，请人工判断。"),
    "page.meta-tags.undecided": Sentence("{unit}{template|网页}的标签尚不能判定[（{reason}）]。"),
    "page.meta-tags.no-own-site": Sentence("{unit}没有独立网站，网页标签不适用。"),
    "article.source.shown": Sentence("{unit}内容页标明了发布时间或来源[（{total}页）]。"),
    "article.source.missing": Sentence("{unit}内容页未标明{what|发布时间或来源}[（{total}页中{count}页）]。"),
    "article.source.missing@review": Sentence(
      "{unit}有[{count}页]内容页未标明{what|发布时间或来源}[（共{total}页）]；是否属于应标明的文章，请人工判断。"),
    "article.source.empty": Sentence("{unit}内容页的“来源”没有内容[（{total}页中{count}页）]。"),
    "article.source.empty@review": Sentence(
      "{unit}有[{count}页]内容页的“来源”没有内容[（共{total}页）]，请人工判断。"),
    "article.source.undecided": Sentence("{unit}内容页是否标明发布时间和来源尚不能判定[（{reason}）]。"),
    "article.source.no-own-site": Sentence("{unit}没有独立网站，文章页要求不适用。"),
    "site.footer.present": Sentence("{unit}网站页脚有{mark|该标识}[：{value}]。"),
    "site.footer.missing": Sentence("{unit}网站页脚未见{mark|应有标识}[（已查看{places}）]。"),
    "site.footer.missing@review": Sentence(
      "{unit}网站首页页脚未见{mark|应有标识}[（已查看{places}）]，请人工判断。"),
    "site.footer.form": Sentence("{unit}网站页脚的{mark|标识}写法不符合要求[：“{quote}”]。"),
    "site.footer.undecided": Sentence("{unit}网站页脚有无{mark|应有标识}尚不能判定[（{reason}）]。"),
    "site.footer.no-own-site": Sentence("{unit}没有独立网站，页脚标识不适用。"),
    "site.domain.right": Sentence("{unit}网站域名[ {host} ]符合要求。"),
    "site.domain.not-government": Sentence("{unit}网站域名[ {host} ]不是政府网站域名（.gov.cn 或 .政务）。"),
    "site.domain.structure": Sentence(
      "{unit}门户网站域名[ {host} ]不是 www 开头的结构，请人工判断。"),
    "site.domain.institution": Sentence(
      "{unit}是公共企事业单位，使用政府网站域名[ {host} ]，请人工判断。"),
    "site.domain.township": Sentence("{unit}自设网站[ {host}]；乡镇、街道原则上不设网站，请人工判断。"),
    "site.domain.no-own-site": Sentence("{unit}没有独立网站，域名要求不适用。"),
    "site.availability.reachable": Sentence(
      "{unit}网站首页能够打开[（{from}至{to}访问{tries}次，打不开的占{percent}%）]。"),
    "site.availability.unreachable": Sentence(
      "{unit}网站首页打不开[（{from}至{to}访问{tries}次，{failed}次打不开，占{percent}%）][，主要原因：{cause}]。"),
    "site.availability.unreachable@review": Sentence(
      "{unit}网站首页打不开的次数较多[（{from}至{to}访问{tries}次，{failed}次打不开，占{percent}%）]，请人工判断。"),
    "site.availability.blocked": Sentence(
      "{unit}网站首页能否打开尚不能判定[（{from}至{to}有{blocked}次被防护系统拦截或内容无法判断）]。"),
    "site.availability.too-few": Sentence(
      "{unit}网站首页的访问记录不够[（7天中有{days}天满20次，最少的一天{fewest}次）]，不作结论。"),
    "site.availability.not-sampled": Sentence("{unit}网站首页能否打开未检测（没有连续一周的访问记录）。"),
    "site.availability.no-own-site": Sentence("{unit}没有独立网站，首页能否打开不适用。"),
    "site.transport.encrypted": Sentence("{unit}网站首页经加密连接打开。"),
    "site.transport.plain": Sentence("{unit}网站首页经 http 打开，没有加密，仅作提示。"),
    "site.transport.certificate": Sentence("{unit}网站证书有问题[：{problem}]，请人工判断。"),
    "site.transport.ipv6": Sentence("{unit}网站首页经 IPv6 打开[（{address}）]。"),
    "site.transport.ipv6-not-looked-at": Sentence("{unit}网站是否支持 IPv6 未检测（本次经 IPv4 访问）。"),
    "site.transport.fast": Sentence("{unit}网站首页在3秒内打开[（{looks}次的中位数{milliseconds}毫秒）]。"),
    "site.transport.slow": Sentence(
      "{unit}网站首页打开超过3秒[（{looks}次的中位数{milliseconds}毫秒）]；是否受检测一方网络影响，请人工判断。"),
    "site.transport.no-own-site": Sentence("{unit}没有独立网站，访问方式不适用。"),
    "interaction.forms.usable": Sentence("{unit}{channel|该渠道}[（“{name}”）]能够打开且可以填写。"),
    "interaction.forms.unreachable": Sentence("{unit}{channel|该渠道}入口[“{name}”]无法访问[（{cause}）]。"),
    "interaction.forms.no-form": Sentence(
      "{unit}{channel|该渠道}[（“{name}”）]页面没有可填写的表单；是否另有渠道，请人工判断。"),
    "interaction.forms.not-found": Sentence(
      "{unit}未找到{channel|该渠道}入口[（已查看{places}）]，请人工判断。"),
    "interaction.forms.undecided": Sentence(
      "{unit}{channel|该渠道}[（“{name}”）]是否可用尚不能判定[（{reason}）]。"),
    "page.accessibility.present": Sentence("{unit}{template|网页}都有{what|网页标题和链接文字}[（{total}页）]。"),
    "page.accessibility.missing": Sentence(
      "{unit}{template|网页}缺少{what|网页标题或链接文字}[（{total}页中{count}页）][，如 {quote}]，仅作提示。"),
    "page.accessibility.no-own-site": Sentence("{unit}没有独立网站，无障碍要求不适用。"),
  ]

  /// What a unit should do about it, by observation code.
  static let siteRemedies: [String: Sentence] = [
    "page.meta-tags.missing": Sentence("请在{template|网页}模板中补充标签[ {part}]。"),
    "page.meta-tags.empty": Sentence("请为{template|网页}的标签[ {part} ]填写内容。"),
    "page.meta-tags.form": Sentence("请按网页设计规范改正标签[ {part} ]的写法。"),
    "page.meta-tags.disagrees": Sentence("请核对标签[ {part} ]与页面所示内容，改为一致。"),
    "article.source.missing": Sentence("请在内容页标明{what|发布时间和来源}。"),
    "article.source.empty": Sentence("请为内容页填写来源。"),
    "site.footer.missing": Sentence("请在页脚补充{mark|该标识}。"),
    "site.footer.form": Sentence("请核对并改正{mark|该标识}。"),
    "site.domain.not-government": Sentence("请启用政府网站域名。"),
    "interaction.forms.unreachable": Sentence("请修复{channel|该渠道}入口。"),
  ]
}
