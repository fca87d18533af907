import Testing

@testable import Reports

@Suite struct SafeTextTests {
  @Test func `controls and direction marks become visible and zero width goes`() {
    #expect(SafeText.line("a\u{0000}b\u{202E}c\u{200B}d\u{FFFE}") == "a\u{FFFD}b\u{FFFD}cd")
  }

  @Test func `white space collapses to one space`() {
    #expect(SafeText.line("  a \n\t b\u{3000} ") == "a b")
  }

  @Test func `long text is clipped with a sign`() {
    let text = SafeText.line(String(repeating: "文", count: 500), limit: 10)
    #expect(text == String(repeating: "文", count: 10) + "…")
  }

  @Test func `a character with a thousand marks is cut down`() {
    let text = SafeText.line("a" + String(repeating: "\u{0301}", count: 1000))
    #expect(text.unicodeScalars.count == 5)
  }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,x", "//evil.example/", "file:///etc/passwd",
    "http://a.example/\u{0001}", "https://a.example/ x", " http://a.example/", "",
    "http://a.example/\u{202E}",
  ])
  func `only plain web addresses become links`(address: String) {
    #expect(SafeLink.href(address) == nil)
  }

  @Test func `a web address stays as it is`() {
    #expect(SafeLink.href("HTTPS://a.example/?a=1&b=2") == "HTTPS://a.example/?a=1&b=2")
  }
}
