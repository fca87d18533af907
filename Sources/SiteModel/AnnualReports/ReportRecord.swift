public import AuditModel
public import PageModel
public import WebAddress

/// One yearly report as the site leads to it: its year, where it is, and what dates it bears.
public struct ReportRecord: Sendable, Hashable {
  /// Which yearly report.
  public let kind: ReportTitle.Kind
  /// The year reported on.
  public let year: Int
  /// The title by which it is listed.
  public let title: String
  /// Folded name of the body that reports; empty when the title names none.
  public let issuer: String
  /// The report's page or file.
  public let url: WebURL
  /// The list it stands in; nil when it was only met as a page.
  public let listedOn: WebURL?
  /// Where in the list it stands.
  public let xpath: String?
  /// The days shown for it: on its page, in the list, in its address.
  public let dates: [DatedText]

  /// How exports name it.
  public var reference: PageReference { PageReference(url: url.href, title: title) }

  /// The ending of its address when it is a file and no page: `pdf`, `doc` …
  public var fileEnding: String? { FileEnding.of(url) }

  /// The day it shows as its publication; the list's day when its page shows none.
  public var published: DatedText? {
    dates.first { $0.role == .published } ?? dates.first { $0.role == .listed }
  }
}

/// Endings of addresses that are documents to download.
public enum FileEnding {
  static let documents: Set<String> = [
    "pdf", "doc", "docx", "wps", "xls", "xlsx", "et", "ofd", "rtf", "zip", "rar", "7z",
  ]

  /// The ending, when the address is that of a document.
  public static func of(_ url: WebURL) -> String? {
    guard let last = url.path.split(separator: "/").last, let dot = last.lastIndex(of: ".") else {
      return nil
    }
    let ending = last[last.index(after: dot)...].lowercased()
    return documents.contains(ending) ? ending : nil
  }
}
