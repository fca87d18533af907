import AuditModel
import SiteModel
import WebAddress

/// What every observation about a policy document carries.
enum PolicyValues {
  static func make(_ policy: PolicyDocument) -> [String: String] {
    var values = ["policy": policy.title, "document": policy.id]
    values["number"] = policy.number
    values["kind"] = policy.isNormative ? "normative" : "other"
    return values
  }

  static func page(_ policy: PolicyDocument) -> PageReference? {
    policy.sightings.first?.reference
  }

  /// Why a copy may show more than was read; nil when all were read whole.
  static func doubt(_ policy: PolicyDocument) -> InconclusiveReason? {
    policy.sightings.lazy.compactMap(\.doubt).first
  }
}

extension Citation {
  static let disclosureRegulation = "政府信息公开条例(国务院令第711号)"
  static let developmentGuideline = "国务院办公厅关于印发政府网站发展指引的通知(国办发〔2017〕47号)"
}
