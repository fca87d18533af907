/// XPaths of one document's elements: a path is its parent's and one step more, so each is put
/// together once however many links and dates stand below it.
///
/// A class because a path is remembered while the document is only read; it never leaves the
/// reading of one page.
final class PathMemo {
  private struct Known {
    var path: [UInt8]
    var isForeign: Bool
  }

  private static let most = 50_000
  private static let longest = 600
  private let tree: MarkupTree
  private var known: [Int: Known] = [:]

  init(_ tree: MarkupTree) { self.tree = tree }

  /// As ``MarkupTree/xpath(_:)``.
  func xpath(_ node: Int) -> String {
    let path = element(node).path
    return path.isEmpty ? "/html[1]" : String(decoding: path, as: UTF8.self)
  }

  /// Climbs to the nearest element whose path is known, and puts the steps together on the way back.
  private func element(_ node: Int) -> Known {
    var waiting: [Int] = []
    var at = node
    var found = Known(path: [], isForeign: false)
    while at > 0 {
      if let path = known[at] {
        found = path
        break
      }
      waiting.append(at)
      at = tree.parent(at)
    }
    for step in waiting.reversed() {
      if tree.name(step) != .text, !tree[step].isSynthetic {
        found.isForeign = found.isForeign || tree.name(step) == .svg
        tree.append(step, isForeign: found.isForeign, to: &found.path)
      }
      // A hostile page may nest hundreds deep in a hundred thousand places.
      if known.count < PathMemo.most, found.path.count < PathMemo.longest {
        known[step] = found
      }
    }
    return found
  }
}
