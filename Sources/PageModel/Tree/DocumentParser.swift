/// A document as it was served plus what its plain scripts write into it.
struct ParsedDocument: Sendable {
  var tree: MarkupTree
  var calls: [ScriptCall]
  var jumps: [ScriptJump]
  var variables: [String: ScriptValue]
}

/// Parses a document, running each script where it stands, as a browser does.
final class DocumentParser {
  private let builder: TreeBuilder
  private var scripts = ScriptRun()
  private var lookups = 0

  private init(nodes: Int) { builder = TreeBuilder(limits: .init(nodes: nodes)) }

  static func parse(_ utf8: [UInt8], nodes: Int) -> ParsedDocument {
    let input = InputCleaner(utf8)
    let parser = DocumentParser(nodes: nodes)
    parser.builder.tree.truncations = input.truncations
    MarkupParser(builder: parser.builder, elementEnded: parser.ended).read(input.html)
    var tree = parser.builder.tree
    tree.numberSiblings()
    return ParsedDocument(
      tree: tree, calls: parser.scripts.calls, jumps: parser.scripts.jumps,
      variables: parser.scripts.variables)
  }

  private func ended(_ node: Int) {
    switch builder.tree.name(node) {
    case .script: run(node)
    case .iframe: readSource(node)
    default: break
    }
  }

  private func run(_ node: Int) {
    let script = builder.tree.directText(node)
    if script.firstIndexIgnoringCase(of: "<datastore", from: 0) != nil {
      return write(InputCleaner.unwrapped(script), into: builder.current)
    }
    let written = scripts.run(script, node: node) { [self] id in text(ofElement: id) }
    if !written.isEmpty { write(written, into: builder.current) }
  }

  private func readSource(_ node: Int) {
    guard let source = builder.tree.attributeBytes(node, "srcdoc") else { return }
    write(Array(source), into: node)
  }

  private func write(_ html: [UInt8], into parent: Int) {
    builder.writeFragment(into: parent) {
      MarkupParser(builder: builder, elementEnded: { _ in })
        .read(Array("<html><body>".utf8) + html)
    }
  }

  /// What the element with this id holds so far; each lookup walks the tree, so few are made.
  private func text(ofElement id: String) -> String? {
    lookups += 1
    guard lookups <= 64 else { return nil }
    let tree = builder.tree
    guard
      let node = tree.nodes.indices.reversed().first(where: {
        tree[$0].attributeCount > 0 && tree.attribute($0, "id") == id
      })
    else { return nil }
    if tree.name(node) == .input { return tree.attribute(node, "value") }
    return String(decoding: tree.directText(node), as: UTF8.self)
  }
}
