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
