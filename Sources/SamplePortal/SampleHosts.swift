import Foundation

/// The host names of the sample, all served by one loopback port.
///
/// The last group are stand-ins for services every real footer links to, so that auditing the
/// sample never leaves the machine.
enum SampleHosts {
  static let city = "www.yunxi.gov.cn"
  static let transport = "jtj.yunxi.gov.cn"
  static let news = "www.example-news.cn"
  static let firewall = "zwfw.yunxi.gov.cn"
  /// The portal before its rebuilding: whatever it no longer has, it answers with its home page.
  static let former = "old.yunxi.gov.cn"
  static let registration = "beian.miit.gov.cn"
  static let police = "www.beian.gov.cn"
  static let corrections = "zfwzgl.www.gov.cn"
  static let badge = "bszs.conac.cn"
  static let state = "www.gov.cn"

  static let standIns = [registration, police, corrections, badge, state]
  static let all = [city, transport, news, firewall, former] + standIns

  /// Writes the port behind every address of a sample host. Pages are drafted without one.
  static func adding(port: Int, to text: String) -> String {
    guard port != 80 else { return text }
    return all.reduce(text) { result, host in
      result.replacingOccurrences(of: "http://\(host)/", with: "http://\(host):\(port)/")
    }.replacingOccurrences(of: "http://127.0.0.1/", with: "http://127.0.0.1:\(port)/")
  }
}
