/// Finds many byte strings at once, in time linear in the text and the number of matches.
struct ByteMatcher: Sendable {
  private struct Node {
    var children: [UInt8: Int32] = [:]
    var failure: Int32 = 0
    /// The nearest shorter node, along the failures, at which a pattern ends; 0 when none does.
    var shorter: Int32 = 0
    var patterns: [Int32] = []
  }

  private var nodes = [Node()]
  private var lengths: [Int] = []

  /// Patterns are known by their place in the array; empty ones never match.
  init(_ patterns: [[UInt8]]) {
    for pattern in patterns { insert(pattern) }
    link()
  }

  /// Calls `visit` with pattern number and byte range, by the end of the match.
  func forEachMatch(in bytes: [UInt8], _ visit: (Int, Range<Int>) -> Void) {
    var state = 0
    for (index, byte) in bytes.enumerated() {
      state = next(state, byte)
      var ending = nodes[state].patterns.isEmpty ? Int(nodes[state].shorter) : state
      while ending != 0 {
        for pattern in nodes[ending].patterns {
          visit(Int(pattern), (index + 1 - lengths[Int(pattern)])..<(index + 1))
        }
        ending = Int(nodes[ending].shorter)
      }
    }
  }

  private func next(_ state: Int, _ byte: UInt8) -> Int {
    var state = state
    while true {
      if let child = nodes[state].children[byte] { return Int(child) }
      if state == 0 { return 0 }
      state = Int(nodes[state].failure)
    }
  }

  private mutating func insert(_ pattern: [UInt8]) {
    let number = Int32(lengths.count)
    lengths.append(pattern.count)
    guard !pattern.isEmpty else { return }
    var node = 0
    for byte in pattern {
      if let child = nodes[node].children[byte] {
        node = Int(child)
      } else {
        nodes[node].children[byte] = Int32(nodes.count)
        node = nodes.count
        nodes.append(Node())
      }
    }
    nodes[node].patterns.append(number)
  }

  /// Breadth first, so that every failure is ready before it is asked for.
  private mutating func link() {
    var queue = nodes[0].children.values.map { Int($0) }
    var head = 0
    while head < queue.count {
      let node = queue[head]
      head += 1
      let failure = Int(nodes[node].failure)
      nodes[node].shorter =
        nodes[failure].patterns.isEmpty ? nodes[failure].shorter : Int32(failure)
      for (byte, child) in nodes[node].children {
        nodes[Int(child)].failure = Int32(next(failure, byte))
        queue.append(Int(child))
      }
    }
  }
}
