/// Columns of the city's documents and what was placed in them.
struct CityDocuments {
  var policies: [Entry]
  var interpretations: [Entry]
}

extension City {
  static let platform = Anchor("政府信息公开", "/zwgk/")
  static let policyColumn = Column(
    name: "政策", path: "/zwgk/zc/", type: "政策文件", parents: [platform])
  static let normative = Column(
    name: "行政规范性文件", path: "/zwgk/zc/xzgfxwj/", type: "政策文件",
    parents: [platform, policyColumn.anchor])
  static let otherDocuments = Column(
    name: "其他文件", path: "/zwgk/zc/qtwj/", type: "政策文件",
    parents: [platform, policyColumn.anchor])
  static let interpretations = Column(
    name: "政策解读", path: "/zwgk/zcjd/", type: "政策解读", parents: [platform])

  static let explained = [
    "云溪市城市生活垃圾分类管理办法", "云溪市公共租赁住房管理办法", "云溪市优化营商环境若干措施",
    "云溪市电动自行车停放充电管理办法", "云溪市古树名木保护办法", "云溪市海绵城市建设管理办法",
    "云溪市城市停车场管理办法", "云溪市农村饮用水安全保障办法", "云溪市社区养老服务实施方案",
    "云溪市促进中小企业发展若干措施", "云溪市人才引进实施细则", "云溪市政府投资项目管理办法",
    "云溪市数字政府建设行动方案", "云溪市建筑垃圾处置管理办法", "云溪市历史文化街区保护办法",
    "云溪市应急物资储备管理办法", "云溪市餐饮油烟污染防治办法",
  ]
  static let unexplained = [
    "全市安全生产专项督查工作方案", "市政府领导同志工作分工", "全市冬季供暖保障工作安排",
    "市级议事协调机构调整方案", "市政府年度重点督查事项目录", "市政府规章立法工作计划",
  ]
}

extension Draft {
  mutating func placeCityPolicies(_ frame: Frame) -> CityDocuments {
    let explained = explainedPolicies(frame)
    let other = City.unexplained.enumerated().map { index, name in
      let item = policy(
        City.issuer, City.otherDocuments, name: name, number: 40 - index,
        published: asOf.adding(days: -12 - 33 * index))
      place(
        item, City.issuer, in: City.otherDocuments, on: frame,
        related: relatedBox("相关解读", nil))
      decoy(
        City.unit, Code.policyLink, item.number, at: City.address(item.path),
        "内部管理类文件，没有解读材料，不存在漏链")
      return item.entry
    }
    let documents = CityDocuments(
      policies: (explained.map(\.policy) + other).newestFirst,
      interpretations: explained.map(\.interpretation).newestFirst)
    placePolicyLists(frame, explained.map(\.policy), other, documents)
    return documents
  }

  private mutating func explainedPolicies(
    _ frame: Frame
  ) -> [(policy: Entry, interpretation: Entry)] {
    City.explained.enumerated().map { index, name in
      let item = policy(
        City.issuer, City.normative, name: name, number: 30 - index,
        published: asOf.adding(days: -9 - 27 * index))
      let pairing: Pairing = index == 2 ? .policyOnly : index == 4 ? .interpretationOnly : .both
      let interpretation = placePair(
        item, City.issuer, policies: City.normative, interpretations: City.interpretations,
        on: frame, pairing: pairing, attachments: attachment(index, item))
      expectPairing(pairing, item, interpretation)
      return (item.entry, interpretation)
    }
  }

  private mutating func expectPairing(
    _ pairing: Pairing, _ policy: Policy, _ interpretation: Entry
  ) {
    switch pairing {
    case .both: break
    case .policyOnly:
      expect(
        City.unit, Code.interpretationLink, interpretation.path,
        at: City.address(interpretation.path), "解读稿没有链接到政策原文，政策页有解读链接")
    case .interpretationOnly:
      expect(
        City.unit, Code.policyLink, policy.number, at: City.address(policy.path),
        "政策页的相关解读栏为空且隐藏，解读稿已链接政策原文")
    }
  }

  /// Every third document has an attachment; that of the second is gone.
  private mutating func attachment(_ index: Int, _ policy: Policy) -> String {
    guard index % 3 == 1 else { return "" }
    let name = "P020\(policy.published.compact)\(nextSerial()).doc"
    let path = "\(City.normative.path)\(policy.published.folder)/\(name)"
    if index == 1 {
      expect(
        City.unit, Code.deadAttachment, path, at: City.address(policy.path), "附件丢失，返回404")
    } else {
      placeFile(City.host, path, Media.word, type: "application/msword")
    }
    return "<p class=\"fujian\">附件：<a href=\"./\(name)\">\(policy.name)（附表）.doc</a></p>"
  }

  private mutating func placePolicyLists(
    _ frame: Frame, _ explained: [Entry], _ other: [Entry], _ documents: CityDocuments
  ) {
    let menu = Sheets.menu(City.menu, current: City.policyColumn.path)
    placeList(frame, City.normative, explained, menu: menu)
    placeList(frame, City.otherDocuments, other, menu: menu)
    placeList(frame, City.interpretations, documents.interpretations, menu: menu)
    placeList(frame, City.policyColumn, documents.policies, menu: menu)
  }
}
