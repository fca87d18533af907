extension Wording {
  /// How long ago something was updated. A limit counts as reached on its last day.
  static let freshnessSentences: [String: Sentence] = [
    "freshness.home.fresh": Sentence("{unit}首页在期限内有更新[，最新为{newest}]。"),
    "freshness.home.stale": Sentence(
      "{unit}首页自{newest|最后一次可见日期}以来未更新[，已{days}天][（更新期限{limit}）]。"),
    "freshness.home.undated": Sentence("{unit}首页内容均未标注日期，视为未更新[（更新期限{limit}）]。"),
    "freshness.home.future": Sentence("{unit}首页有日期为{newest|将来}的信息，晚于检测日期，请人工判断。"),
    "freshness.home.undecided": Sentence("{unit}首页更新情况尚不能判定[（{reason}）]。"),
    "freshness.home.no-own-site": Sentence("{unit}没有独立网站，首页更新不适用。"),
    "freshness.column.fresh": Sentence("{unit}“{column|栏目}”栏目[（{path}）]在期限内有更新[，最新为{newest}]。"),
    "freshness.column.stale": Sentence(
      "{unit}“{column|栏目}”栏目[（{path}）]自{newest|最后一次可见日期}以来未更新[，已{days}天][（{type}更新期限{limit}）]。"),
    "freshness.column.stale@review": Sentence(
      "{unit}“{column|栏目}”栏目[（{path}）]自{newest|最后一次可见日期}以来未更新[，已{days}天]；是否适用{limit|更新}期限，请人工判断。"),
    "freshness.column.undated": Sentence(
      "{unit}“{column|栏目}”栏目[（{path}）]的内容均未标注日期，视为未更新[（{type}更新期限{limit}）]。"),
    "freshness.column.undated@review": Sentence(
      "{unit}“{column|栏目}”栏目[（{path}）]的内容均未标注日期；是否适用{limit|更新}期限，请人工判断。"),
    "freshness.column.future": Sentence(
      "{unit}“{column|栏目}”栏目[（{path}）]有日期为{newest|将来}的信息，晚于检测日期，请人工判断。"),
    "freshness.column.archive": Sentence("{unit}“{column|栏目}”栏目[（{path}）]是归档或往期栏目，更新期限不适用。"),
    "freshness.column.undecided": Sentence("{unit}“{column|栏目}”栏目[（{path}）]更新情况尚不能判定[（{reason}）]。"),
    "freshness.batch.sudden": Sentence(
      "{unit}“{column|栏目}”栏目[（{path}）]自{before|上一次更新}起[{silence}天]没有更新，{day|某日}起两日内集中出现{count|多}条信息，是否突击更新请人工判断。"
    ),
    "freshness.batch.none": Sentence("{unit}没有发现长期停更后集中更新的栏目。"),
    "freshness.batch.none@notChecked": Sentence("{unit}没有带日期的栏目，未检查突击更新。"),
    "freshness.redated.address": Sentence(
      "{unit}[“{title}”][等{several}篇文章]的发布日期{day|}比网址中的日期[{earlier}]晚[{days}天]，是否旧稿新发请人工判断。"),
    "freshness.redated.copy": Sentence(
      "{unit}[“{title}”][等{several}篇文章]的发布日期为{day|近期}，本站[{earlier}]已发布过同题文章[（{other}）]，是否旧稿新发请人工判断。"
    ),
    "freshness.redated.none": Sentence("{unit}近一年的文章没有发现旧稿新发的迹象。"),
    "freshness.redated.none@notChecked": Sentence("{unit}没有带发布日期的文章，未检查旧稿新发。"),
  ]
}
