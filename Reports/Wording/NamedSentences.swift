extension Wording {
  /// Columns, documents and yearly lists that an assessment scheme names.
  static let namedSentences: [String: Sentence] = [
    "columns.named.present": Sentence("{unit}设有{column|方案指名的栏目}[（站内名称“{name}”）]，能够打开且有内容。"),
    "columns.named.missing": Sentence("{unit}未找到{column|方案指名的栏目}[（已查看{places}）]。"),
    "columns.named.missing@review": Sentence(
      "{unit}未找到{column|方案指名的栏目}[（已查看{places}）]；是否应当设置，请人工判断。"),
    "columns.named.blank": Sentence("{unit}{column|方案指名的}栏目[（站内名称“{name}”）]打开为空白。"),
    "columns.named.unreachable": Sentence(
      "{unit}{column|方案指名的}栏目[（站内名称“{name}”）]无法访问[（{cause}）]。"),
    "columns.named.nil-return": Sentence("{unit}{column|方案指名的}栏目写明没有相关信息[：“{quote}”]。"),
    "columns.named.undecided": Sentence(
      "{unit}{column|方案指名的}栏目是否符合要求尚不能判定[（{reason}）]。"),
    "columns.named.without-duty": Sentence("{unit}没有{column|该事项}的公开职责[（{reason}）]。"),
    "documents.named.found": Sentence(
      "{unit}已公布[{period}][{year}年度]{title|方案指名的文件}[，如“{quote}”][（{date}）][，共{count}件]。"),
    "documents.named.late": Sentence(
      "{unit}的{title|方案指名的文件}晚于规定期限[：“{near}”][，{nearDate}]。"),
    "documents.named.too-few": Sentence(
      "{unit}[{period}][{year}年度]{title|方案指名的文件}只见{count|部分}件[，要求至少{least}件][（已查看{columns}）]。"),
    "documents.named.too-few@review": Sentence(
      "{unit}[{period}][{year}年度]{title|方案指名的文件}只见{count|部分}件[，要求至少{least}件]，请人工判断。"),
    "documents.named.missing": Sentence(
      "{unit}未见[{period}][{year}年度]{title|方案指名的文件}[（已读完{columns}）][；最接近的是“{near}”][（{nearKind}）]。"),
    "documents.named.missing@review": Sentence(
      "{unit}未见[{period}][{year}年度]{title|方案指名的文件}[（已查看{columns}）][；最接近的是“{near}”][（{nearKind}）]，请人工判断。"
    ),
    "documents.named.no-column": Sentence(
      "{unit}没有专门存放{title|方案指名的文件}的栏目，已存网页中未见[{period}][{year}年度]的[；最接近的是“{near}”][（{nearKind}）]，请人工判断。"
    ),
    "documents.named.nil-return": Sentence(
      "{unit}应当存放{title|方案指名的文件}的栏目写明没有相关信息[：“{quote}”]。"),
    "documents.named.undecided": Sentence(
      "{unit}是否公布[{period}][{year}年度]{title|方案指名的文件}尚不能判定[（{columns}未能全部读取，{reason}）]。"),
    "documents.named.without-duty": Sentence("{unit}没有{title|该事项}的公开职责[（{reason}）]。"),
  ]

  /// What a unit should do about it, by observation code.
  static let namedRemedies: [String: Sentence] = [
    "columns.named.missing": Sentence("请设置{column|该栏目}，并在首页或政府信息公开平台提供入口。"),
    "columns.named.blank": Sentence("请发布{column|该事项}的内容；确无内容的，发布情况说明。"),
    "columns.named.unreachable": Sentence("请修复{column|该事项}的入口地址，保证能够打开。"),
    "documents.named.missing": Sentence("请公布[{year}年度]{title|该文件}；确实没有的，在栏目中写明。"),
    "documents.named.too-few": Sentence("请补齐[{year}年度]{title|该文件}。"),
    "documents.named.late": Sentence("今后请在规定期限之内公布{title|该文件}。"),
  ]

  /// Why the nearest title is not the document.
  static func nearness(_ word: String) -> String? {
    switch word {
    case "undated": "看不出年份"
    case "unopened": "只见入口，未能打开查看"
    case "late": "晚于期限"
    case "other-year": "不是这一年的"
    case "draft": "征求意见稿"
    case "foreign": "其他机关的文件"
    case "news": "新闻或解读"
    default: nil
    }
  }
}
