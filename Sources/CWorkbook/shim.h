// Everything Swift cannot call directly in libxlsxwriter, under names of our own (prefix
// cworkbook_). https://libxlsxwriter.github.io
#ifndef MINGCHA_CWORKBOOK_SHIM_H
#define MINGCHA_CWORKBOOK_SHIM_H

#include <string.h>
#include <xlsxwriter.h>

// Why: lxw_strerror() returns a plain char*, which Swift imports as a mutable, implicitly
// unwrapped pointer; this one says that the text is constant and always there. May go when the
// library annotates it.
static inline const char *_Nonnull cworkbook_error_text(lxw_error error) {
  const char *text = lxw_strerror(error);
  return text ? text : "unknown error";
}

#endif
