import CXML2

/// Feeds libxml2's events to a tree builder.
///
/// Only events are used: libxml2's own tree would stop at 256 levels and loses what follows
/// (xmlSAX2StartElement, "Excessive depth in document").
final class MarkupParser {
  private let builder: TreeBuilder
  /// Where the C side keeps the running parser. Its own memory, not a property passed `inout`:
  /// the events below read it while the call that fills it is still going on.
  private let handle = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 1)
  private var openCount = 0
  private var resumeAt: Int?

  /// libxml2 compares each end tag with every open element; past this depth reading starts anew.
  private static let deepest = 1000

  private static let isReady: Bool = {
    cxml2_prepare()
    return true
  }()

  private let elementEnded: (Int) -> Void

  /// `elementEnded` is told of each script and frame once it is complete.
  init(builder: TreeBuilder, elementEnded: @escaping (Int) -> Void) {
    self.builder = builder
    self.elementEnded = elementEnded
    handle.initialize(to: nil)
  }

  deinit { handle.deallocate() }

  /// Reads UTF-8 HTML. A byte order mark is put in front so that no meta charset is believed.
  func read(_ html: [UInt8]) {
    guard MarkupParser.isReady else { return }
    var start = 0
    repeat {
      resumeAt = nil
      openCount = 0
      var input: [UInt8] = [0xEF, 0xBB, 0xBF]
      input.reserveCapacity(html.count - start + 3)
      input.append(contentsOf: html[start...])
      run(input)
      guard let next = resumeAt, !builder.isFull else { return }
      let consumed = start + max(next - 3, 0)
      guard let close = html[min(consumed, html.count)...].firstIndex(of: Ascii.greater) else {
        return
      }
      start = close + 1
    } while start < html.count
  }

  private func run(_ input: [UInt8]) {
    let events = cxml2_events(
      start: { context, name, attributes in
        MarkupParser.from(context)?.start(name, attributes)
      },
      end: { context, name in
        MarkupParser.from(context)?.end(name)
      },
      text: { context, bytes, count in
        MarkupParser.from(context)?.text(bytes, Int(count))
      },
      doctype: { context, _, _, system in
        MarkupParser.from(context)?.doctype(system)
      })
    let context = Unmanaged.passUnretained(self).toOpaque()
    input.withUnsafeBytes { buffer in
      guard let base = buffer.bindMemory(to: CChar.self).baseAddress else { return }
      _ = cxml2_read_html(base, Int32(clamping: buffer.count), events, context, handle)
    }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> MarkupParser? {
    context.map { Unmanaged<MarkupParser>.fromOpaque($0).takeUnretainedValue() }
  }

  private typealias Text = UnsafePointer<UInt8>

  private func start(
    _ name: UnsafePointer<UInt8>?, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    guard let name, resumeAt == nil else { return }
    openCount += 1
    builder.start(builder.name(MarkupParser.buffer(name))) { tree in
      guard let attributes else { return }
      MarkupParser.copy(attributes, into: &tree)
    }
    if openCount > MarkupParser.deepest, let parser = handle.pointee {
      resumeAt = cxml2_consumed(parser)
      cxml2_stop(parser)
    } else if builder.isFull, let parser = handle.pointee {
      cxml2_stop(parser)
    }
  }

  private func end(_ name: UnsafePointer<UInt8>?) {
    guard let text = name, resumeAt == nil else { return }
    openCount -= 1
    let name = builder.name(MarkupParser.buffer(text))
    let node = builder.current
    builder.end(name)
    if name == .script || name == .iframe, builder.tree.name(node) == name { elementEnded(node) }
  }

  private func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard let bytes, count > 0, resumeAt == nil else { return }
    builder.text(UnsafeBufferPointer(start: bytes, count: count))
  }

  private func doctype(_ system: UnsafePointer<UInt8>?) {
    guard let system, builder.tree.doctypeAddress == nil else { return }
    builder.tree.doctypeAddress = String(decoding: MarkupParser.buffer(system), as: UTF8.self)
  }

  private static func copy(
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>, into tree: inout MarkupTree
  ) {
    var index = 0
    while let name = attributes[index] {
      let nameStart = Int32(tree.bytes.count)
      tree.bytes.append(contentsOf: buffer(name))
      let valueStart = Int32(tree.bytes.count)
      if let value = attributes[index + 1] { tree.bytes.append(contentsOf: buffer(value)) }
      tree.attributes.append(
        .init(name: nameStart..<valueStart, value: valueStart..<Int32(tree.bytes.count)))
      index += 2
    }
  }

  private static func buffer(_ text: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while text[count] != 0 { count += 1 }
    return UnsafeBufferPointer(start: text, count: count)
  }
}
