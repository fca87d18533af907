import Scoring

extension CellEntry {
  /// The entry with the book's unit in it where the rule asks for one: a quota is the unit's own.
  func about(
    _ unit: String?, rule: Rule, issuer: String
  ) throws(CellRefusal) -> CellEntry {
    guard case .quota(let quota) = rule, case .value(.record(var record)) = self, let unit else {
      return self
    }
    let names = UnitNames(quota.tasks.map(\.unit), issuer: issuer)
    let own = names.listed(unit) ?? unit
    if case .text(let given)? = record["unit"], (names.listed(given) ?? given) != own {
      throw CellRefusal(sentence: Wording.otherUnit(given, unit))
    }
    record["unit"] = .text(own)
    return .value(.record(record))
  }
}
