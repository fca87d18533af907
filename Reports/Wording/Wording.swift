public import AuditModel

/// The one place where observations become Chinese sentences.
public enum Wording {
  /// Whether an observation code has a sentence of its own.
  public static func hasSentence(for code: String) -> Bool { sentences[code] != nil }

  /// What was observed, as a notice would put it: `单位+栏目+自YYYY年M月D日以来未更新`.
  ///
  /// A code without a sentence is shown with its values; nothing an observation holds can make
  /// this fail.
  public static func sentence(for observation: Observation, unit: String) -> String {
    let values = Values(observation: observation, unit: unit)
    let special = sentences["\(observation.code)@\(observation.outcome.rawValue)"]
    guard let sentence = special ?? sentences[observation.code] else {
      return plain(observation, unit: unit)
    }
    return sentence.filled(values.text)
  }

  /// What the unit should do about it; empty when there is nothing to do.
  public static func remedy(for observation: Observation, unit: String) -> String {
    let values = Values(observation: observation, unit: unit)
    guard observation.outcome == .fail else { return "" }
    return remedies[observation.code]?.filled(values.text) ?? "请核实并整改。"
  }

  static let sentences =
    columnSentences
    .merging(columnListSentences) { first, _ in first }
    .merging(freshnessSentences) { first, _ in first }
    .merging(linkSentences) { first, _ in first }
    .merging(interpretationSentences) { first, _ in first }
    .merging(guideSentences) { first, _ in first }
    .merging(annualReportSentences) { first, _ in first }
    .merging(policySentences) { first, _ in first }
    .merging(siteSentences) { first, _ in first }
    .merging(safetySentences) { first, _ in first }
    .merging(outboundSentences) { first, _ in first }
    .merging(namedSentences) { first, _ in first }
    .merging(serviceSentences) { first, _ in first }
    .merging(attachmentSentences) { first, _ in first }

  private static func plain(_ observation: Observation, unit: String) -> String {
    let values = observation.values.sorted { $0.key < $1.key }.prefix(12)
      .map { "\(SafeText.line($0.key, limit: 40))=\(SafeText.line($0.value, limit: 120))" }
    let list = values.isEmpty ? "" : "（\(values.joined(separator: "；"))）"
    return "\(SafeText.line(unit, limit: 80))：\(SafeText.line(observation.code, limit: 80))\(list)"
  }
}

/// The values a sentence may name, each cleaned and said the Chinese way.
struct Values {
  let observation: Observation
  let unit: String

  /// The text for a placeholder; nil when the observation does not carry it.
  func text(_ name: String) -> String? {
    switch name {
    case "unit": SafeText.line(unit, limit: 80)
    case "page": present(observation.page?.title)
    case "link": present(observation.link?.text)
    case "quote": present(observation.quote)
    case "places": places
    case "path": path
    // How the site itself calls a column, where that is not the name by which it is asked for.
    case "name": value(name).flatMap { $0 == value("column") ? nil : $0 }
    case "reason": observation.reason?.title ?? value("reason").map(Names.cause)
    case "newest", "oldest", "date", "nearDate", "since", "published", "deadline", "created", "day",
      "before", "earlier":
      day(name)
    case "nearKind": value(name).flatMap(Wording.nearness)
    case "cause": value(name).map(Names.cause)
    case "form": value(name).map(Names.fileForm)
    case "several": value("count").flatMap { Int($0).map { $0 > 1 } == true ? $0 : nil }
    case "type": value(name).map(Names.columnType)
    // Arithmetic is worth its length.
    case "detail": present(observation.values[name], limit: 800)
    default: value(name)
    }
  }

  /// Where was looked. A place that the site lacks or that was not searched is not claimed as
  /// looked at.
  private var places: String? {
    func titles(_ results: Set<PlaceLookedAt.Result>) -> [String] {
      observation.lookedAt.filter { results.contains($0.result) }.map(\.kind.title)
        .reduce(into: []) { list, title in
          if !list.contains(title) { list.append(title) }
        }
    }
    let looked = titles([.found, .notFound, .unreadable, .unreachable])
    let open = titles([.notQueried])
    guard !looked.isEmpty else { return nil }
    let rest = open.isEmpty ? "" : "；\(open.joined(separator: "、"))未代为查询"
    return looked.joined(separator: "、") + rest
  }

  /// The names above a column, without the home page that stands above all.
  private var path: String? {
    let names = (observation.values["path"] ?? "").split(separator: " > ")
    let isFromHome = names.first.map { ["首页", "网站首页"].contains($0) } ?? false
    return present(names.dropFirst(isFromHome ? 1 : 0).joined(separator: " > "))
  }

  private func day(_ name: String) -> String? {
    guard let text = value(name) else { return nil }
    return Day(text).map(Names.day) ?? text
  }

  private func value(_ name: String) -> String? { present(observation.values[name]) }

  private func present(_ text: String?, limit: Int = 60) -> String? {
    guard let text else { return nil }
    let clean = SafeText.line(text, limit: limit)
    return clean.isEmpty ? nil : clean
  }
}
