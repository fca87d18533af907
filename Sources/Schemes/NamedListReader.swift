public import AuditModel
import Scoring
import Yams

/// Reads the columns and documents a file names, and tells which of them a feed speaks of.
struct NamedListReader {
  /// What a scheme can refer to: its own entries, and those of the shared list.
  struct Shelf {
    var own = NamedList.empty
    var shared = NamedList.empty
    /// Put before ids of the scheme's own entries, so that no two schemes mean different things
    /// by one id.
    var prefix = ""

    private func ids(_ list: NamedList, _ probe: String) -> [String]? {
      switch probe {
      case NamedList.columnProbe: list.columns.map(\.id)
      case NamedList.documentProbe: list.documents.map(\.id)
      default: nil
      }
    }

    /// The id an entry has outside its file; nil when there is none of that name.
    func resolved(_ id: String, probe: String) -> String? {
      guard let own = ids(own, probe) else { return id }
      if own.contains(id) { return prefix + id }
      return ids(shared, probe)?.contains(id) == true ? id : nil
    }

    func known(_ probe: String) -> [String] {
      ((ids(own, probe) ?? []) + (ids(shared, probe) ?? [])).sorted()
    }

    /// Entries with their outside ids, of the shared ones those that are referred to.
    func list(used: Set<String>) -> NamedList {
      var list = own
      for index in list.columns.indices { list.columns[index].id = prefix + list.columns[index].id }
      for index in list.documents.indices {
        list.documents[index].id = prefix + list.documents[index].id
      }
      list.add(
        NamedList(
          columns: shared.columns.filter { used.contains($0.id) },
          documents: shared.documents.filter { used.contains($0.id) }))
      return list
    }
  }

  static func list(_ reader: MapReader) -> NamedList {
    var list = NamedList(
      columns: reader.items("columns").map { column(reader.nested($0)) },
      documents: reader.items("documents").map { document(reader.nested($0)) })
    for ids in [list.columns.map(\.id), list.documents.map(\.id)] {
      for (index, id) in ids.enumerated() where ids.prefix(index).contains(id) {
        reader.fail(.duplicateID(id), at: "columns")
      }
    }
    list.columns.removeAll { $0.id.isEmpty }
    list.documents.removeAll { $0.id.isEmpty }
    return list
  }

  private static func column(_ reader: MapReader) -> NamedColumn {
    defer { reader.finish() }
    _ = reader.required("names")
    return NamedColumn(
      id: reader.requiredText("id"), title: reader.requiredText("title"),
      names: reader.texts("names"), without: reader.texts("without"),
      isDuty: reader.flag("duty"))
  }

  private static func document(_ reader: MapReader) -> NamedDocument {
    defer { reader.finish() }
    let document = NamedDocument(
      id: reader.requiredText("id"), title: reader.requiredText("title"),
      titles: reader.texts("titles").map { $0.split(separator: " ").map(String.init) },
      without: reader.texts("without"), columns: reader.texts("columns"),
      due: reader.text("due").flatMap { yearDay($0, reader) },
      back: reader.whole("back") ?? 0,
      deadline: reader.text("deadline").flatMap { day($0, reader) },
      least: reader.whole("least") ?? 1,
      rhythm: reader.word("every", as: NamedDocument.Rhythm.self), isDuty: reader.flag("duty"),
      isNews: reader.flag("news"), hosts: reader.texts("hosts"))
    // Nothing to know it by.
    if document.titles.isEmpty && document.columns.isEmpty {
      reader.fail(.missingKey("titles"), at: "id")
    }
    if document.least < 1 || (document.least > 1 && document.due == nil) {
      reader.fail(.missingKey("due"), at: "least")
    }
    return document
  }

  /// `06-30`.
  private static func yearDay(_ text: String, _ reader: MapReader) -> NamedDocument.YearDay? {
    guard let day = Day("2023-\(text)") else {
      reader.fail(.wrongType(key: "due", expected: .day), at: "due")
      return nil
    }
    return NamedDocument.YearDay(month: day.month, day: day.day)
  }

  private static func day(_ text: String, _ reader: MapReader) -> Day? {
    guard let day = Day(text) else {
      reader.fail(.wrongType(key: "deadline", expected: .day), at: "deadline")
      return nil
    }
    return day
  }
}

extension Catalogue {
  /// The file of columns and documents that several schemes name.
  static let sharedNames = "named-common"

  /// The entries every scheme may refer to; none where the catalogue has no such file.
  func sharedNamedList() throws(DiagnosticList) -> NamedList {
    guard ids.contains(Catalogue.sharedNames) else { return .empty }
    let file = try file(Catalogue.sharedNames)
    let faults = Faults(file: file.name)
    let reader = MapReader(file.root, faults, Readings())
    for key in ["id", "kind", "title"] { _ = reader.requiredText(key) }
    let list = NamedListReader.list(reader)
    reader.finish()
    try faults.check()
    return list
  }

  /// Everything that the schemes of a unit name, each once.
  public func named(for schemes: [String]) throws(DiagnosticList) -> NamedList {
    var list = NamedList.empty
    for id in schemes {
      switch try item(id) {
      case .scheme(let scheme): list.add(scheme.named)
      case .combination(let combination):
        for stage in combination.stages { list.add(stage.scheme.named) }
      case nil: continue
      }
    }
    return list
  }
}
