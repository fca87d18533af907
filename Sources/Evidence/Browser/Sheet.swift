import AuditModel
import Foundation

/// The sheet around a picture: what is written on it, and taking it.
struct Sheet {
  var task: PictureTask
  var url: String
  var title: String
  var takenAt: Instant
  var remarks: [CaptureRemark]
  var width: Double
  /// Where the element is on the picture of the page.
  var box: Capture.Box?

  /// What laying out gave, in pixels of the sheet.
  struct Laid {
    var top: Double
    var height: Double
    var colours: Int
  }

  /// Puts the picture on a blank page of ours, with strip and box.
  func layOut(_ picture: String, _ session: DriverSession) throws(BrowserFailure) -> Laid {
    try session.open("about:blank", seconds: 10)
    var sheet: [String: Any] = [
      "picture": picture, "lines": lines, "label": task.label, "width": width,
    ]
    if let box {
      sheet["box"] = ["x": box.x, "y": box.y, "width": box.width, "height": box.height]
    }
    let answer = try session.wait(for: SheetScripts.layOut, [sheet], seconds: 40)
    guard let values = answer as? [String: Any], values["error"] == nil else {
      throw BrowserFailure(.refused, detail: "sheet")
    }
    return Laid(
      top: number(values["top"]), height: number(values["height"]),
      colours: Int(number(values["colours"])))
  }

  /// The whole sheet as PNG.
  func picture(
    _ laid: Laid, _ session: DriverSession, scale: Double
  ) throws(BrowserFailure) -> [UInt8] {
    let area = Capture.Box(x: 0, y: 0, width: width, height: laid.height)
    return try Sheet.decoded(Sheet.screenshot(session, area, scale: scale, format: "png"))
  }

  /// The surroundings of the box, or the top of the page, at most 480 pixels wide, as JPEG.
  func thumbnail(_ laid: Laid, _ session: DriverSession) throws(BrowserFailure) -> [UInt8] {
    var area = Capture.Box(
      x: 0, y: laid.top, width: width, height: min(width * 0.625, max(laid.height - laid.top, 1)))
    if let box {
      area.width = min(width, max(box.width * 1.5, 720))
      area.height = min(max(laid.height - laid.top, 1), area.width * 0.625)
      area.x = clamp(box.x + box.width / 2 - area.width / 2, 0, width - area.width)
      let middle = box.y + laid.top + min(box.height, area.height) / 2
      area.y = clamp(middle - area.height / 2, laid.top, laid.height - area.height)
    }
    let scale = min(1, 480 / area.width)
    return try Sheet.decoded(Sheet.screenshot(session, area, scale: scale, format: "jpeg"))
  }

  static func screenshot(
    _ session: DriverSession, _ area: Capture.Box, scale: Double, format: String
  ) throws(BrowserFailure) -> String {
    var parameters: [String: Any] = [
      "format": format, "captureBeyondViewport": true, "fromSurface": true,
      "clip": [
        "x": area.x, "y": area.y, "width": area.width, "height": area.height, "scale": scale,
      ],
    ]
    if format == "jpeg" { parameters["quality"] = 72 }
    let answer = try session.devTools("Page.captureScreenshot", parameters, seconds: 45)
    guard let text = answer["data"] as? String, !text.isEmpty else {
      throw BrowserFailure(.refused, detail: "no picture")
    }
    return text
  }

  private static func decoded(_ text: String) throws(BrowserFailure) -> [UInt8] {
    guard let bytes = Foundation.Data(base64Encoded: text) else {
      throw BrowserFailure(.refused, detail: "base64")
    }
    return Array(bytes)
  }

  private var lines: [[String]] {
    var lines = [[SheetWords.address, task.url]]
    if !url.isEmpty && url != task.url { lines.append([SheetWords.arrived, url]) }
    lines.append([SheetWords.title, title.isEmpty ? SheetWords.noTitle : title])
    lines.append([SheetWords.time, SheetWords.time(takenAt)])
    if !remarks.isEmpty {
      lines.append([SheetWords.remark, remarks.map(\.text).joined(separator: ";")])
    }
    return lines
  }

  private func clamp(_ value: Double, _ low: Double, _ high: Double) -> Double {
    min(max(value, low), max(low, high))
  }
}

/// What keeps a picture from being the whole truth.
enum CaptureRemark: Hashable {
  case timedOut, picturesMissing, elementNotFound, covered, blank
  case cut(from: Double, to: Double)
  /// The server's answer was an error; the picture shows what it sent with it.
  case status(Int)

  /// Whether the picture is only ``AuditModel/EvidenceReference/Completeness/partial`` for it.
  /// Slow pictures of a page do not make the proof of an element weaker; they are only named.
  var isFault: Bool {
    switch self {
    case .picturesMissing, .status: false
    default: true
    }
  }
}
