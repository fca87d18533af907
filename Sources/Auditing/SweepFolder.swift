public import AuditModel
import Foundation

/// Where a sweep's files lie below the output folder.
///
/// A one-off audit puts its report at the top, where a person looks; an audit run again there moves
/// the earlier results aside, so that nothing is lost and no evidence pack mixes two sweeps. A
/// registry's sweeps each have a folder of their own.
public struct SweepFolder: Sendable, Hashable {
  public enum Kind: String, Sendable { case audit, sweep }

  public let root: String
  public let kind: Kind

  public init(root: String, kind: Kind) {
    self.root = URL(fileURLWithPath: root).standardizedFileURL.path
    self.kind = kind
  }

  /// The state of all sweeps in this folder.
  public var ledger: String { "\(root)/ledger.sqlite" }

  /// Where the sweep's reports go.
  public func reports(of label: String) -> String {
    kind == .audit ? current(label) : "\(root)/\(label)"
  }

  /// Where the unit's report goes.
  public func report(of label: String, unit: AuditedUnit) -> String {
    kind == .audit ? current(label) : "\(root)/\(label)/\(unit.id)"
  }

  /// Holds `archive` and `screenshots` of the sweep.
  public func evidence(of label: String) -> String { "\(reports(of: label))/evidence" }

  /// What was read of the sweep's pages; may be deleted at any time.
  func notes(of label: String) -> String { "\(root)/cache/\(label).pages" }

  /// The evidence folder as seen from the unit's report.
  public var evidenceFromReport: String { kind == .audit ? "evidence" : "../evidence" }

  /// Makes room for a sweep that starts anew.
  /// - Throws: ``AuditError`` with code `output`.
  func prepare(_ label: String) throws(AuditError) {
    guard kind == .audit else { return try make("\(root)/\(label)") }
    let mark = "\(root)/\(Self.marker)"
    let earlier = try? String(contentsOfFile: mark, encoding: .utf8)
    if let earlier, earlier != label, Self.isLabel(earlier) { try moveAside(earlier) }
    try make(root)
    do { try label.write(toFile: mark, atomically: true, encoding: .utf8) } catch {
      throw AuditError(.output, root, Wording.cannotWrite(root, "\(error.localizedDescription)"))
    }
  }

  /// The top for the sweep whose results stand there, else the place they were moved to.
  private func current(_ label: String) -> String {
    let mark = try? String(contentsOfFile: "\(root)/\(Self.marker)", encoding: .utf8)
    return mark == nil || mark == label ? root : "\(root)/earlier/\(label)"
  }

  private func moveAside(_ label: String) throws(AuditError) {
    let target = "\(root)/earlier/\(label)"
    try make(target)
    for name in Self.results where FileManager.default.fileExists(atPath: "\(root)/\(name)") {
      do {
        try FileManager.default.moveItem(atPath: "\(root)/\(name)", toPath: "\(target)/\(name)")
      } catch {
        throw AuditError(.output, root, Wording.cannotWrite(target, error.localizedDescription))
      }
    }
  }

  private func make(_ folder: String) throws(AuditError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw AuditError(.output, folder, Wording.cannotWrite(folder, error.localizedDescription))
    }
  }

  private static func isLabel(_ text: String) -> Bool {
    text.hasPrefix("S") && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
      && text.count >= 7
  }

  /// Says whose results stand at the top.
  private static let marker = "current-sweep"
  /// What an audit leaves at the top.
  private static let results = [
    "report.html", "findings.xlsx", "findings.json", "scorecard.json", "evidence",
  ]
}
