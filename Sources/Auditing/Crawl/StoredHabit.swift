import Crawling
import Foundation
import WebAddress

/// What a control fetch taught, as the ledger keeps it beside the control address, so that a
/// resumed sweep tells missing pages by the same signs.
struct StoredHabit: Codable {
  /// How the host answers for missing pages; nil for a control asked beside one address.
  var habit: MissingPageHabit?
  /// What the page shows that stands for every missing one.
  var face: String?
  /// The address the control was asked beside.
  var beside: WebURL?

  init(habit: MissingPageHabit? = nil, face: String?, beside: WebURL? = nil) {
    self.habit = habit
    self.face = face
    self.beside = beside
  }

  init?(text: String) {
    guard let value = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return nil
    }
    self = value
  }

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
