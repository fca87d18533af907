import PageModel

/// Words of gambling, pornography and forged papers, as planted links and hijacked titles use them.
///
/// A word beside one of ``refusals`` is spoken about, not advertised (打击网络赌博).
enum SpamWords {
  /// The distinct words a text advertises, in the order of the list.
  static func advertised(in text: String) -> [String] {
    guard text.utf8.count < 20_000 else { return [] }
    let found = wordSet.firstMatches(in: text)
    guard !found.isEmpty, !refusalSet.occurs(in: text) else { return [] }
    return found.map { words[$0.word] }
  }

  private static let wordSet = WordSet(words)
  private static let refusalSet = WordSet(refusals)

  private static let words = [
    "博彩", "赌场", "赌博网", "网上赌", "时时彩", "百家乐", "六合彩", "北京赛车", "幸运飞艇", "快三", "葡京", "威尼斯人",
    "娱乐城", "真人荷官", "老虎机", "棋牌游戏", "棋牌平台", "捕鱼游戏", "外围投注", "足球投注", "体育投注", "澳门金沙", "皇冠体育",
    "亚博", "开云体育", "bet365", "太阳城", "私服", "裸聊", "约炮", "成人视频", "色情", "成人电影", "黄色网站", "一夜情",
    "代孕", "代开发票", "办假证", "刻章办证", "伟哥", "迷药", "枪支出售", "文凭办理",
  ]

  private static let refusals = [
    "打击", "整治", "防范", "禁止", "查处", "抓获", "警惕", "严打", "反赌", "拒绝", "举报", "案", "专项行动", "通报", "危害", "远离",
    "破获", "清理", "扫黄",
    "取缔", "宣传", "提醒", "非法", "涉赌", "涉黄", "诈骗", "处罚", "治理",
  ]
}
