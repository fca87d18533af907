import AuditModel

extension ProbeCard {
  /// The rules an observation rests on: the one it names, where a probe judges by several
  /// (a news column by 14 days, a notice column by six months); else all, each once.
  func citations(for observation: Observation) -> [Citation] {
    if let rule = observation.values["rule"],
      let named = citations.first(where: { $0.description == rule })
    {
      return [named]
    }
    return citations.reduce(into: []) { list, citation in
      if !list.contains(citation) { list.append(citation) }
    }
  }
}
