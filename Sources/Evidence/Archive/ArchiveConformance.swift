import Glibc

/// The rules of the WARC standard (ISO 28500:2017, §5-6; 1.0 and the drafts 0.17 and 0.18 agree in
/// what is checked here).
enum ArchiveConformance {
  private static let types: Set<String> = [
    "warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion",
    "continuation",
  ]
  /// Types that are about an address (§5.13).
  private static let addressed: Set<String> = [
    "response", "resource", "request", "revisit", "conversion", "continuation",
  ]

  /// The record with its digests recomputed.
  static func withDigestsChecked(_ record: ArchiveRecord) -> ArchiveRecord {
    var record = record
    guard record.problems.allSatisfy({ !$0.code.breaksRecord }) else { return record }
    check("WARC-Block-Digest", .blockDigest, record.block[...], &record)
    // A continuation's payload digest is that of the whole segmented record (§7.3), and a
    // revisit's that of the record it points at.
    if !["continuation", "revisit"].contains(record.type),
      record.field("WARC-Segment-Number") == nil
    {
      check("WARC-Payload-Digest", .payloadDigest, record.payload, &record)
    }
    return record
  }

  private static func check(
    _ name: String, _ code: ArchiveProblem.Code, _ bytes: ArraySlice<UInt8>,
    _ record: inout ArchiveRecord
  ) {
    guard let value = record.field(name) else { return }
    switch Digest.agrees(field: value, with: bytes) {
    case true?: break
    case false?: record.problems.append(.init(code, offset: record.offset, detail: value))
    case nil: record.problems.append(.init(.digestUnknown, offset: record.offset, detail: value))
    }
  }

  /// Faults of form, strictly by the standard.
  static func problems(of record: ArchiveRecord) -> [ArchiveProblem] {
    guard !record.version.isEmpty else { return [] }
    let version = record.version.lowercased().dropFirst(5)
    var problems: [ArchiveProblem] = []
    func note(_ code: ArchiveProblem.Code, _ detail: String) {
      problems.append(.init(code, offset: record.offset, detail: detail))
    }
    if !["0.17", "0.18", "1.0", "1.1"].contains(version) { note(.versionUnknown, record.version) }
    for field in record.fields where field.value.isEmpty { note(.fieldEmpty, field.name) }
    for name in repeated(record) { note(.fieldTwice, name) }
    for name in required(record) where record.field(name) == nil { note(.fieldMissing, name) }
    for field in record.fields where !field.value.isEmpty && !isValid(field) {
      note(.fieldInvalid, "\(field.name): \(field.value)")
    }
    if !record.type.isEmpty && !types.contains(record.type) { note(.typeUnknown, record.type) }
    if isAddressDamaged(record.url) { note(.addressDamaged, record.url) }
    return problems + contentType(record) + segment(record)
  }

  private static func required(_ record: ArchiveRecord) -> [String] {
    var names = ["WARC-Type", "WARC-Record-ID", "WARC-Date", "Content-Length"]
    if addressed.contains(record.type) { names.append("WARC-Target-URI") }
    if record.type == "revisit" { names.append("WARC-Profile") }
    if record.type == "continuation" {
      names += ["WARC-Segment-Number", "WARC-Segment-Origin-ID"]
    }
    return names
  }

  /// Only WARC-Concurrent-To may stand more than once (§5.7); unknown fields are not ours to judge.
  private static func repeated(_ record: ArchiveRecord) -> [String] {
    var seen: Set<String> = []
    return record.fields.map { $0.name.lowercased() }.filter {
      ($0.hasPrefix("warc-") || $0.hasPrefix("content-")) && $0 != "warc-concurrent-to"
        && !seen.insert($0).inserted
    }
  }

  private static func contentType(_ record: ArchiveRecord) -> [ArchiveProblem] {
    guard !record.block.isEmpty else { return [] }
    guard let type = record.field("Content-Type")?.lowercased() else {
      return record.type == "continuation"
        ? [] : [.init(.contentTypeMissing, offset: record.offset)]
    }
    let isWrong = record.type == "warcinfo" && !type.hasPrefix("application/warc-fields")
    return isWrong ? [.init(.contentTypeUnexpected, offset: record.offset, detail: type)] : []
  }

