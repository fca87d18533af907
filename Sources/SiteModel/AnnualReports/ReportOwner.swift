/// Whose report a title names, seen from the unit that is assessed.
enum ReportOwner: Int, Sendable, Comparable {
  /// The unit's own name.
  case own
  /// No body is named, or only 本机关, 我局.
  case implied
  /// Another body.
  case other

  static func < (left: ReportOwner, right: ReportOwner) -> Bool { left.rawValue < right.rawValue }

  /// - Parameters:
  ///   - issuer: folded, as ``ReportTitle/issuer`` gives it.
  ///   - unit: the unit's name; an address when nobody gave a name.
  init(issuer: String, unit: String, isGovernment: Bool) {
    let name = Naming.fold(unit)
    if issuer.isEmpty || ReportOwner.ownWords.contains(issuer) {
      self = .implied
    } else if ReportOwner.isSame(issuer, name) {
      self = .own
    } else if isGovernment {
      let region = ReportOwner.region(name)
      let isOwn = region.count >= 2 && ReportOwner.isSame(ReportOwner.region(issuer), region)
      self = isOwn ? .own : .other
    } else {
      self = .other
    }
  }

  private static let ownWords: Set<String> = [
    "本机关", "本局", "本单位", "本市", "本县", "本区", "我局", "我市", "我县", "我区", "我单位", "全市", "全县",
    "全区", "市政府", "县政府", "区政府",
  ]

  /// Equal, or one leaves out the region before: `市交通运输局` and `云溪市交通运输局`.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    if left == right { return true }
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    return short.count >= 3 && long.hasSuffix(short)
  }

  private static func region(_ name: String) -> String {
    for ending in ["人民政府", "政府"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }
}
