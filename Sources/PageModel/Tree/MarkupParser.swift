import CXML2

/// Feeds libxml2's events to a tree builder.
///
/// Only events are used: libxml2's own tree would stop at 256 levels and loses what follows
/// (xmlSAX2StartElement, "Excessive depth in document").
struct MarkupParser {
  private let builder: UnsafeMutablePointer<TreeBuilder>
  /// Told of each script and frame once it is complete.
  private let elementEnded: ((Int) -> Void)?
  /// Where the C side keeps the running parser.
  private let handle: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  private var names = NameMemory()
  private var openCount = 0
  private var resumeAt: Int?

  /// libxml2 compares each end tag with every open element; past this depth reading starts anew.
  private static let deepest = 1000

  private static let isReady: Bool = {
    cxml2_prepare()
    return true
  }()

  /// Reads UTF-8 HTML. A byte order mark is put in front so that no meta charset is believed.
  static func read(
    _ html: [UInt8], into builder: UnsafeMutablePointer<TreeBuilder>,
    elementEnded: ((Int) -> Void)? = nil
  ) {
    guard isReady else { return }
    var start = 0
    repeat {
      var input: [UInt8] = [0xEF, 0xBB, 0xBF]
      input.reserveCapacity(html.count - start + 3)
      input.append(contentsOf: html[start...])
      let stop = run(input, builder, elementEnded)
      guard let stop, !builder.pointee.isFull else { return }
      let consumed = start + max(stop - 3, 0)
      guard let close = html[min(consumed, html.count)...].firstIndex(of: Ascii.greater) else {
        return
      }
      start = close + 1
    } while start < html.count
  }

  /// - Returns: where reading stopped because elements were open too deep; nil at the end.
  private static func run(
    _ input: [UInt8], _ builder: UnsafeMutablePointer<TreeBuilder>,
    _ elementEnded: ((Int) -> Void)?
  ) -> Int? {
    let handle = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 1)
    handle.initialize(to: nil)
    defer { handle.deallocate() }
    var parser = MarkupParser(builder: builder, elementEnded: elementEnded, handle: handle)
    input.withUnsafeBytes { buffer in
      guard let base = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      withUnsafeMutablePointer(to: &parser) { context in
        _ = cxml2_read_html(base, Int32(clamping: buffer.count), events, context, handle)
      }
    }
    return parser.resumeAt
  }

  private init(
    builder: UnsafeMutablePointer<TreeBuilder>, elementEnded: ((Int) -> Void)?,
    handle: UnsafeMutablePointer<UnsafeMutableRawPointer?>
  ) {
    self.builder = builder
    self.elementEnded = elementEnded
    self.handle = handle
  }

  private static let events = cxml2_events(
    start: { context, name, attributes in
      context?.assumingMemoryBound(to: MarkupParser.self).pointee.start(name, attributes)
    },
    end: { context, name in
      context?.assumingMemoryBound(to: MarkupParser.self).pointee.end(name)
    },
    text: { context, bytes, count in
      context?.assumingMemoryBound(to: MarkupParser.self).pointee.text(bytes, Int(count))
    },
    doctype: { context, _, _, system in
      context?.assumingMemoryBound(to: MarkupParser.self).pointee.doctype(system)
    })
}

// MARK: - Events

extension MarkupParser {
  private mutating func start(
    _ text: UnsafePointer<UInt8>?, _ attributes: MarkupTree.RawAttributes?
  ) {
    guard let text, resumeAt == nil else { return }
    openCount += 1
    builder.pointee.start(name(text), attributes)
    if openCount > MarkupParser.deepest, let parser = handle.pointee {
      resumeAt = cxml2_consumed(parser)
      cxml2_stop(parser)
    } else if builder.pointee.isFull, let parser = handle.pointee {
      cxml2_stop(parser)
    }
  }

  private mutating func end(_ text: UnsafePointer<UInt8>?) {
    guard let text, resumeAt == nil else { return }
    openCount -= 1
    let name = name(text)
    let node = builder.pointee.current
    builder.pointee.end(name)
    if let elementEnded, name == .script || name == .iframe,
      builder.pointee.tree.nodes[node].name == name
    {
      elementEnded(node)
    }
  }

  private func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard let bytes, count > 0, resumeAt == nil else { return }
    builder.pointee.text(UnsafeBufferPointer(start: bytes, count: count))
  }

  private func doctype(_ system: UnsafePointer<UInt8>?) {
    guard let system, builder.pointee.tree.doctypeAddress == nil else { return }
    builder.pointee.tree.doctypeAddress = String(
      decoding: MarkupTree.buffer(system), as: UTF8.self)
  }

  private mutating func name(_ text: UnsafePointer<UInt8>) -> ElementName {
    if let known = names[text] { return known }
    let name = builder.pointee.name(MarkupTree.buffer(text))
    names[text] = name
    return name
  }
}

/// The names met last, by where libxml2 keeps them: while it reads one document it keeps each name
/// once, so one place means one name.
private struct NameMemory {
  private typealias Slot = (place: UInt, name: ElementName)
  private var slots = [Slot](repeating: (0, .document), count: 64)

  subscript(text: UnsafePointer<UInt8>) -> ElementName? {
    get {
      let place = UInt(bitPattern: text)
      let slot = slots[NameMemory.index(place)]
      return slot.place == place ? slot.name : nil
    }
    set {
      let place = UInt(bitPattern: text)
      slots[NameMemory.index(place)] = (place, newValue ?? .document)
    }
  }

  private static func index(_ place: UInt) -> Int { Int((place ^ place >> 6) & 63) }
}
