/// One request as the server saw it: the proof of who asked for what, when, and how politely.
public struct RequestRecord: Sendable, Hashable {
  /// Host asked for, without port.
  public let host: String
  /// `GET`, `HEAD` …
  public let method: String
  /// Path and query as sent.
  public let target: String
  /// Seconds since the server started.
  public let arrival: Double
  /// Requests of the same host being answered at that moment, this one included.
  public let concurrent: Int
}

/// All requests in the order of arrival, with the measures of politeness.
public struct RequestLog: Sendable {
  /// In order of arrival.
  public internal(set) var records: [RequestRecord] = []

  /// The most requests of the host that were ever being answered at once; 0 when never asked.
  public func maximumConcurrency(host: String) -> Int {
    records.filter { $0.host == host }.map(\.concurrent).max() ?? 0
  }

  /// The shortest time between two arrivals at the host, in seconds; nil below two requests.
  public func minimumGap(host: String) -> Double? {
    let times = records.filter { $0.host == host }.map(\.arrival).sorted()
    return zip(times.dropFirst(), times).map { $0 - $1 }.min()
  }

  /// Whether the address (path and query) was asked for at all.
  public func hasRequest(host: String, target: String) -> Bool {
    records.contains { $0.host == host && $0.target == target }
  }
}
