extension Wording {
  /// Links whose target cannot be opened. One set of sentences for four kinds of target.
  static let linkSentences: [String: Sentence] = {
    let kinds = [
      "links.dead-page": "站内链接", "links.dead-attachment": "附件", "links.dead-image": "图片",
      "links.dead-external": "外部链接",
    ]
    return kinds.reduce(into: [:]) { table, kind in
      for (state, text) in states { table["\(kind.key).\(state)"] = Sentence(text(kind.value)) }
    }
  }()

  private static let states: [String: @Sendable (String) -> String] = [
    "dead": { "{unit}[“{page}”页面的]\($0)[“{link}”]无法访问[（{cause}）][，同一地址出现在{several}处]。" },
    "suspected": { "{unit}[“{page}”页面的]\($0)[“{link}”]疑似无法访问[（{cause}）]，尚未复核确认。" },
    "counted-elsewhere": {
      "{unit}[“{page}”页面的]\($0)[“{link}”]无法访问[（{cause}）]，已在栏目检查中计算，不重复计。"
    },
    "blocked": { "{unit}有[{count}个]指向{host|同一站点}的\($0)没有检查成[（{cause}）]，不能判定是否可用。" },
    "unchecked": { "{unit}有[{count}个]指向{host|同一站点}的\($0)未检查[（{cause}）]。" },
    "alive": { "{unit}检查了[{checked}个]\($0)[，其中{count}个能够打开]。" },
    "alive@notChecked": { "{unit}没有可供检查的\($0)，或都没有检查。" },
  ]
}
