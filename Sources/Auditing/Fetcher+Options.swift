import Fetching

extension Fetcher {
  /// A fetcher that reaches what the options allow.
  /// - Throws: ``AuditError`` with code `options`.
  static func started(_ options: AuditOptions) throws(AuditError) -> Fetcher {
    do throws(FetcherConfigurationError) {
      return try Fetcher(configuration: try configuration(options))
    } catch {
      throw AuditError(.options, error.code.rawValue, "\(error)")
    }
  }

  private static func configuration(_ options: AuditOptions) throws(FetcherConfigurationError)
    -> FetcherConfiguration
  {
    var resolve: [ResolveOverride] = []
    for item in options.resolve {
      resolve.append(
        try ResolveOverride(host: item.host, port: item.port, address: item.address))
    }
    var configuration = FetcherConfiguration(
      resolve: resolve, allowPrivate: options.allowsPrivate,
      maximumConnections: options.connections)
    configuration.keepsRequestHeads = options.archives
    return configuration
  }
}
