import Testing
import WebAddress

@testable import PageModel

struct LinkTests {
  private func anchors(_ page: Page) -> [Link] { page.links.filter { $0.element == .anchor } }

  @Test("paths are those of a browser's document: tbody is there, nested heads are not")
  func paths() throws {
    let page = try Fixture.page(
      """
      <table><tr><td><a href=1>一</a></td><td><a href=2>二</a></td></tr></table>
      <table><tbody><tr><th>x</th></tr></tbody><tr><td><a href=3>三</a></td></tr></table>
      <table><form><tr><td><a href=4>四</a></td></tr></form></table>
      <o:p><a href=5>五</a></o:p></div><svg><a href=6>六</a></svg><p>p<div><a href=7>七</a></div>
      """)
    #expect(
      anchors(page).map(\.xpath) == [
        "/html[1]/body[1]/table[1]/tbody[1]/tr[1]/td[1]/a[1]",
        "/html[1]/body[1]/table[1]/tbody[1]/tr[1]/td[2]/a[1]",
        "/html[1]/body[1]/table[2]/tbody[2]/tr[1]/td[1]/a[1]",
        "/html[1]/body[1]/table[3]/tbody[1]/tr[1]/td[1]/a[1]",
        "/html[1]/body[1]/*[name()='o:p'][1]/a[1]",
        "/html[1]/body[1]/*[name()='svg'][1]/*[name()='a'][1]",
        "/html[1]/body[1]/div[1]/a[1]",
      ])
  }

  @Test("links that lead nowhere keep their words and have no address")
  func nowhere() throws {
    let page = try Fixture.page(
      """
      <a href="javascript:;">甲</a><a href="#top">乙</a><a href="">丙</a>
      <a href="javascrpit:window.print()">丁</a><a href="mailto:a@b.cn">戊</a><a>己</a>
      """)
    #expect(anchors(page).map(\.text) == ["甲", "乙", "丙", "丁", "戊"])
    #expect(anchors(page).allSatisfy { $0.url == nil })
  }

  @Test("what stands in a comment is no link")
  func comments() throws {
    let page = try Fixture.page("<!-- <a href=x>x</a> --><!--<script src=y></script>--><p>z</p>")
    #expect(page.links.isEmpty)
  }

  @Test("menus that scripts write are links, each once")
  func written() throws {
    let page = try Fixture.page(
      """
      <div class="Left_Nav"><ul><script>
      var str2=document.getElementById("Chid").value; var str3='政策解读'; var str4 = '../zcjd/';
      if(str4.substring(0,7)!="http://"){
        if(str2=='5'){ document.write('<li class="on"><a href="../zcjd/">'+str3+'</a></li>'); }
        else{ document.write('<li><a href="../zcjd/">'+str3+'</a></li>'); }
      }else{ document.write('<li><a href="../zcjd/" target="_blank">'+str3+'</a></li>'); }
      </script></ul></div>
      """)
    #expect(anchors(page).map(\.text) == ["政策解读"])
    #expect(anchors(page).map(\.href) == ["../zcjd/"])
    #expect(anchors(page).first?.place == .navigation)
    #expect(page.dynamicContent.contains { $0.kind == .documentWrite })
  }

  @Test("hidden links are marked, whichever way they are hidden")
  func hidden() throws {
    let page = try Fixture.page(
      """
      <div style="display: none"><a href=1>一</a></div><a href=2 style="visibility:hidden">二</a>
      <div hidden><a href=3>三</a></div><div style="position:absolute;left:-9999px"><a href=4>四</a></div>
      <a href=5 style="opacity:0">五</a><a href=6>六</a>
      """)
    #expect(anchors(page).map(\.isHidden) == [true, true, true, true, false, false])
    #expect(anchors(page).map(\.text) == ["一", "二", "三", "四", "五", "六"])
  }

  @Test("links know the heading they stand under")
  func labels() throws {
    let page = try Fixture.page(
      """
      <div><p>正文内容。</p></div>
      <div class="xgjd"><div class="subTitle"><span>相关解读</span></div>
      <ul><li><a href="/jd/1.html">《办法》解读</a></li></ul></div>
      <p><span>政策原文：</span><a href="/zc/2.html">办法</a></p>
      """)
    #expect(anchors(page).map(\.label) == ["相关解读", "政策原文"])
    #expect(anchors(page).map(\.place) == [.related, .related])
  }

  @Test("a wall of uploaded pictures is content, a row of icons is a menu")
  func photoWall() throws {
    func pictures(_ folder: String) throws -> [Link.Place] {
      let items = (1...4).map {
        "<li><a href='javascript:;'><img src='\(folder)p\($0).png'></a><a href='javascript:;'>短片\($0)</a></li>"
      }
      let page = try Fixture.page("<p>一段说明文字。</p><ul>\(items.joined())</ul>")
      return page.links.filter { $0.element == .image }.map(\.place)
    }
    #expect(try !pictures("/upload/images/2016/10/26/").contains(.navigation))
    #expect(try pictures("/images/").allSatisfy { $0 == .navigation })
  }

  @Test("words of a link without text come from its picture")
  func pictures() throws {
    let page = try Fixture.page(
      "<a href=a><img src=a.png alt='政务公开'></a><img src=b.gif data-src=c.jpg>")
    #expect(anchors(page).first?.text == "政务公开")
    #expect(page.links.filter { $0.element == .image }.map(\.href) == ["a.png", "b.gif", "c.jpg"])
  }
}
