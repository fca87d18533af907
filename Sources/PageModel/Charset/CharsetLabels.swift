/// The encodings this room decodes itself; every other label falls back to one of these.
enum Charset: String, Sendable {
  case utf8 = "UTF-8"
  case gb18030
  case big5 = "Big5"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1252 = "windows-1252"

  /// The encoding a label names (https://encoding.spec.whatwg.org/#names-and-labels), ignoring
  /// case and surrounding blanks; nil when the label names none of ours.
  init?(label: some StringProtocol) {
    let wanted = label.lowercased().filter { !$0.isWhitespace }
    guard let charset = Charset.labels[wanted] else { return nil }
    self = charset
  }

  private static let labels: [String: Charset] = {
    let groups: [(Charset, String)] = [
      (
        .utf8,
        "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"
      ),
      (
        .gb18030,
        """
        chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030 \
        gb-2312 cp936 ms936 windows-936 936
        """
      ),
      (.big5, "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950"),
      (
        .utf16LittleEndian,
        "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"
      ),
      (.utf16BigEndian, "unicodefffe utf-16be"),
      (
        .windows1252,
        """
        ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 \
        iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252
        """
      ),
    ]
    var table: [String: Charset] = [:]
    for (charset, labels) in groups {
      for label in labels.split(separator: " ") { table[String(label)] = charset }
    }
    return table
  }()
}
