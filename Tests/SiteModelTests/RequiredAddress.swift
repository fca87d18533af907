import WebAddress

struct BadAddress: Error { let text: String }

extension WebURL {
  /// For addresses written in tests: a wrong one is an error of the test.
  init(required text: String) throws {
    guard let url = WebURL(text) else { throw BadAddress(text: text) }
    self = url
  }
}
