import Foundation
import Schemes
import Scoring
import Testing

/// Whatever the analysis of the documents calls visible on the web is fed by a probe; whatever it
/// calls invisible is left to people.
@Suite("What is observable is fed")
struct ObservableTests {
  private struct Row {
    let indicator: String
    /// F fully, P partly, N not visible on the web.
    let web: String
    let codes: String
  }

  private static let determinations: [String: Determination] = {
    let catalogue = Catalogue(folder: SharedFolder.catalogueFolder)
    let schemes =
      (try? catalogue.list().filter { $0.kind == .scheme }.map { try catalogue.load($0.id) }) ?? []
    return Dictionary(
      schemes.flatMap(\.leaves).map { ($0.id, $0.determination) },
      uniquingKeysWith: { first, _ in first })
  }()

  /// The rows of every table `| id | path | web | codes | …`; nil when the analysis is not there.
  private static func rows() throws -> [Row]? {
    guard let path = SharedFolder.path("schemes/observables.md") else { return nil }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count >= 8, ["F", "P", "N"].contains(cells[3]), determinations[cells[1]] != nil
      else { return nil }
      return Row(indicator: cells[1], web: cells[3], codes: cells[4])
    }
  }

  @Test("every fully or partly observable indicator is fed")
  func fed() throws {
    guard let rows = try Self.rows() else { return }
    #expect(rows.count == 300)
    #expect(rows.count { $0.web == "F" } == 106)
    for row in rows where row.web != "N" {
      #expect(
        Self.determinations[row.indicator] != .people,
        "\(row.indicator) (\(row.web) \(row.codes)) is fed by no probe")
    }
  }

  @Test("no machine decides what cannot be seen on the web")
  func leftToPeople() throws {
    guard let rows = try Self.rows() else { return }
    for row in rows where row.web == "N" {
      let determination = Self.determinations[row.indicator]
      #expect(
        determination == .people || determination == .supported, "\(row.indicator) is fed")
    }
  }
}
