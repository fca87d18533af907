public import AuditModel
import PageModel
public import SiteModel
import WebAddress

/// Lists given by a rule, compared with what stands in the column meant for them.
public struct ColumnChecklists: Probe {
  /// What the check is, for the catalogue and the report.
  public static let card = ProbeCard(
    id: "columns.checklist", title: "对照清单查缺", family: .columns,
    citations: [
      Citation(
        document: "六盘水市2020年度县级政府政务公开工作考核指标", place: "编制目录、完善制度、平台建设", confidence: .observed),
      Citation(
        document: "山西省2022年度政务公开工作考核方案", place: "省级重点工程项目信息公开情况", confidence: .observed),
      Citation(document: "随州市2020年政务公开工作测评指标(部门)", place: "组织推进", confidence: .observed),
      Citation(
        document: "国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见(国办发〔2019〕54号)",
        place: "26个试点领域标准目录", confidence: .memory),
    ],
    checks: "在对应栏目(基层政务公开标准目录、政府信息公开制度、重大建设项目)的页面、下级栏目和条目标题中,逐项查找清单所列的名称。",
    passes: "该项在栏目中有对应的链接、条目或者标题,引出原文。", fails: "本检查不作不符合的结论:没有上网不等于没有制定或者没有办理。",
    cannotDecide: "栏目中没有找到的项提请人工判断;栏目由脚本生成、没有读全的不作结论;没有该栏目的不逐项列出。",
    codes: [
      "columns.checklist.found", "columns.checklist.missing", "columns.checklist.undecided",
      "columns.checklist.no-column",
    ])

  /// Makes the value from its parts.
  public init() {}

  /// What was seen on the site, sorted by subject.
  public func observe(_ site: Site) -> [Observation] {
    let search = ColumnSearch(site)
    return Checklist.all.filter { $0.kinds.contains(site.unit.kind) }
      .flatMap { observe($0, site: site, search: search) }.sorted { $0.subject < $1.subject }
  }

  private func observe(_ list: Checklist, site: Site, search: ColumnSearch) -> [Observation] {
    let sighting = search.look(for: list.column)
    let columns = site.columns.filter(list.column.isAnswered)
    guard sighting.state == .present, !columns.isEmpty || sighting.entry?.url != nil else {
      return [
        observation(
          "no-column", .notChecked, subject: list.id, values: ["list": list.title],
          lookedAt: sighting.lookedAt)
      ]
    }
    let seen = ChecklistText(columns, entry: sighting.entry, site: site)
    return list.entries.map { entry in
      let values = ["list": list.title, "entry": entry.title, "group": list.id]
      let subject = "\(list.id)#\(entry.title)"
      if let label = seen.labels.first(where: { entry.isNamed(in: $0) }) {
        return observation(
          "found", .pass, subject: subject, values: values, page: sighting.page(in: site),
          quote: label)
      }
      if let doubt = seen.doubt {
        return observation(
          "undecided", .inconclusive, reason: doubt, subject: subject, values: values,
          page: sighting.page(in: site))
      }
      return observation(
        "missing", .review, reason: .ambiguous, subject: subject, values: values,
        page: sighting.page(in: site))
    }
  }
}

/// Every label that stands in some columns, below them and on their pages.
private struct ChecklistText {
  private(set) var labels: [String] = []
  private(set) var doubt: InconclusiveReason?

  init(_ columns: [Column], entry: Entry?, site: Site) {
    var addresses: [WebURL] = []
    for column in columns.prefix(20) {
      labels += column.content.items.map(\.title)
      labels += column.children.compactMap { site.column(at: $0)?.name }
      addresses.append(column.url)
      if column.content.unreadPages > 0 { doubt = .captureIncomplete }
      if column.content.state == .scripted { doubt = .jsOnly }
    }
    if let url = entry?.url { addresses.append(url) }
    for page in addresses.prefix(20).compactMap({ site.landing(at: $0) }) {
      labels += page.links.filter { !$0.isHidden }.map(\.text)
      labels += page.headings.map(\.text)
    }
  }
}

