public import ArgumentParser
public import AuditModel
import Auditing
public import Scoring

// Values of the house as command-line arguments.

extension AuditedUnit.Kind: ExpressibleByArgument {}

extension Day {
  /// Reads `YYYY-MM-DD`.
  static func argument(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw ValidationError(Wording.notADay) }
    return day
  }
}

extension AuditOptions.Resolve {
  /// Reads `host:port:address`.
  static func argument(_ text: String) throws -> Self {
    guard let override = Self(text) else { throw ValidationError(Wording.notAnOverride) }
    return override
  }
}

extension Rational: ExpressibleByArgument {
  /// Reads `60`, `59.5`, `2/3`.
  public init?(argument: String) { self.init(argument) }
}
