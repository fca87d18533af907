public import ArgumentParser
public import AuditModel
public import Auditing
public import Scoring

// Values of the house as command-line arguments.

extension AuditedUnit.Kind: ExpressibleByArgument {}

extension Day: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}

extension AuditOptions.Resolve: ExpressibleByArgument {
  /// Reads `host:port:address`.
  public init?(argument: String) { self.init(argument) }
}

extension Rational: ExpressibleByArgument {
  /// Reads `60`, `59.5`, `2/3`.
  public init?(argument: String) { self.init(argument) }
}
