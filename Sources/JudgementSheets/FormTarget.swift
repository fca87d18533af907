import Scoring

/// What a row of a form is about: a criterion of an indicator, or a veto.
struct FormTarget {
  let id: String
  /// What may be written, in words.
  let expected: String
  /// Nil for a veto.
  let criterion: (leaf: String, rule: Rule)?

  /// A veto is answered like an event that happened or not.
  var rule: Rule {
    criterion?.rule ?? .step(StepRule(direction: .minus, points: 0, count: .once))
  }

  /// Everything a form of the scheme can ask.
  static func all(of scheme: Scheme) -> [String: FormTarget] {
    var rules: [String: (leaf: String, rule: Rule)] = [:]
    for leaf in scheme.leaves {
      for criterion in leaf.criteria { rules[criterion.id] = (leaf.id, criterion.rule) }
    }
    var targets: [String: FormTarget] = [:]
    for (id, expected) in scheme.formEntries {
      targets[id] = FormTarget(id: id, expected: expected, criterion: rules[id])
    }
    return targets
  }
}

/// Who decided, when, and why.
struct EntryNote {
  var by: String?
  var at: String?
  var text: String?
}
