import WebAddress

/// Which addresses a transfer may connect to.
struct AddressGate: Sendable {
  /// Addresses of the operator's own network are let through.
  var allowsPrivate: Bool
  /// Addresses the operator named for this host and port, in network order.
  var named: [[UInt8]]

  func admits(_ address: [UInt8]) -> Bool {
    allowsPrivate || isPublicAddress(address) || named.contains(address)
  }
}

/// Whether the address (4 or 16 bytes, network order) belongs to the open Internet.
///
/// A hostile page must not steer us into the operator's network, so whatever is not known to be
/// public is not.
func isPublicAddress(_ address: [UInt8]) -> Bool {
  AddressClass(networkOrder: address) == .publicUse
}
