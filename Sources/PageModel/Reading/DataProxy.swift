internal import WebAddress

/// Hanweb's lists: `$('#5012').jpage({proxyUrl:'…/dataproxy.jsp', perPage:15, totalRecord:2045,
/// ajaxParam:{columnid:30516, unitid:32978, …}})`. The proxy answers a plain GET with the rows from
/// `startrecord` to `endrecord`, three pages at a time as the script asks for them.
struct DataProxy {
  /// Rows in all, and on one page.
  let total: Int?
  let perPage: Int?
  private let address: String?
  private let parameters: [String: ScriptValue]
  /// Pages the script asks for at once.
  private static let group = 3

  /// Nil when no script calls it.
  init?(_ calls: [ScriptCall]) {
    let call = calls.first { $0.name.lowercased() == "jpage" }
    guard case .fields(let fields)? = call?.arguments.last else { return nil }
    total = fields["totalRecord"]?.integer
    perPage = fields["perPage"]?.integer.flatMap { (1...1_000).contains($0) ? $0 : nil }
    address = fields["proxyUrl"]?.written
    if case .fields(let fields)? = fields["ajaxParam"] {
      parameters = fields
    } else {
      parameters = [:]
    }
  }

  var pageCount: Int? {
    guard let total, let perPage, total >= 0 else { return nil }
    return max(1, (total + perPage - 1) / perPage)
  }

  /// The addresses of all rows; empty when the call does not tell enough.
  func pages(_ resolve: (String) -> WebURL?) -> [WebURL] {
    guard let total, let perPage, let address, total > 0, !parameters.isEmpty else { return [] }
    let rows = perPage * DataProxy.group
    let query = parameters.keys.sorted().compactMap { name in
      parameters[name]?.written.map { "&\(DataProxy.encoded(name))=\(DataProxy.encoded($0))" }
    }.joined()
    let mark = address.contains("?") ? "&" : "?"
    return stride(from: 1, through: total, by: rows).prefix(PagerCalls.pageLimit).compactMap {
      resolve(
        "\(address)\(mark)startrecord=\($0)&endrecord=\(min($0 + rows - 1, total))"
          + "&perpage=\(perPage)\(query)")
    }
  }

  /// Everything but what needs no encoding (RFC 3986 §2.3).
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if Ascii.isWord(byte) || "-._~".utf8.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
