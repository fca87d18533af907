/// Lines and pictures of each page, from the SVG that `pdftocairo` draws: paths within groups with
/// transforms. Letters are shapes defined beforehand, and of no use here.
final class PageDrawing: XMLListener {
  /// Lines by page.
  private(set) var rulings: [[Ruling]] = []
  /// Pictures on all pages.
  private(set) var pictures = 0
  private var transforms = [Transform()]
  private var hiddenDepth = 0
  private static let hidden: Set<String> = ["defs", "symbol", "clipPath", "mask", "pattern"]
  /// Lines of one page; a drawing with more is no table.
  private static let limit = 20_000

  func start(_ name: String, _ attributes: [String: String]) {
    if Self.hidden.contains(name) { hiddenDepth += 1 }
    guard hiddenDepth == 0 else {
      // Pictures are defined first and used by name; one definition is one picture.
      if name == "image" { pictures += 1 }
      return
    }
    switch name {
    case "page": rulings.append([])
    case "g": transforms.append(transform(attributes))
    case "image": pictures += 1
    case "path": add(attributes)
    default: break
    }
  }

  func text(_ text: String) {}

  func end(_ name: String) {
    if Self.hidden.contains(name) {
      hiddenDepth -= 1
    } else if name == "g", hiddenDepth == 0, transforms.count > 1 {
      transforms.removeLast()
    }
  }

  private func transform(_ attributes: [String: String]) -> Transform {
    Transform(attributes["transform"] ?? "").then(transforms[transforms.count - 1])
  }

  private func add(_ attributes: [String: String]) {
    // A document of one page has no page elements.
    if rulings.isEmpty { rulings.append([]) }
    let paint = Paint(attributes)
    guard paint.isVisible, rulings[rulings.count - 1].count < Self.limit else { return }
    let transform = transform(attributes)
    for outline in PathOutline.read(attributes["d"] ?? "") {
      let points = outline.map(transform.apply)
      rulings[rulings.count - 1] += paint.isStroked ? Self.strokes(points) : Self.bar(points)
    }
  }

  /// The straight parts of a drawn line.
  private static func strokes(_ points: [(x: Double, y: Double)]) -> [Ruling] {
    zip(points, points.dropFirst()).compactMap { line(from: $0, to: $1) }
  }

  private static func line(from a: (x: Double, y: Double), to b: (x: Double, y: Double)) -> Ruling?
  {
    let (width, height) = (abs(a.x - b.x), abs(a.y - b.y))
    if height < 0.5, width > 1 {
      return Ruling(isUpright: false, at: (a.y + b.y) / 2, from: min(a.x, b.x), to: max(a.x, b.x))
    }
    guard width < 0.5, height > 1 else { return nil }
    return Ruling(isUpright: true, at: (a.x + b.x) / 2, from: min(a.y, b.y), to: max(a.y, b.y))
  }

  /// A filled shape so thin that it is meant as a line; a corner of two borders is neither.
  private static func bar(_ points: [(x: Double, y: Double)]) -> [Ruling] {
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return [] }
    let (width, height) = (right - left, bottom - top)
    if height <= 3, width > height {
      return [Ruling(isUpright: false, at: (top + bottom) / 2, from: left, to: right)]
    }
    guard width <= 3, height > width else { return [] }
    return [Ruling(isUpright: true, at: (left + right) / 2, from: top, to: bottom)]
  }
}

/// Whether a path is drawn at all, and as a line or as a surface.
private struct Paint {
  let isStroked: Bool
  let isVisible: Bool

  init(_ attributes: [String: String]) {
    var values = attributes
    for part in (attributes["style"] ?? "").split(separator: ";") {
      let pair = part.split(separator: ":", maxSplits: 1).map { $0.filter { $0 != " " } }
      if pair.count == 2 { values[String(pair[0])] = String(pair[1]) }
    }
    let stroke = values["stroke"] ?? "none"
    let fill = values["fill"] ?? "rgb(0%,0%,0%)"
    isStroked = stroke != "none"
    let colour = (isStroked ? stroke : fill).filter { $0 != " " }
    // White on white draws nothing.
    isVisible = colour != "none" && colour != "rgb(100%,100%,100%)"
  }
}

/// The matrix of a group or a path.
private struct Transform {
  private var a = 1.0
  private var b = 0.0
  private var c = 0.0
  private var d = 1.0
  private var e = 0.0
  private var f = 0.0

  init() {}

  /// `matrix(a,b,c,d,e,f)`; anything else changes nothing.
  init(_ text: String) {
    guard text.hasPrefix("matrix("), text.hasSuffix(")") else { return }
    let numbers = text.dropFirst(7).dropLast().split { $0 == "," || $0 == " " }
      .compactMap { Double($0) }
    guard numbers.count == 6 else { return }
    (a, b, c) = (numbers[0], numbers[1], numbers[2])
    (d, e, f) = (numbers[3], numbers[4], numbers[5])
  }

  func apply(_ point: (x: Double, y: Double)) -> (x: Double, y: Double) {
    (a * point.x + c * point.y + e, b * point.x + d * point.y + f)
  }

  /// This one first, then `outer`.
  func then(_ outer: Transform) -> Transform {
    var result = Transform()
    result.a = outer.a * a + outer.c * b
    result.b = outer.b * a + outer.d * b
    result.c = outer.a * c + outer.c * d
    result.d = outer.b * c + outer.d * d
    let origin = outer.apply((e, f))
    (result.e, result.f) = (origin.x, origin.y)
    return result
  }
}

/// The outlines of an SVG path made of absolute commands, as cairo writes them.
private enum PathOutline {
  static func read(_ text: String) -> [[(x: Double, y: Double)]] {
    var outlines: [[(x: Double, y: Double)]] = []
    var points: [(x: Double, y: Double)] = []
    var command: Substring = ""
    var numbers: [Double] = []
    func finish() {
      if points.count > 1 { outlines.append(points) }
      points = []
    }
    func take() {
      let pairs = stride(from: 0, to: numbers.count - 1, by: 2)
        .map { (x: numbers[$0], y: numbers[$0 + 1]) }
      switch command {
      case "M":
        finish()
        points = pairs
      case "L": points += pairs
      case "C": if let last = pairs.last { points.append(last) }
      case "Z": if let first = points.first { points.append(first) }
      default: break
      }
      numbers = []
    }
    for word in text.split(separator: " ").prefix(40_000) {
      if let number = Double(word) {
        numbers.append(number)
      } else {
        take()
        command = word
      }
    }
    take()
    finish()
    return outlines
  }
}
