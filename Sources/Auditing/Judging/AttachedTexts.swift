import SiteModel
import Synchronization

/// Documents read so far: several probes ask for the same ones, and reading one may take another
/// program.
final class AttachedTexts: Sendable {
  private struct Kept {
    var texts: [String: AttachedText?] = [:]
    var order: [String] = []
  }

  private let kept = Mutex(Kept())
  private static let limit = 100

  /// The text kept for the key, or what `read` makes of it.
  func text(at key: String, read: () -> AttachedText?) -> AttachedText? {
    if let known = kept.withLock({ $0.texts[key] }) { return known }
    let text = read()
    kept.withLock { kept in
      guard kept.texts.updateValue(text, forKey: key) == nil else { return }
      kept.order.append(key)
      if kept.order.count > Self.limit { kept.texts[kept.order.removeFirst()] = nil }
    }
    return text
  }
}
