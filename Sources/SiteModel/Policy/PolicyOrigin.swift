import AuditModel

/// Whose document a policy is: the unit's, or another body's that the unit only republishes.
public enum PolicyOrigin: Sendable, Hashable {
  /// Issued by the unit itself, or in a government's case by one of its departments.
  case own
  /// Issued by another body, as far as title, head and document number tell.
  case other(String)
  /// Nothing tells.
  case unknown

  init(title: String, number: String?, publisher: String?, unit: AuditedUnit) {
    if let number, let prefix = PolicyOrigin.national.first(where: { number.hasPrefix($0) }) {
      self = .other(prefix)
      return
    }
    if let number, let above = PolicyOrigin.superior(number, unit) {
      self = .other(above)
      return
    }
    let issuer = (PolicyOrigin.issuer(of: title) ?? publisher).map { Naming.fold($0) } ?? ""
    let verdict = issuer.isEmpty ? .unknown : PolicyOrigin.judge(issuer: issuer, unit: unit)
    guard verdict == .unknown, let first = number?.first else {
      self = verdict
      return
    }
    // `道人社发` of 道真县人力资源和社会保障局: the code begins with a character of the region.
    let name = Naming.fold(unit.name)
    let region = PolicyOrigin.region(of: name) ?? name
    self = region.contains(first) ? .own : .unknown
  }

  private static let national = [
    "国发", "国办发", "国办函", "国函", "国令", "国务院令", "中发", "中办发", "厅字", "主席令", "国办秘函", "国办发明电",
  ]
  /// The issuer when the code is one that ministries, provincial departments (厅) or another
  /// government use and the unit is none: `人社部发`, `黔人社厅发`, `贵州省人民政府令`.
  private static func superior(_ number: String, _ unit: AuditedUnit) -> String? {
    let name = Naming.fold(unit.name)
    let code = String(number.prefix { $0 != "〔" })
    if let order = code.firstRange(of: "令第").map({ String(code[..<$0.lowerBound]) }) {
      if order.hasSuffix("部") || order.hasSuffix("总局") { return order }
      if order.hasSuffix("人民政府"), let home = region(of: name) {
        return order.hasPrefix(home) ? nil : order
      }
    }
    let isDepartment = unit.kind != .government
    if isDepartment, !name.contains("厅"), ends(code, after: "厅") { return code }
    return isDepartment && !name.contains("部") && ends(code, after: "部") ? code : nil
  }

  /// Whether the code is an organ's word and one of the usual kinds of document: `厅发`, `部办函`.
  private static func ends(_ code: String, after organ: Character) -> Bool {
    guard let at = code.lastIndex(of: organ), at > code.startIndex else { return false }
    return ["发", "函", "办", "办发", "办函", "字", "规", "通", "明电"]
      .contains(String(code[code.index(after: at)...]))
  }

  private static let centre = [
    "国务院", "中共中央", "中央", "全国人大", "全国人民代表大会", "最高人民", "国家", "中国", "中华人民共和国",
  ]
  private static let regions: Set<Character> = [
    "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡", "村",
  ]

  /// What stands before 关于 in a title; nil when nothing does.
  private static func issuer(of title: String) -> String? {
    guard let range = title.firstRange(of: "关于") else { return nil }
    let issuer = String(title[..<range.lowerBound]).trimmingSpaces()
    return issuer.isEmpty || issuer.count > 40 ? nil : issuer
  }

  private static func judge(issuer: String, unit: AuditedUnit) -> PolicyOrigin {
    let name = Naming.fold(unit.name)
    if name.contains(issuer) || issuer.contains(name) { return .own }
    if centre.contains(where: { issuer.hasPrefix($0) }) { return .other(issuer) }
    if issuer.hasSuffix("厅"), !name.contains("厅"), unit.kind != .government {
      return .other(issuer)
    }
    guard let region = region(of: issuer) else {
      let isMinistry = ["部", "总局", "署"].contains { issuer.hasSuffix($0) }
      return isMinistry ? .other(issuer) : .unknown
    }
    guard let home = self.region(of: name) else { return .unknown }
    guard name.hasPrefix(region) || issuer.hasPrefix(home) else { return .other(issuer) }
    // 市人民政府(办公室) on the site of its department, or the province's on that of a city.
    if unit.kind == .government, issuer.hasPrefix(home) { return .own }
    return issuer.contains("人民政府") ? .other(issuer) : .unknown
  }

  /// `示例市` of `示例市住房和城乡建设局`.
  private static func region(of name: String) -> String? {
    guard let end = name.dropFirst().firstIndex(where: { regions.contains($0) }) else { return nil }
    let region = name[...end]
    return region.count <= 12 ? String(region) : nil
  }
}
