import Testing

@testable import PageModel

@Suite("Element names")
struct ElementNameTests {
  @Test("the numbers written down are those of the table")
  func numbers() {
    let pairs: [(ElementName, StaticString)] = [
      (.a, "a"),
      (.area, "area"),
      (.base, "base"),
      (.body, "body"),
      (.br, "br"),
      (.caption, "caption"),
      (.datastore, "datastore"),
      (.dd, "dd"),
      (.div, "div"),
      (.dl, "dl"),
      (.dt, "dt"),
      (.form, "form"),
      (.frame, "frame"),
      (.frameset, "frameset"),
      (.h1, "h1"),
      (.h2, "h2"),
      (.h3, "h3"),
      (.h4, "h4"),
      (.h5, "h5"),
      (.h6, "h6"),
      (.head, "head"),
      (.html, "html"),
      (.iframe, "iframe"),
      (.img, "img"),
      (.input, "input"),
      (.label, "label"),
      (.li, "li"),
      (.link, "link"),
      (.meta, "meta"),
      (.noscript, "noscript"),
      (.ol, "ol"),
      (.option, "option"),
      (.p, "p"),
      (.script, "script"),
      (.select, "select"),
      (.span, "span"),
      (.style, "style"),
      (.svg, "svg"),
      (.table, "table"),
      (.tbody, "tbody"),
      (.td, "td"),
      (.template, "template"),
      (.textarea, "textarea"),
      (.tfoot, "tfoot"),
      (.th, "th"),
      (.thead, "thead"),
      (.title, "title"),
      (.tr, "tr"),
      (.ul, "ul"),
    ]
    for (name, word) in pairs { #expect(name == ElementName(word), "\(word)") }
  }

  @Test("a set holds its names and no others")
  func sets() {
    let set = ElementSet("a video recordset")
    #expect(set.contains(.a) && set.contains(ElementName("recordset")))
    #expect(!set.contains(.div) && !set.contains(.text) && !set.contains(.document))
    #expect(!set.contains(ElementName(raw: ElementName.firstUnknown)))
    #expect(!set.contains(ElementName(raw: 900)))
    // Two words of 64 bits hold every known name.
    #expect(ElementName.firstUnknown <= 128)
  }
}