/// A list a rule gives, and the column in which its entries belong.
struct Checklist: Sendable {
  struct Item: Sendable {
    let title: String
    let words: [String]

    init(_ title: String, _ words: String...) {
      self.title = title
      self.words = words.isEmpty ? [title] : words
    }

    func isNamed(in label: String) -> Bool {
      let folded = Naming.fold(label)
      return words.contains { folded.contains($0) }
    }
  }

  let id: String
  let title: String
  let kinds: Set<AuditedUnit.Kind>
  let column: WantedColumn
  let entries: [Item]

  static let all = [fields, institutions, departmentInstitutions, works]

  private static let fields = Checklist(
    id: "fields", title: "基层政务公开26个领域", kinds: [.government],
    column: WantedColumn(
      id: "fields", title: "基层政务公开标准目录",
      contained: ["基层政务公开", "标准化规范化", "标准目录", "试点领域", "两化"]),
    entries: [
      Item("城乡规划", "城乡规划", "国土空间规划", "自然资源规划"), Item("重大建设项目", "重大建设项目", "重大项目"),
      Item("公共资源交易"), Item("财政预决算", "预决算"), Item("安全生产"), Item("税收管理", "税收"),
      Item("征地补偿", "征地", "集体土地征收"), Item("国有土地上房屋征收与补偿", "国有土地"),
      Item("保障性住房", "保障性住房", "住房保障"), Item("农村危房改造", "危房改造"),
      Item("生态环境", "生态环境", "环境保护"), Item("公共文化服务", "公共文化", "文化服务"),
      Item("公共法律服务", "法律服务"), Item("扶贫", "扶贫", "乡村振兴"), Item("救灾", "救灾", "灾害"),
      Item("食品药品监管", "食品药品"), Item("城市综合执法", "综合执法", "城管"), Item("就业", "就业"),
      Item("社会保险"), Item("社会救助"), Item("养老服务", "养老"), Item("户籍管理", "户籍"),
      Item("涉农补贴", "涉农补贴", "农业补贴"), Item("义务教育"), Item("医疗卫生", "医疗卫生", "卫生健康"),
      Item("市政服务"),
    ])

  private static let rules = WantedColumn(
    id: "institutions", title: "政府信息公开制度", types: [.institutions])

  private static let institutions = Checklist(
    id: "institutions", title: "12项政务公开制度规范", kinds: [.government], column: rules,
    entries: [
      Item("信息发布", "信息发布", "主动公开"), Item("政策解读", "解读"), Item("回应关切", "回应", "舆情"),
      Item("重大决策预公开", "决策预公开", "重大决策", "重大行政决策"), Item("公文公开属性源头认定", "公文公开属性", "源头", "属性认定"),
      Item("公众参与"), Item("政民互动", "政民互动", "互动"), Item("政府信息管理", "信息管理", "信息动态"),
      Item("依申请公开", "依申请公开", "申请公开"), Item("公共企事业单位办事公开", "公共企事业"),
      Item("监督考核", "考核", "监督"), Item("公开事项目录动态管理", "目录"),
    ])

  private static let departmentInstitutions = Checklist(
    id: "institutions", title: "3项政府信息公开工作规范", kinds: [.department], column: rules,
    entries: [
      Item("审核发布", "审核", "审查", "发布"), Item("政策解读", "解读"),
      Item("依申请公开办理答复", "依申请公开", "申请公开"),
    ])

  private static let works = Checklist(
    id: "works", title: "重点工程8类信息", kinds: [.government],
    column: WantedColumn(
      id: "works", title: "重大建设项目", contained: ["重大建设项目", "重点工程", "重大项目", "重点项目"],
      excluded: ["环评"]),
    entries: [
      Item("审批服务", "审批服务", "办事指南", "批准服务"), Item("审批结果", "审批结果", "批准结果", "审批"),
      Item("招标投标", "招标", "中标"), Item("征收土地", "征收土地", "征地", "土地征收"),
      Item("重大设计变更", "设计变更"), Item("有关施工", "施工"), Item("质量安全监督", "质量安全", "质量监督"),
      Item("有关竣工", "竣工"),
    ])
}