  /// A continuation counts from 2; the first segment of anything else is 1 (§5.19).
  private static func segment(_ record: ArchiveRecord) -> [ArchiveProblem] {
    guard let number = record.field("WARC-Segment-Number").flatMap({ Int($0) }) else { return [] }
    let isRight = record.type == "continuation" ? number >= 2 : number == 1
    return isRight
      ? [] : [.init(.segmentNumber, offset: record.offset, detail: "\(number)")]
  }

  private static func isValid(_ field: ArchiveRecord.Field) -> Bool {
    let value = field.value
    switch field.name.lowercased() {
    case "content-length", "warc-segment-number", "warc-segment-total-length":
      return value.utf8.allSatisfy { (48...57).contains($0) } && Int(value) != nil
    case "warc-date", "warc-refers-to-date": return isDate(value)
    case "warc-record-id", "warc-concurrent-to", "warc-refers-to", "warc-warcinfo-id",
      "warc-segment-origin-id":
      return value.hasPrefix("<") && value.hasSuffix(">") && isAddress(value.dropFirst().dropLast())
    case "warc-target-uri", "warc-profile": return isAddress(value[...])
    case "warc-block-digest", "warc-payload-digest": return isDigest(value)
    case "warc-ip-address": return isNumericAddress(value)
    case "content-type", "warc-identified-payload-type": return value.contains("/")
    default: return true
    }
  }

  /// W3CDTF to any precision (§5.4); letters in either case.
  private static func isDate(_ text: String) -> Bool {
    let full = Array("dddd-dd-ddtdd:dd:dd")
    let value = Array(text.lowercased())
    if [4, 7, 10].contains(value.count) { return matches(value, full.prefix(value.count)) }
    guard value.last == "z" else { return false }
    let time = value.dropLast()
    if time.count == 16 { return matches(Array(time), full.prefix(16)) }
    guard time.count >= 19, matches(Array(time.prefix(19)), full[...]) else { return false }
    let fraction = time.dropFirst(19)
    return fraction.isEmpty
      || (fraction.first == "." && fraction.count > 1 && fraction.dropFirst().allSatisfy(isDigit))
  }

  private static func matches(_ value: [Character], _ pattern: ArraySlice<Character>) -> Bool {
    value.count == pattern.count
      && zip(value, pattern).allSatisfy { $1 == "d" ? isDigit($0) : $0 == $1 }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// A scheme, a colon and something without blanks.
  private static func isAddress(_ text: Substring) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
    let scheme = text[..<colon].utf8.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0 & 0xdf) || $0 == 43 || $0 == 45 || $0 == 46
    }
    let rest = text[text.index(after: colon)...]
    return scheme && !rest.isEmpty && rest.utf8.allSatisfy { $0 > 32 && $0 != 127 }
  }

  private static func isDigest(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return false }
    let value = text[text.index(after: colon)...]
    return !value.isEmpty && value.utf8.allSatisfy { $0 > 32 && $0 < 127 }
      && text[..<colon].utf8.allSatisfy { $0 > 32 && $0 < 127 }
  }

  private static func isNumericAddress(_ text: String) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 16)
    return inet_pton(AF_INET, text, &buffer) == 1 || inet_pton(AF_INET6, text, &buffer) == 1
  }

  /// A writer that put `?` for letters it could not encode, beside Latin-1 readings of others
  /// (`%C2%A7`): such an address names nothing that was ever fetched. Runs of `?` alone are legal.
  private static func isAddressDamaged(_ url: String) -> Bool {
    guard let query = url.firstIndex(of: "?") else { return false }
    let values = url[url.index(after: query)...].split(separator: "&")
    return values.contains { value in
      let upper = value.uppercased()
      return upper.contains("?") && (upper.contains("%C2%") || upper.contains("%C3%"))
    }
  }
}
