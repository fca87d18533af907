import ArgumentParser
import Auditing
import Foundation

extension ExitCode {
  /// Done, and a limit the caller set was crossed.
  static let limitCrossed = ExitCode(1)
  /// Usage or configuration error.
  static let misconfigured = ExitCode(2)
  /// The target could not be audited.
  static let targetFailed = ExitCode(3)
  /// Interrupted; the same command goes on where it stopped.
  static let interrupted = ExitCode(130)
}

extension AuditError {
  var exitCode: ExitCode {
    switch code {
    case .registry, .unknownUnit, .badTarget, .options, .ledger, .archive, .output: .misconfigured
    case .targetUnreachable, .targetBlocked: .targetFailed
    case .interrupted: .interrupted
    }
  }
}

/// Writes to standard error, which carries everything that is not a result.
func complain(_ text: String) {
  // A terminal that went away must not end the run.
  try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
}

/// Says what went wrong in one sentence and ends with the design's exit code.
func failure(_ error: any Error) -> any Error {
  switch error {
  case let error as AuditError:
    complain("错误:\(error)")
    return error.exitCode
  case is ExitCode, is ValidationError, is CleanExit: return error
  default:
    complain("错误:\(error)")
    return ExitCode.misconfigured
  }
}
