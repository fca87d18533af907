/// Reads 采用情况: tasks and points done, or the adopted items counted by 计分标准. The unit's
/// task always comes from the quota table; a different one in the entry is refused.
struct QuotaCheck {
  let rule: QuotaRule

  private static let keys = ["unit", "市级采用任务", "市级完成", "省级采用任务", "省级完成", "采用"]

  func fact(_ value: FactValue) throws(Refusal) -> QuotaFact {
    guard case .record(let record) = value else {
      throw .wrongShape(expected: .quota)
    }
    try allow(QuotaCheck.keys, in: record)
    let task = try task(of: record)
    try expect(record["市级采用任务"], "市级采用任务", task.municipal)
    try expect(record["省级采用任务"], "省级采用任务", task.provincial)
    let done = try done(record, task)
    return QuotaFact(
      municipalTask: task.municipal, municipalDone: done.municipal,
      provincialTask: task.provincial, provincialDone: done.provincial)
  }

  private func task(of record: [String: FactValue]) throws(Refusal) -> QuotaTask {
    guard case .text(let unit) = try member("unit", of: record) else {
      throw .wrongShape(expected: .unitName)
    }
    guard let task = rule.tasks.first(where: { $0.unit == unit }) else {
      throw .unknownUnit(unit, nearest: nearest(to: unit, in: rule.tasks.map(\.unit)))
    }
    return task
  }

  private func expect(
    _ given: FactValue?, _ measure: String, _ expected: Rational
  ) throws(Refusal) {
    guard let given else { return }
    let number = try points(given, measure)
    guard number == expected else {
      throw .quotaDiffers(
        measure: measure, expected: expected.description, given: number.description)
    }
  }

  private func done(
    _ record: [String: FactValue], _ task: QuotaTask
  ) throws(Refusal) -> (municipal: Rational, provincial: Rational) {
    if let items = record["采用"] {
      guard record["市级完成"] == nil, record["省级完成"] == nil else {
        throw .wrongShape(expected: .tasksOrItems)
      }
      return try counted(items)
    }
    let municipal = try points(try member("市级完成", of: record), "市级完成")
    if record["省级完成"] == nil, task.provincial == .zero { return (municipal, 0) }
    return (municipal, try points(try member("省级完成", of: record), "省级完成"))
  }

  private func counted(
    _ items: FactValue
  ) throws(Refusal) -> (municipal: Rational, provincial: Rational) {
    guard case .list(let items) = items else {
      throw .wrongShape(expected: .itemList)
    }
    var (municipal, provincial, seen) = (Rational.zero, Rational.zero, Set<String>())
    for item in items {
      let (criterion, points) = try entry(item)
      guard seen.insert(criterion).inserted else { throw .conflict }
      do {
        let worth = try points * (rule.itemPoints[criterion]?.points ?? 0)
        if rule.itemPoints[criterion]?.isProvincial == true {
          provincial = try provincial + worth
        } else {
          municipal = try municipal + worth
        }
      } catch { throw .outOfRange(low: "0", high: FactCheck.highestCount.description) }
    }
    return (municipal, provincial)
  }

  private func entry(_ item: FactValue) throws(Refusal) -> (String, Rational) {
    guard case .record(let record) = item,
      case .text(let criterion) = try member("criterion", of: record)
    else { throw .wrongShape(expected: .item) }
    try allow(["criterion", "value"], in: record)
    guard rule.itemPoints[criterion] != nil else {
      throw .unknownMeasure(criterion, known: rule.itemPoints.keys.sorted())
    }
    let count = try points(try member("value", of: record), criterion)
    guard count.isWhole else { throw .notWhole }
    return (criterion, count)
  }

  private func points(_ value: FactValue, _ measure: String) throws(Refusal) -> Rational {
    guard case .number(let number) = value else {
      throw .wrongShape(expected: .numberFor(measure))
    }
    guard !number.isNegative else { throw .negative }
    guard number <= FactCheck.highestCount else {
      throw .outOfRange(low: "0", high: FactCheck.highestCount.description)
    }
    return number
  }
}
