/// The portal while it is being written: what was placed so far, and the chance that decides words.
struct Draft {
  let asOf: SampleDay
  var random: SeededGenerator
  private(set) var resources: [SampleResource] = []
  private(set) var expectations: [Expectation] = []
  private(set) var decoys: [Decoy] = []
  private var serial = 100_200

  init(asOf: SampleDay, seed: UInt64) {
    self.asOf = asOf
    random = SeededGenerator(seed: seed)
  }

  /// The next number a content system would give an article.
  mutating func nextSerial() -> Int {
    serial += random.number(1...9)
    return serial
  }

  /// `COLUMN202611/t20261120_100207.html`, as TRS WCM names an article.
  mutating func articlePath(_ column: String, _ day: SampleDay) -> String {
    "\(column)\(day.folder)/t\(day.compact)_\(nextSerial()).html"
  }

  mutating func place(
    _ frame: Frame, _ path: String, _ sheet: Sheet,
    behaviour: SampleResource.Behaviour = .normal
  ) {
    let content = SampleResource.Content.text(frame.html(sheet, path: path), frame.charset)
    let label = frame.charset == .utf8 ? "text/html; charset=utf-8" : "text/html"
    resources.append(
      SampleResource(
        host: frame.domain, path: path, status: 200, contentType: label, content: content,
        behaviour: behaviour, title: sheet.title))
  }

  mutating func placeText(
    _ host: String, _ path: String, _ text: String, type: String, status: Int = 200,
    title: String = ""
  ) {
    resources.append(
      SampleResource(
        host: host, path: path, status: status, contentType: type, content: .text(text, .utf8),
        behaviour: .normal, title: title))
  }

  mutating func placeFile(_ host: String, _ path: String, _ bytes: [UInt8], type: String) {
    resources.append(
      SampleResource(
        host: host, path: path, status: 200, contentType: type, content: .bytes(bytes),
        behaviour: .normal, title: ""))
  }

  mutating func placeRedirect(_ host: String, _ path: String, to target: String) {
    resources.append(
      SampleResource(
        host: host, path: path, status: 302, contentType: "text/html", content: .redirect(target),
        behaviour: .normal, title: ""))
  }

  mutating func expect(
    _ unit: String, _ code: String, _ subject: String, at address: String,
    outcome: String = "fail", _ note: String, certainty: Expectation.Certainty = .required
  ) {
    expectations.append(
      Expectation(
        unit: unit, code: code, subject: Draft.bare(subject), outcome: outcome, address: address,
        note: note, certainty: certainty))
  }

  mutating func tolerate(
    _ unit: String, _ code: String, _ subject: String, at address: String, _ note: String
  ) {
    expect(unit, code, subject, at: address, note, certainty: .allowed)
  }

  mutating func decoy(
    _ unit: String, _ code: String, _ subject: String, at address: String, _ note: String
  ) {
    decoys.append(
      Decoy(unit: unit, code: code, subject: Draft.bare(subject), address: address, note: note))
  }

  /// A column's address is compared without its closing slash.
  private static func bare(_ subject: String) -> String {
    subject.count > 1 && subject.hasSuffix("/") ? String(subject.dropLast()) : subject
  }
}
