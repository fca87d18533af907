/// The known word closest to a mistyped one, when it is close enough to be worth suggesting.
public func nearest(to word: String, in known: some Sequence<String>) -> String? {
  let limit = max(2, word.count / 3)
  let letters = Array(word.prefix(128))
  // An abbreviation (市科技局) has its letters in the full name, however long that is.
  let full = known.filter { letters.count >= 3 && holds($0, letters) }
  if let shortest = full.min(by: { ($0.count, $0) < ($1.count, $1) }) { return shortest }
  var best: (word: String, distance: Int)?
  for candidate in known {
    let distance = editDistance(letters, Array(candidate.prefix(128)))
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.word
}

/// Whether the letters stand in the text, in this order.
private func holds(_ text: String, _ letters: [Character]) -> Bool {
  var rest = letters[...]
  for letter in text.prefix(128) where letter == rest.first { rest.removeFirst() }
  return rest.isEmpty
}

/// Levenshtein's distance, one row at a time.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (index, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in right.enumerated() {
      let above = row[column + 1]
      row[column + 1] = min(above + 1, row[column] + 1, diagonal + (letter == other ? 0 : 1))
      diagonal = above
    }
  }
  return row[right.count]
}
