// Everything Swift cannot call directly in libcurl, under names of our own (prefix ccurl_).
//
// curl_easy_setopt, curl_easy_getinfo and curl_multi_setopt are variadic, and Swift imports no
// variadic C function. There is one function here per KIND of value, so that the typed options of
// Sources/Fetching/CurlOption.swift are the only place where an option meets a type. They can go
// when Swift can call variadic C functions.
#ifndef MINGCHA_ccurl_shim_h
#define MINGCHA_ccurl_shim_h

#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
// What the loop waits with; Swift's Glibc module leaves both out.
#include <sys/epoll.h>
#include <sys/eventfd.h>

// Options that take a long (numbers, switches, bit masks, enumerations).
static inline CURLcode ccurl_easy_set_long(
    CURL *_Nonnull easy, CURLoption option, long value) {
  return curl_easy_setopt(easy, option, value);
}

// Options that take a string; libcurl copies it. NULL puts the default back.
static inline CURLcode ccurl_easy_set_string(
    CURL *_Nonnull easy, CURLoption option, const char *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

// Options that take a pointer handed back to a callback, or a buffer; libcurl keeps the pointer.
static inline CURLcode ccurl_easy_set_pointer(
    CURL *_Nonnull easy, CURLoption option, void *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

// Options that take a list; libcurl does not copy it, it must outlive the transfer.
static inline CURLcode ccurl_easy_set_list(
    CURL *_Nonnull easy, CURLoption option, struct curl_slist *_Nullable value) {
  return curl_easy_setopt(easy, option, value);
}

// Options that take a function receiving bytes (write and header functions share one type).
static inline CURLcode ccurl_easy_set_receiver(
    CURL *_Nonnull easy, CURLoption option, curl_write_callback _Nonnull function) {
  return curl_easy_setopt(easy, option, function);
}

// The function that watches the protocol (CURLOPT_DEBUGFUNCTION).
static inline CURLcode ccurl_easy_set_debug_function(
    CURL *_Nonnull easy, curl_debug_callback _Nonnull function) {
  return curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, function);
}

// The function that opens sockets (CURLOPT_OPENSOCKETFUNCTION).
static inline CURLcode ccurl_easy_set_opensocket_function(
    CURL *_Nonnull easy, curl_opensocket_callback _Nonnull function) {
  return curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, function);
}

// Facts of a finished transfer that are longs; -1 when libcurl does not know.
static inline long ccurl_easy_get_long(CURL *_Nonnull easy, CURLINFO fact) {
  long value = -1;
  return curl_easy_getinfo(easy, fact, &value) == CURLE_OK ? value : -1;
}

// Facts that are 64-bit numbers; -1 when libcurl does not know.
static inline curl_off_t ccurl_easy_get_offset(CURL *_Nonnull easy, CURLINFO fact) {
  curl_off_t value = -1;
  return curl_easy_getinfo(easy, fact, &value) == CURLE_OK ? value : -1;
}

// Facts that are strings, owned by the handle and good until its next transfer.
static inline const char *_Nullable ccurl_easy_get_string(CURL *_Nonnull easy, CURLINFO fact) {
  char *value = NULL;
  return curl_easy_getinfo(easy, fact, &value) == CURLE_OK ? value : NULL;
}

// Options of a multi handle that take a long.
static inline CURLMcode ccurl_multi_set_long(
    CURLM *_Nonnull multi, CURLMoption option, long value) {
  return curl_multi_setopt(multi, option, value);
}

// What a multi handle calls about the sockets it waits for, and about its timer, with the pointer
// handed back to them.
static inline CURLMcode ccurl_multi_set_socket_function(
    CURLM *_Nonnull multi, curl_socket_callback _Nonnull function) {
  return curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, function);
}

static inline CURLMcode ccurl_multi_set_timer_function(
    CURLM *_Nonnull multi, curl_multi_timer_callback _Nonnull function) {
  return curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, function);
}

static inline CURLMcode ccurl_multi_set_pointer(
    CURLM *_Nonnull multi, CURLMoption option, void *_Nonnull value) {
  return curl_multi_setopt(multi, option, value);
}

// The next finished transfer, or NULL. CURLMsg holds a union whose wrong arm Swift could read;
// here only the arm that belongs to CURLMSG_DONE comes out.
static inline CURL *_Nullable ccurl_multi_next_finished(
    CURLM *_Nonnull multi, CURLcode *_Nonnull result) {
  int left;
  CURLMsg *message;
  while ((message = curl_multi_info_read(multi, &left)))
    if (message->msg == CURLMSG_DONE) {
      *result = message->data.result;
      return message->easy_handle;
    }
  return NULL;
}

// The address bytes in network order, 4 or 16 of them; 0 for any other family. The structure ends
// in a `struct sockaddr`, but libcurl puts a longer one there, which Swift's copy would cut off.
static inline int ccurl_socket_address_bytes(
    const struct curl_sockaddr *_Nonnull address, unsigned char *_Nonnull bytes) {
  if (address->family == AF_INET) {
    memcpy(bytes, &((const struct sockaddr_in *)&address->addr)->sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6) {
    memcpy(bytes, &((const struct sockaddr_in6 *)&address->addr)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

#endif
