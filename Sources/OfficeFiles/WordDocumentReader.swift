/// Reads DOCX documents (ECMA-376, transitional and strict).
public struct WordDocumentReader: Sendable {
  public var limits: OfficeLimits

  public init(limits: OfficeLimits = OfficeLimits()) { self.limits = limits }

  public func read(_ bytes: [UInt8]) throws(OfficeFileError) -> WordDocument {
    let package = try OfficePackage(bytes, limits: limits)
    let root = try Relationships(of: "", in: package)
    guard let main = root.member(ofType: "officeDocument") else {
      throw OfficeFileError(.wrongKind, "", Wording.noDocument)
    }
    let part = DocumentPart(limits: limits)
    try XMLEvents.read(try package.bytes(of: main), member: main, part)
    guard part.isDocument else { throw OfficeFileError(.wrongKind, main, Wording.noDocument) }
    return WordDocument(blocks: part.blocks, pictures: part.pictures)
  }
}
