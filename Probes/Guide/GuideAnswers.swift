import AuditModel
import SiteModel

/// Answers for each element, as observations.
struct GuideAnswers {
  let guide: GuideReading
  let elements: [GuideElement]
  /// A second text in which an element may stand.
  var second: ApplicationPage?
  /// Elements whose absence is a question, not a fault.
  var questions: Set<String> = []

  init(_ guide: GuideReading, _ elements: [GuideElement]) {
    self.guide = guide
    self.elements = elements
  }

  func observations(of probe: some Probe) -> [Observation] {
    switch guide.state {
    case .absent:
      [probe.observation("no-guide", .notChecked, subject: "*")]
    case .unread(let reason):
      [
        probe.observation(
          "undecided", .inconclusive, reason: reason, subject: "*", page: guide.page)
      ]
    case .read:
      elements.map { observation($0, probe) }.sorted { $0.subject < $1.subject }
    }
  }

  private func observation(_ element: GuideElement, _ probe: some Probe) -> Observation {
    let values = ["element": element.title, "item": "guide#\(element.id)"]
    var answer = element.look(guide.text)
    var page = guide.page
    if let second, !isFound(answer) {
      let other = element.look(second.text)
      if isFound(other) || isMissing(answer) && !isMissing(other) {
        answer = other
        page = second.page ?? page
      }
    }
    func say(
      _ code: String, _ outcome: Outcome, _ reason: InconclusiveReason? = nil,
      _ quote: String? = nil
    ) -> Observation {
      probe.observation(
        code, outcome, reason: reason, subject: element.id, values: values, page: page, quote: quote
      )
    }
    let doubt: InconclusiveReason? = guide.hasPictures ? .notExamined : second?.doubt
    switch answer {
    case .found(let quote): return say("found", .pass, nil, quote)
    case .weak(let quote): return say("weak", .review, .ambiguous, quote)
    case .empty(let quote):
      if let doubt { return say("undecided", .inconclusive, doubt, quote) }
      return say("empty", .fail, nil, quote)
    case .missing where second?.isFaulty ?? false:
      return say("same-fault", .review, .ambiguous)
    case .missing:
      if let doubt { return say("undecided", .inconclusive, doubt) }
      return questions.contains(element.id)
        ? say("missing", .review, .ambiguous) : say("missing", .fail)
    }
  }

  private func isFound(_ answer: GuideElement.Answer) -> Bool {
    if case .found = answer { return true }
    return false
  }

  private func isMissing(_ answer: GuideElement.Answer) -> Bool {
    if case .missing = answer { return true }
    return false
  }
}
