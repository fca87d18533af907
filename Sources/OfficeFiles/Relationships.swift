/// The relationships of one part (ECMA-376 Part 2 §6.5): which other parts it names, and as what.
struct Relationships {
  struct Target {
    /// Last word of the relationship's type, such as `worksheet`; strict and transitional agree.
    let type: String
    /// Member name.
    let member: String
  }

  private(set) var targets: [String: Target] = [:]

  /// Of a part such as `xl/workbook.xml`, or of the package itself for an empty name.
  init(of part: String, in package: borrowing OfficePackage) throws(OfficeFileError) {
    let folder = part.split(separator: "/").dropLast().joined(separator: "/")
    let name = part.split(separator: "/").last.map(String.init) ?? ""
    let member = (folder.isEmpty ? "" : folder + "/") + "_rels/\(name).rels"
    guard package.contains(member) else { return }
    let listener = Listener(folder: folder)
    try XMLEvents.read(try package.bytes(of: member), member: member, listener)
    targets = listener.targets
  }

  /// The first part of that type.
  func member(ofType type: String) -> String? {
    targets.sorted { $0.key < $1.key }.first { $0.value.type == type }?.value.member
  }

  private final class Listener: XMLListener {
    private let folder: String
    var targets: [String: Target] = [:]

    init(folder: String) { self.folder = folder }

    func start(_ name: String, _ attributes: [String: String]) {
      guard name == "Relationship", attributes["TargetMode"] != "External",
        let id = attributes["Id"], let type = attributes["Type"],
        let target = attributes["Target"]
      else { return }
      targets[id] = Target(
        type: type.split(separator: "/").last.map(String.init) ?? "",
        member: Relationships.resolve(target, from: folder))
    }

    func text(_ text: String) {}
    func end(_ name: String) {}
  }

  /// A target relative to the part's folder, or to the package when it begins with a slash.
  static func resolve(_ target: String, from folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for step in target.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}
