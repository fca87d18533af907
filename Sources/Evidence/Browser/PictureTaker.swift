import AuditModel
import Foundation

/// What is to be pictured.
struct PictureTask {
  var url: String
  var locator: Locator?
  var link: String?
  var label: String
  var path: String

  var wantsElement: Bool { locator != nil || link != nil }
}

/// Takes the picture of the page that is open: scroll, find, shoot, lay out, check, store.
struct PictureTaker {
  let session: DriverSession
  let configuration: BrowserConfiguration

  /// What the page said about itself.
  private struct Measured {
    var title: String
    var url: String
    var height: Double
    var textLength: Int
    var status: Int
  }

  /// Where the element is on the page.
  private struct Found {
    var box: Capture.Box
    var match: Capture.Match
    var isCovered: Bool
  }

  func take(_ task: PictureTask, timedOut: Bool) throws -> Capture {
    var remarks = timedOut ? [CaptureRemark.timedOut] : []
    try setWindow()
    if try !scroll() { remarks.append(.picturesMissing) }
    let page = try measure()
    if page.status >= 400 { remarks.append(.status(page.status)) }
    let found = task.wantsElement ? try locate(task) : nil
    if task.wantsElement && found == nil { remarks.append(.elementNotFound) }
    if found?.isCovered == true { remarks.append(.covered) }
    let cut = window(pageHeight: page.height, around: found?.box)
    if cut.height < page.height { remarks.append(.cut(from: cut.y, to: cut.y + cut.height)) }
    let takenAt = configuration.clock()
    let picture = try shoot(cut)
    let sheet = Sheet(
      task: task, url: page.url, title: page.title, takenAt: takenAt, remarks: remarks,
      width: cut.width,
      box: found.map {
        Capture.Box(x: $0.box.x, y: $0.box.y - cut.y, width: $0.box.width, height: $0.box.height)
      })
    let laid = try sheet.layOut(picture, session)
    if laid.colours < 2 || page.textLength == 0 { remarks.append(.blank) }
    var capture = Capture(
      completeness: remarks.contains { $0.isFault } ? .partial : .complete, capturedAt: takenAt,
      url: task.url, finalURL: page.url, title: page.title, match: found?.match,
      remark: remarks.isEmpty ? nil : remarks.map(\.text).joined(separator: ";"))
    try store(sheet, laid, task, &capture)
    return capture
  }

  /// The document after scripts, once it has stopped changing.
  func document(limit: Int, timedOut: Bool) throws -> RenderedPage {
    try setWindow()
    let settled = try session.wait(for: PageScripts.settle, [8000], seconds: 25) as? Bool ?? false
    let page = try measure()
    let html = try session.run(PageScripts.serialise, [limit]) as? String ?? ""
    return RenderedPage(
      html: html, finalURL: page.url, title: page.title, renderedAt: configuration.clock(),
      isSettled: settled && !timedOut)
  }

  private func setWindow() throws(BrowserFailure) {
    _ = try session.devTools(
      "Emulation.setDeviceMetricsOverride",
      ["width": configuration.width, "height": 900, "deviceScaleFactor": 1, "mobile": false])
  }

  /// True when every picture in reach was loaded.
  private func scroll() throws(BrowserFailure) -> Bool {
    let arguments: [Any] = [configuration.maximumHeight, 6000]
    return try session.wait(for: PageScripts.scroll, arguments, seconds: 25) as? Bool ?? false
  }

  private func measure() throws(BrowserFailure) -> Measured {
    let values = try session.run(PageScripts.measure) as? [String: Any] ?? [:]
    return Measured(
      title: values["title"] as? String ?? "", url: values["url"] as? String ?? "",
      height: number(values["height"]), textLength: Int(number(values["text"])),
      status: Int(number(values["status"])))
  }

  private func locate(_ task: PictureTask) throws(BrowserFailure) -> Found? {
    let arguments = [task.locator?.xpath ?? "", task.locator?.text ?? "", task.link ?? ""]
    guard let values = try session.run(PageScripts.locate, arguments) as? [String: Any],
      let match = (values["match"] as? String).flatMap(Capture.Match.init)
    else { return nil }
    let box = Capture.Box(
      x: number(values["x"]), y: number(values["y"]), width: number(values["width"]),
      height: number(values["height"]))
    return Found(box: box, match: match, isCovered: values["covered"] as? Bool ?? false)
  }

  /// The part of the page that is pictured: from the top, or around an element that lies beyond.
  private func window(pageHeight: Double, around box: Capture.Box?) -> Capture.Box {
    let limit = Double(configuration.maximumHeight)
    let height = min(max(pageHeight, 1), limit)
    var top = 0.0
    if let box, box.y + box.height > limit {
      top = max(0, min(box.y - limit / 2, pageHeight - height))
    }
    return Capture.Box(x: 0, y: top.rounded(), width: Double(configuration.width), height: height)
  }

  private func shoot(_ area: Capture.Box) throws(BrowserFailure) -> String {
    try Sheet.screenshot(session, area, scale: 1, format: "png")
  }

  private func store(
    _ sheet: Sheet, _ laid: Sheet.Laid, _ task: PictureTask, _ capture: inout Capture
  ) throws {
    var scale = 1.0
    var picture = try sheet.picture(laid, session, scale: scale)
    if picture.count > configuration.pictureBytes {
      scale = 0.6
      picture = try sheet.picture(laid, session, scale: scale)
    }
    let small = try sheet.thumbnail(laid, session)
    try WholeFile.makeFolder((task.path as NSString).deletingLastPathComponent)
    let thumbnail = (task.path as NSString).deletingPathExtension + ".thumb.jpg"
    try WholeFile.write(picture, to: task.path)
    try WholeFile.write(small, to: thumbnail)
    (capture.file, capture.sha256) = (task.path, Digest.sha256(picture))
    (capture.thumbnail, capture.thumbnailSHA256) = (thumbnail, Digest.sha256(small))
    capture.box = sheet.box.map {
      Capture.Box(
        x: $0.x * scale, y: ($0.y + laid.top) * scale, width: $0.width * scale,
        height: $0.height * scale)
    }
  }
}

/// A number as JSON gives it; 0 when it is none, bounded so that no arithmetic on it can trap.
func number(_ value: Any?) -> Double {
  let value = (value as? NSNumber)?.doubleValue ?? 0
  return value.isFinite ? min(max(value, -1e7), 1e7) : 0
}
