extension Wording {
  /// Topics by level, lists given by a rule, and names of columns.
  static let columnListSentences: [String: Sentence] = [
    "columns.local-topics.present": Sentence("{unit}设有{column|该事项}栏目[（站内名称“{name}”）]，能够打开且有内容。"),
    "columns.local-topics.missing": Sentence(
      "{unit}未找到{column|该事项}栏目[（已查看{places}）]；是否应当公开请结合当地情况人工判断。"),
    "columns.local-topics.blank": Sentence("{unit}{column|应公开事项}栏目[（站内名称“{name}”）]打开为空白。"),
    "columns.local-topics.unreachable": Sentence(
      "{unit}{column|应公开事项}栏目[（站内名称“{name}”）]无法访问[（{cause}）]。"),
    "columns.local-topics.nil-return": Sentence("{unit}{column|该事项}栏目写明没有相关信息[：“{quote}”]。"),
    "columns.local-topics.undecided": Sentence(
      "{unit}{column|该事项}栏目是否符合要求尚不能判定[（{reason}）]。"),
    "columns.local-topics.without-duty": Sentence("{unit}没有{column|该事项}的公开职责[（{reason}）]。"),
    "columns.checklist.found": Sentence("{unit}已公开{list}中的“{entry}”[（“{quote}”）]。"),
    "columns.checklist.missing": Sentence("{unit}的栏目中未见{list}中的“{entry}”，请人工判断。"),
    "columns.checklist.undecided": Sentence("{unit}是否公开{list}中的“{entry}”尚不能判定[（{reason}）]。"),
    "columns.checklist.no-column": Sentence("{unit}没有可供对照{list}的栏目。"),
    "columns.naming.common": Sentence("{unit}的{column}栏目使用统一名称。"),
    "columns.naming.other-name": Sentence(
      "{unit}的{column}栏目站内名称为“{quote}”，与统一名称不一致，请人工判断。"),
    "columns.naming.duplicate": Sentence(
      "{unit}“{name|该}”栏目[（{path}）]重复设置[，另一处为“{link}”]，请人工判断。"),
  ]

  /// What a unit should do about it, by observation code.
  static let columnListRemedies: [String: Sentence] = [
    "columns.local-topics.blank": Sentence("请发布{column|该事项}的内容；确无内容的，发布情况说明。"),
    "columns.local-topics.unreachable": Sentence("请修复{column|该事项}的入口地址，保证能够打开。"),
  ]
}
