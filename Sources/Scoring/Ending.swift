/// How a sheet's result comes about from its parts.
public struct Ending: Hashable, Sendable, Codable {
  /// One line of arithmetic a step: the sum, the conversion. Empty where there is nothing to add.
  public var lines: [String]
  /// The result is what is taken off elsewhere: the lower, the better.
  public var isLoss: Bool

  public init(lines: [String], isLoss: Bool = false) {
    self.lines = lines
    self.isLoss = isLoss
  }
}

extension Assessment {
  var ending: Ending {
    let conversion = plan.scheme.conversion
    let lines = [sumLine, conversion.flatMap(line)].compactMap { $0 }
    return Ending(lines: lines, isLoss: conversion?.ofLoss ?? false)
  }

  /// Base, bonus and deductions; nil while the base points alone are the total.
  private var sumLine: String? {
    guard let base = totals.base, let total = totals.total else { return nil }
    let (bonus, extra) = (totals.bonus ?? .zero, totals.extraDeduction ?? .zero)
    if book.happened({ $0 == .zeroScheme }) == .yes { return Wording.zeroed }
    guard bonus != .zero || extra != .zero else { return nil }
    return Wording.sum(base: base, bonus: bonus, extra: extra, total: total)
  }

  private func line(_ conversion: Conversion) -> String? {
    guard let total = totals.total, let converted = totals.converted else { return nil }
    let outer = book.happened { if case .outer = $0 { true } else { false } }
    return Wording.converted(total, conversion, converted, outer: outer)
  }
}

extension Scorecard {
  /// The result is what is taken off elsewhere.
  public var isLoss: Bool { ending?.isLoss ?? false }

  /// What the result is called.
  public var resultTitle: String { Wording.resultTitle(isLoss: isLoss, converted != nil) }
}

extension Wording {
  static let zeroed = "有否决事项，本表计 0 分"

  static func resultTitle(isLoss: Bool, _ isConverted: Bool) -> String {
    isLoss ? "折算扣分" : isConverted ? "折算得分" : "得分"
  }

  static func sum(base: Interval, bonus: Interval, extra: Interval, total: Interval) -> String {
    var text = "基础分 \(base.text)"
    if bonus != .zero { text += " + 加分 \(bonus.text)" }
    if extra != .zero { text += " − 扣分 \(extra.text)" }
    return "\(text) = \(total.text)"
  }

  static func converted(
    _ total: Interval, _ conversion: Conversion, _ converted: Interval, outer: Truth
  ) -> String {
    let (points, outOf) = (conversion.points.shown(), conversion.outOf.shown())
    let subject = conversion.ofLoss ? "(\(outOf) − \(total.text))" : total.text
    let rule = "\(subject) × \(points) ÷ \(outOf)"
    switch outer {
    case .yes: return "有否决事项，按规定计 \(converted.text)（否则为 \(rule)）"
    case .unknown: return "\(rule)，否决事项待定：\(converted.text)"
    case .no: return "\(rule) = \(converted.text)"
    }
  }

  /// The stages' shares added up; nothing where stages drop out, since the rest is rescaled.
  static func stages(_ shares: [Interval], total: Interval) -> [String] {
    let sum = shares.reduce(Optional(Interval.zero)) { sum, share in
      sum.flatMap { try? $0 + share }
    }
    guard shares.count > 1, sum == total else { return [] }
    return ["\(shares.map(\.text).joined(separator: " + ")) = \(total.text)"]
  }
}
