extension Wording {
  /// Columns a unit must have, and columns that open onto nothing.
  ///
  /// `code@outcome` is the sentence for one outcome where the same fact may be a fault or a
  /// question.
  static let columnSentences: [String: Sentence] = [
    "columns.required.present": Sentence("{unit}已设置{column|该栏目}[（站内名称“{name}”）]，能够打开且有内容。"),
    "columns.required.missing": Sentence("{unit}未找到{column|应设栏目}[（已查看{places}）]。"),
    "columns.required.blank": Sentence("{unit}{column|应设栏目}[（站内名称“{name}”）]打开为空白。"),
    "columns.required.unreachable": Sentence("{unit}{column|应设栏目}[（站内名称“{name}”）]无法访问[（{cause}）]。"),
    "columns.required.wrong-content": Sentence(
      "{unit}{column|应设栏目}的内容与栏目名称不符[，页面写的是“{quote}”]。"),
    "columns.required.wrong-content@review": Sentence(
      "{unit}{column|应设栏目}的内容与栏目名称可能不符[，页面写的是“{quote}”]，请人工判断。"),
    "columns.required.nil-return": Sentence("{unit}{column|该栏目}写明没有相关信息[：“{quote}”]。"),
    "columns.required.undecided": Sentence(
      "{unit}{column|应设栏目}[（站内名称“{name}”）]是否符合要求尚不能判定[（{reason}）]。"),
    "columns.required.without-duty": Sentence("{unit}没有{column|该栏目}的公开职责[（{reason}）]。"),
    "columns.required.no-own-site": Sentence("{unit}没有独立网站，不要求设置{column|该栏目}。"),
    "columns.topics.present": Sentence("{unit}设有{column|该事项}栏目[（站内名称“{name}”）]，能够打开且有内容。"),
    "columns.topics.missing": Sentence("{unit}未找到{column|应公开事项}栏目[（已查看{places}）]。"),
    "columns.topics.missing@review": Sentence(
      "{unit}未找到{column|该事项}栏目[（已查看{places}）]；是否负有公开职责，请人工判断。"),
    "columns.topics.blank": Sentence("{unit}{column|应公开事项}栏目[（站内名称“{name}”）]打开为空白。"),
    "columns.topics.unreachable": Sentence(
      "{unit}{column|应公开事项}栏目[（站内名称“{name}”）]无法访问[（{cause}）]。"),
    "columns.topics.nil-return": Sentence("{unit}{column|该事项}栏目写明没有相关信息[：“{quote}”]。"),
    "columns.topics.undecided": Sentence(
      "{unit}{column|应公开事项}栏目[（站内名称“{name}”）]是否符合要求尚不能判定[（{reason}）]。"),
    "columns.topics.without-duty": Sentence("{unit}没有{column|该事项}的公开职责[（{reason}）]。"),
    "columns.topics.same-fault": Sentence(
      "{unit}{column|该事项}栏目的问题与[“{sameAsTitle}”的问题]相同，已在该项提出，不重复计算；如需另行认定，请人工判断。"),
    "columns.blank.blank": Sentence("{unit}“{column|栏目}”栏目[（{path}）]打开为空白。"),
    "columns.blank.filled": Sentence("{unit}已检查的栏目中[{count}个]有内容。"),
    "columns.blank.nil-return": Sentence("{unit}“{column|栏目}”栏目[（{path}）]写明没有相关信息[：“{quote}”]。"),
    "columns.blank.undecided": Sentence("{unit}“{column|栏目}”栏目[（{path}）]是否空白尚不能判定[（{reason}）]。"),
    "site.search.present": Sentence("{unit}网站设有站内搜索。"),
    "site.search.absent": Sentence("{unit}网站未见站内搜索入口。"),
    "site.search.undecided": Sentence("{unit}网站是否设有站内搜索尚不能判定[（{reason}）]。"),
  ]
}
