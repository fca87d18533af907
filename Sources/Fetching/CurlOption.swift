import CCurl

/// An option of an easy handle together with the type of its value, so that a string cannot be
/// given where libcurl reads a number: under clang libcurl's own check of types is switched off.
struct CurlOption<Value> {
  let raw: CURLoption

  init(_ raw: CURLoption) { self.raw = raw }
}

/// Switches; libcurl reads 0 or 1.
extension CurlOption where Value == Bool {
  static var noSignal: Self { Self(CURLOPT_NOSIGNAL) }
  static var verbose: Self { Self(CURLOPT_VERBOSE) }
  static var pathAsIs: Self { Self(CURLOPT_PATH_AS_IS) }
  static var noBody: Self { Self(CURLOPT_NOBODY) }
  static var httpGet: Self { Self(CURLOPT_HTTPGET) }
  static var followLocation: Self { Self(CURLOPT_FOLLOWLOCATION) }
  static var verifyPeer: Self { Self(CURLOPT_SSL_VERIFYPEER) }
  static var waitForMultiplexing: Self { Self(CURLOPT_PIPEWAIT) }
  static var contentDecoding: Self { Self(CURLOPT_HTTP_CONTENT_DECODING) }
  static var quickExit: Self { Self(CURLOPT_QUICK_EXIT) }
}

/// Numbers and enumerations.
extension CurlOption where Value == Int {
  static var connectTimeoutMilliseconds: Self { Self(CURLOPT_CONNECTTIMEOUT_MS) }
  static var timeoutMilliseconds: Self { Self(CURLOPT_TIMEOUT_MS) }
  static var lowSpeedBytes: Self { Self(CURLOPT_LOW_SPEED_LIMIT) }
  static var lowSpeedSeconds: Self { Self(CURLOPT_LOW_SPEED_TIME) }
  static var bufferSize: Self { Self(CURLOPT_BUFFERSIZE) }
  static var dnsCacheSeconds: Self { Self(CURLOPT_DNS_CACHE_TIMEOUT) }
  static var httpVersion: Self { Self(CURLOPT_HTTP_VERSION) }
  /// The lowest version of TLS.
  static var tlsVersion: Self { Self(CURLOPT_SSLVERSION) }
  /// 2 compares the name in the certificate, 0 does not.
  static var verifyHost: Self { Self(CURLOPT_SSL_VERIFYHOST) }
}

/// Strings, copied by libcurl.
extension CurlOption where Value == String {
  static var url: Self { Self(CURLOPT_URL) }
  static var protocols: Self { Self(CURLOPT_PROTOCOLS_STR) }
  static var userAgent: Self { Self(CURLOPT_USERAGENT) }
  static var acceptEncoding: Self { Self(CURLOPT_ACCEPT_ENCODING) }
  static var proxy: Self { Self(CURLOPT_PROXY) }
  static var certificateAuthorities: Self { Self(CURLOPT_CAINFO) }
  static var cipherList: Self { Self(CURLOPT_SSL_CIPHER_LIST) }
}

/// Lists, not copied: whoever sets one keeps it alive for the transfer.
extension CurlOption where Value == CurlList {
  static var headers: Self { Self(CURLOPT_HTTPHEADER) }
  static var resolve: Self { Self(CURLOPT_RESOLVE) }
}
