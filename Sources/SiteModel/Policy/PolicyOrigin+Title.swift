public import AuditModel

extension PolicyOrigin {
  /// Whose document a title says it is.
  public init(title: String, unit: AuditedUnit) {
    self.init(title: title, number: nil, publisher: nil, unit: unit)
  }
}
