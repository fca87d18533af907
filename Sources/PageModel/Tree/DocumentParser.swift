/// A document as it was served plus what its plain scripts write into it.
struct ParsedDocument: Sendable {
  var tree: MarkupTree
  var calls: [ScriptCall]
  var jumps: [ScriptJump]
  var variables: [String: ScriptValue]
}

/// Parses a document, running each script where it stands, as a browser does.
final class DocumentParser {
  private let builder = UnsafeMutablePointer<TreeBuilder>.allocate(capacity: 1)
  private var scripts = ScriptRun()
  private var lookups = 0

  private init(nodes: Int) {
    builder.initialize(to: TreeBuilder(limits: .init(nodes: nodes)))
  }

  deinit {
    builder.deinitialize(count: 1)
    builder.deallocate()
  }

  /// The document; its nodes are not numbered among their siblings yet.
  static func parse(_ utf8: [UInt8], nodes: Int) -> ParsedDocument {
    let input = InputCleaner(utf8)
    let parser = DocumentParser(nodes: nodes)
    parser.builder.pointee.tree.truncations = input.truncations
    MarkupParser.read(input.html, into: parser.builder, elementEnded: parser.ended)
    // Taken, not copied: the parser has no more use for it.
    var tree = MarkupTree()
    swap(&tree, &parser.builder.pointee.tree)
    return ParsedDocument(
      tree: tree, calls: parser.scripts.calls, jumps: parser.scripts.jumps,
      variables: parser.scripts.variables)
  }

  private func ended(_ node: Int) {
    switch builder.pointee.tree.name(node) {
    case .script: run(node)
    case .iframe: readSource(node)
    default: break
    }
  }

  private func run(_ node: Int) {
    let script = builder.pointee.tree.directText(node)
    if script.firstIndexIgnoringCase(of: "<datastore", from: 0) != nil {
      return write(InputCleaner.unwrapped(script), into: builder.pointee.current)
    }
    let written = scripts.run(script, node: node) { [self] id in text(ofElement: id) }
    if !written.isEmpty { write(written, into: builder.pointee.current) }
  }

  private func readSource(_ node: Int) {
    guard let source = builder.pointee.tree.attributeBytes(node, "srcdoc") else { return }
    write(Array(source), into: node)
  }

  private func write(_ html: [UInt8], into parent: Int) {
    let place = builder.pointee.openFragment(into: parent)
    MarkupParser.read(Array("<html><body>".utf8) + html, into: builder)
    builder.pointee.closeFragment(place)
  }

  /// What the element with this id holds so far; each lookup walks the tree, so few are made.
  private func text(ofElement id: String) -> String? {
    lookups += 1
    guard lookups <= 64 else { return nil }
    let tree = builder.pointee.tree
    guard
      let node = tree.nodes.indices.reversed().first(where: {
        tree[$0].attributeCount > 0 && tree.attribute($0, "id") == id
      })
    else { return nil }
    if tree.name(node) == .input { return tree.attribute(node, "value") }
    return String(decoding: tree.directText(node), as: UTF8.self)
  }
}
