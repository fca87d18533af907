import Foundation

/// Small pictures put into the page itself, within a budget, so that one file can be circulated.
struct Thumbnails {
  private let folder: EvidenceFolder?
  private var budget: Int

  /// `budget` is in bytes of pictures, before base64.
  init(folder: EvidenceFolder?, budget: Int = 12_000_000) {
    self.folder = folder
    self.budget = budget
  }

  /// A `data:` address; nil when there is no readable picture or the budget is used up.
  mutating func inline(_ file: String) -> String? {
    let limit = min(budget, 200_000)
    guard let bytes = folder?.bytes(of: file, limit: limit), let picture = Picture(bytes) else {
      return nil
    }
    budget -= bytes.count
    return "data:\(picture.mediaType);base64,\(bytes.base64EncodedString())"
  }
}
