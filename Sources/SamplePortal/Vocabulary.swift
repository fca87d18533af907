/// Words news and notices are put together from. Everything is invented.
enum Vocabulary {
  static let places = [
    "青岚区", "沐川县", "竹溪街道", "临湖镇", "云东新区", "石桥乡", "望江街道", "松涛镇", "白鹭洲片区",
    "玉屏县", "高新区", "栖霞镇", "南坪乡", "北渡街道",
  ]
  static let departments = [
    "市发展改革委", "市教育局", "市科技局", "市财政局", "市人力资源社会保障局", "市自然资源规划局",
    "市生态环境局", "市住房城乡建设局", "市水利湖泊局", "市农业农村局", "市商务局", "市文化旅游局",
    "市卫生健康委", "市应急管理局", "市市场监管局", "市医疗保障局",
  ]
  static let topics = [
    "重点项目建设", "秋冬季森林防火", "企业用工服务", "校园食品安全", "防汛备汛", "老旧小区改造",
    "春耕备耕", "河湖长制", "安全生产", "城乡供水一体化", "营商环境", "乡村振兴", "大气污染防治",
    "基层医疗服务", "招商引资", "稳就业保民生", "高标准农田建设", "文明城市创建", "社区养老服务",
    "电子商务进农村", "非物质文化遗产保护", "数据共享应用", "城市内涝治理", "冬春农田水利",
  ]
  static let actions = [
    "工作推进会召开", "专项检查启动", "取得阶段性进展", "现场观摩活动举行", "培训班开班",
    "调研座谈会召开", "工作部署会召开", "服务企业活动走进园区", "成果通报发布", "联合演练举行",
  ]
  static let openings = [
    "会议听取了前一阶段工作情况汇报，分析了面临的形势和问题，对下一步重点任务作出安排。",
    "活动现场，工作人员向群众讲解了相关政策，发放宣传资料三千余份，解答咨询二百余人次。",
    "今年以来，各级各部门紧盯年度目标，细化措施，压实责任，各项工作按计划推进。",
    "检查组采取查阅资料、现场察看、随机询问等方式，逐一核对台账，当场反馈发现的问题。",
    "据介绍，该项工作已覆盖全市十二个乡镇街道，惠及居民四万七千余户。",
  ]
  static let middles = [
    "会议要求，要坚持问题导向，建立清单，明确时限，逐项销号，确保整改到位。",
    "有关负责人表示，将继续优化流程，减少材料，缩短时限，让企业和群众少跑腿。",
    "与会人员围绕资金保障、要素供给、协调机制等内容进行了交流发言。",
    "下一步，相关单位将加强日常巡查，完善长效机制，巩固工作成效。",
    "参训人员认为，课程内容贴近实际，对做好本职工作很有帮助。",
  ]
  static let closings = [
    "市直有关部门和各县区负责人参加。", "活动将持续到年底。", "相关工作进展将及时向社会公布。",
    "有关单位负责人陪同。", "市民可拨打服务热线了解详情。",
  ]
  static let notices = [
    "供水管网改造临时停水", "城区部分道路交通管制", "征集民生实事项目建议", "公开招聘专业技术人员",
    "国有建设用地使用权出让", "环境影响评价文件受理", "拟表彰先进集体名单", "公共资源交易目录调整",
    "烟花爆竹禁放区域", "农机购置补贴资金兑付", "城镇燃气安全检查结果", "节假日值班安排",
    "市级非遗项目名录推荐", "工程系列职称评审结果", "地质灾害隐患点核查", "价格听证会参加人征集",
  ]
}

extension Draft {
  /// A headline no other page of the portal carries.
  mutating func headline() -> String {
    let place = random.pick(Vocabulary.places)
    let topic = random.pick(Vocabulary.topics)
    let title = "\(place)\(topic)\(random.pick(Vocabulary.actions))"
    return isTaken(title) ? headline() : title
  }

  /// Three paragraphs about nothing in particular.
  mutating func story(about title: String) -> String {
    let department = random.pick(Vocabulary.departments)
    let opening = random.pick(Vocabulary.openings)
    return paragraphs([
      "本网讯　近日，\(title)。\(opening)",
      random.pick(Vocabulary.middles) + random.pick(Vocabulary.middles),
      "\(department)相关负责人介绍了情况。\(random.pick(Vocabulary.closings))",
    ])
  }

  func paragraphs(_ texts: [String]) -> String { texts.map { "<p>　　\($0)</p>" }.lines }
}
