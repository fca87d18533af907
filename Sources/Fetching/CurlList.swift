import CCurl

/// A `curl_slist` and its only owner. Not Sendable: it lives and dies on the loop thread.
final class CurlList {
  let raw: UnsafeMutablePointer<curl_slist>

  /// Nil for an empty list (libcurl's empty list is a null pointer) or when memory ran out.
  init?(_ lines: [String]) {
    var head: UnsafeMutablePointer<curl_slist>?
    for line in lines {
      guard let longer = curl_slist_append(head, line) else {
        curl_slist_free_all(head)
        return nil
      }
      head = longer
    }
    guard let head else { return nil }
    raw = head
  }

  deinit { curl_slist_free_all(raw) }
}
