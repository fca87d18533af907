import AuditModel
import Testing
import WebAddress

@testable import Crawling

@Suite("Soft 404")
struct SoftNotFoundTests {
  private func cause(
    _ summary: ResponseSummary, _ habit: MissingPageHabit = .notFound, image: Bool = false
  )
    throws -> LinkVerdict.Cause?
  {
    LookJudgement(
      summary, of: try url("http://x.gov.cn/a/b.html"), expectsImage: image, habit: habit
    )
    .cause
  }

  private static let article = String(repeating: "为进一步规范政务公开工作,现将有关事项通知如下。", count: 60)

  @Test(
    "notices are recognised by title or by a short body",
    arguments: [
      ("404", ""), ("页面不存在", "返回首页"), ("出错啦!", "对不起,您访问的页面不存在或已被删除"),
      ("某某市人民政府", "抱歉,该文章已被删除"), ("404 Not Found", "nginx"),
      ("提示信息", "文章不存在"), ("找不到页面 - 某某市人民政府门户网站", "首页 政务公开"),
      ("", "很抱歉,您要访问的页面找不到了!\n 3 秒后返回首页"),
    ])
  func notices(title: String, text: String) throws {
    #expect(try cause(look(.get, 200, title: title, text: text)) == .softNotFound)
  }

  @Test(
    "articles that speak of missing pages are alive",
    arguments: [
      ("关于修复网站404页面的通知", article), ("网站普查问答:页面不存在怎么办", article),
      ("404", article), ("市民反映某栏目链接不存在问题的答复", article),
      ("政府信息公开指南", "本指南每年更新。"), ("关于注销12家企业的公告", "企业信息见附件。"),
    ])
  func articles(title: String, text: String) throws {
    #expect(try cause(look(.get, 200, title: title, text: text)) == nil)
  }

  @Test("a short text inside a long page is judged by the page's length")
  func longPage() throws {
    var summary = try look(.get, 200, title: "留言", text: "您反映的页面不存在问题已解决")
    #expect(try cause(summary) == .softNotFound)
    summary.textLength = 2000
    #expect(try cause(summary) == nil)
  }

  @Test("what equals the control page is missing, unless everything does")
  func control() throws {
    var summary = try look(.get, 200, title: "某市政府", text: "欢迎")
    summary.equalsControlPage = true
    #expect(try cause(summary, .page) == .softNotFound)
    #expect(try cause(summary, .homeEverywhere) == nil)
    #expect(try cause(summary, .unknown) == nil)
  }

  @Test("the control answer tells the host's habit")
  func habits() throws {
    let requested = try #require(
      MissingPageHabit.controlURL(on: url("http://x.gov.cn/a/b.html"), salt: "1"))
    #expect(requested.host == "x.gov.cn")
    #expect(
      requested != MissingPageHabit.controlURL(on: try url("http://x.gov.cn/a/b.html"), salt: "2"))
    func habit(_ summary: ResponseSummary) -> MissingPageHabit {
      MissingPageHabit(control: summary, requested: requested)
    }
    #expect(habit(try look(.get, 404)) == .notFound)
    #expect(habit(try look(.get, 200, at: requested.href, text: "页面")) == .page)
    #expect(habit(try look(.get, 200, at: "http://x.gov.cn/")) == .redirectsHome)
    #expect(habit(try look(.get, 403)) == .unknown)
    var shell = try look(.get, 200, at: requested.href)
    shell.equalsHomePage = true
    #expect(habit(shell) == .homeEverywhere)
  }

  @Test("a page instead of an image, and no bytes at all, are faults")
  func wrongContent() throws {
    #expect(
      try cause(look(.get, 200, text: SoftNotFoundTests.article), image: true) == .softNotFound)
    #expect(try cause(look(.get, 200, type: "image/png"), image: true) == nil)
    #expect(try cause(look(.get, 200, length: 0)) == .empty)
  }

  @Test("soft 404 is dead with the control page as witness, suspected without")
  func confirmation() throws {
    func verdict(equalsControl: Bool) throws -> LinkVerdict.State {
      var check = LinkCheck(url: try url("http://x.gov.cn/a/b.html"), policy: ConfirmationPolicy())
      check.record(try look(.head, 200), habit: .page, at: second(0))
      for moment in [1.0, 700] {
        var summary = try look(.get, 200, title: "页面不存在")
        summary.equalsControlPage = equalsControl
        check.record(summary, habit: .page, at: second(moment))
      }
      return check.verdictIfStopped(at: second(700)).state
    }
    #expect(try verdict(equalsControl: true) == .dead)
    #expect(try verdict(equalsControl: false) == .suspected)
  }
}
