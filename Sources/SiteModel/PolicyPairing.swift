import AuditModel
import WebAddress

/// Pairs interpretations with policies: by explicit link, then document number, then title core.
struct PolicyPairing {
  private(set) var policies: [PolicyDocument] = []
  private(set) var interpretations: [Interpretation] = []
  private(set) var pairs: [PolicyPair] = []
  private var byNumber: [String: Int] = [:]
  private var byCore: [String: [Int]] = [:]
  /// By fingerprint of the ``AddressKey``: policies that stand there, and those that link there.
  private var byAddress: [UInt64: Int] = [:]
  private var linking: [UInt64: [Int]] = [:]
  /// A shorter core (“实施意见”) is shared by too many documents to prove anything.
  private static let coreLength = 6

  private let unit: AuditedUnit

  init(candidates: [DocumentCandidate], unit: AuditedUnit) {
    self.unit = unit
    gatherPolicies(candidates.filter { $0.role == .policy })
    for candidate in candidates where candidate.role == .interpretation {
      interpretations.append(PolicyPairing.interpretation(candidate))
      pair(candidate, position: interpretations.count - 1)
    }
  }

  private mutating func gatherPolicies(_ candidates: [DocumentCandidate]) {
    var groups: [[DocumentCandidate]] = []
    var known: [String: Int] = [:]
    for candidate in candidates {
      let key = candidate.numbers.first ?? Naming.fold(candidate.title)
      if let index = known[key] {
        groups[index].append(candidate)
      } else {
        known[key] = groups.count
        groups.append([candidate])
      }
    }
    for group in groups { add(group) }
  }

  private mutating func add(_ copies: [DocumentCandidate]) {
    guard let first = copies.first else { return }
    let position = policies.count
    policies.append(
      PolicyDocument(
        id: first.numbers.first ?? Naming.fold(first.title), number: first.numbers.first,
        title: first.title, day: copies.compactMap(\.day).min(), copies: copies.map(\.url),
        trail: first.trail, isMarked: copies.contains { $0.isMarked },
        isNormative: copies.contains { $0.isNormative },
        isRegistered: copies.contains { $0.isRegistered }, sightings: copies.map(\.copy),
        origin: PolicyOrigin(
          title: first.title, number: first.numbers.first,
          publisher: copies.lazy.compactMap { $0.copy.value("发布机构") }.first, unit: unit)))
    for number in first.numbers { byNumber[number] = position }
    if first.core.count >= PolicyPairing.coreLength {
      byCore[first.core, default: []].append(position)
    }
    for copy in copies { byAddress[AddressKey(copy.url).fingerprint] = position }
    for target in Set(copies.flatMap(\.targets)) { linking[target, default: []].append(position) }
  }

  private static func interpretation(_ candidate: DocumentCandidate) -> Interpretation {
    Interpretation(
      id: AddressKey(candidate.url).text, url: candidate.url, title: candidate.title,
      day: candidate.day, core: candidate.core,
      subject: candidate.numbers.first ?? candidate.mentions.first.map { $0.name ?? $0.number }
        ?? (candidate.title.contains("《") ? candidate.core : nil),
      isMarked: candidate.isMarked, forms: candidate.forms, doubt: candidate.copy.doubt)
  }

  private mutating func pair(_ candidate: DocumentCandidate, position: Int) {
    var evidence: [Int: [PolicyPair.Evidence]] = [:]
    for (policy, number) in policiesByNumber(candidate) {
      evidence[policy, default: []].append(.documentNumber(number))
    }
    let sameTitle = byCore[candidate.core] ?? []
    // Several documents of one name (yearly re-issues): the title alone does not say which.
    if sameTitle.count == 1 {
      evidence[sameTitle[0], default: []].append(.title(candidate.core))
    }
    let certain = Set(evidence.keys)
    let linked = candidate.targets.compactMap { byAddress[$0] }
    for policy in linked where certain.contains(policy) || (certain.isEmpty && linked.count <= 3) {
      if evidence[policy]?.contains(.linkFromInterpretation) != true {
        evidence[policy, default: []].append(.linkFromInterpretation)
      }
    }
    for policy in linking[AddressKey(candidate.url).fingerprint] ?? [] {
      guard certain.isEmpty || certain.contains(policy) else { continue }
      evidence[policy, default: []].append(.linkFromPolicy)
    }
    for (policy, found) in evidence.sorted(by: { $0.key < $1.key }) {
      let both = found.contains(.linkFromPolicy) && found.contains(.linkFromInterpretation)
      pairs.append(
        PolicyPair(
          policy: policy, interpretation: position, evidence: found,
          isCertain: certain.contains(policy) || both))
    }
  }

  /// A number in the title or head is proof; one in the text only together with the name that
  /// the title speaks of, because interpretations also quote the laws a policy rests on.
  private func policiesByNumber(_ candidate: DocumentCandidate) -> [(Int, String)] {
    var found: [(Int, String)] = []
    let titled = DocumentMention.all(in: candidate.title)
    for mention in titled + candidate.mentions {
      guard let position = position(of: mention) else { continue }
      let own = titled.contains(mention)
      let core = mention.name.map { Naming.titleCore("《\($0)》") } ?? ""
      let policyCore = Naming.titleCore(policies[position].title)
      let isNamed =
        candidate.core.count >= 4
        && (policyCore.contains(candidate.core) || candidate.core.contains(policyCore)
          || core == candidate.core)
      if own || (isNamed && !policyCore.isEmpty), !found.contains(where: { $0.0 == position }) {
        found.append((position, policies[position].number ?? mention.number))
      }
    }
    return found
  }

  private func position(of mention: DocumentMention) -> Int? {
    if let exact = byNumber[mention.number] { return exact }
    // `根据道府办发〔2020〕5号`: the issuer's code is the tail of the run before the bracket.
    var rest = Substring(mention.number)
    while rest.first != nil, rest.first != "〔" {
      rest = rest.dropFirst()
      if rest.first != "〔", let position = byNumber[String(rest)] { return position }
    }
    return nil
  }
}
