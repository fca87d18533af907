import CXML2

/// Is told what stands in an XML member, element by element. Names are local names: transitional
/// and strict files differ only in namespaces.
protocol XMLListener: AnyObject {
  func start(_ name: String, _ attributes: [String: String]) throws(OfficeFileError)
  func text(_ text: String)
  func end(_ name: String) throws(OfficeFileError)
}

/// Feeds libxml2's events of one member to a listener. A doctype ends the reading: office files
/// have none (ECMA-376 Part 2 §6.1.4), and without one there are no entities to expand or load.
final class XMLEvents {
  private let listener: any XMLListener
  private let member: String
  private var failure: OfficeFileError?
  /// Where the C side keeps the running parser; memory of its own, since events read it while the
  /// call that fills it is still going on.
  private let handle = UnsafeMutablePointer<UnsafeMutableRawPointer?>.allocate(capacity: 1)

  private static let isReady: Bool = {
    cxml2_prepare()
    return true
  }()

  private init(_ listener: any XMLListener, member: String) {
    self.listener = listener
    self.member = member
    handle.initialize(to: nil)
  }

  deinit { handle.deallocate() }

  static func read(
    _ bytes: [UInt8], member: String, _ listener: any XMLListener
  ) throws(OfficeFileError) {
    try XMLEvents(listener, member: member).run(bytes)
  }

  private func run(_ bytes: [UInt8]) throws(OfficeFileError) {
    guard XMLEvents.isReady, !bytes.isEmpty, let count = Int32(exactly: bytes.count) else {
      throw OfficeFileError(.broken, member)
    }
    let events = cxml2_xml_events(
      start: { context, name, _, _, _, _, count, _, attributes in
        XMLEvents.from(context)?.start(name, attributes, Int(count))
      },
      end: { context, name, _, _ in XMLEvents.from(context)?.end(name) },
      text: { context, bytes, count in XMLEvents.from(context)?.text(bytes, Int(count)) },
      doctype: { context, _, _, _ in XMLEvents.from(context)?.doctype() })
    let context = Unmanaged.passUnretained(self).toOpaque()
    var line: Int32 = 0
    let result = bytes.withUnsafeBytes { buffer -> Int32 in
      guard let base = buffer.bindMemory(to: CChar.self).baseAddress else { return -1 }
      return cxml2_read_xml(base, count, events, context, handle, &line)
    }
    if let failure { throw failure }
    guard result == 0 else { throw OfficeFileError(.broken, member, Wording.xml(Int(line))) }
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> XMLEvents? {
    context.map { Unmanaged<XMLEvents>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<UInt8>?, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
    _ count: Int
  ) {
    guard let name, failure == nil else { return }
    do throws(OfficeFileError) {
      try listener.start(String(cString: name), XMLEvents.values(attributes, count))
    } catch { stop(error) }
  }

  private func end(_ name: UnsafePointer<UInt8>?) {
    guard let name, failure == nil else { return }
    do throws(OfficeFileError) { try listener.end(String(cString: name)) } catch { stop(error) }
  }

  private func text(_ bytes: UnsafePointer<UInt8>?, _ count: Int) {
    guard let bytes, count > 0, failure == nil else { return }
    let buffer = UnsafeBufferPointer(start: bytes, count: count)
    listener.text(String(decoding: buffer, as: UTF8.self))
  }

  private func doctype() { stop(OfficeFileError(.suspicious, member, Wording.doctype)) }

  private func stop(_ error: OfficeFileError) {
    failure = failure ?? error
    if let parser = handle.pointee { cxml2_stop(parser) }
  }

  /// Attributes by local name; one without prefix wins over one with (`id` over `r:id`).
  private static func values(
    _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ count: Int
  ) -> [String: String] {
    guard let attributes, count > 0 else { return [:] }
    var values: [String: String] = [:]
    for index in 0..<count {
      let field = attributes + index * 5
      guard let name = field[0], let begin = field[3], let end = field[4] else { continue }
      let key = String(cString: name)
      if field[1] != nil, values[key] != nil { continue }
      let value = UnsafeBufferPointer(start: begin, count: end - begin)
      values[key] = String(decoding: value, as: UTF8.self)
    }
    return values
  }
}
