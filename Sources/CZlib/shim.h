// Everything Swift cannot call directly in z, under names of our own (prefix czlib_).
#ifndef MINGCHA_czlib_shim_h
#define MINGCHA_czlib_shim_h

#include <zlib.h>

// inflateInit2 is a macro (it adds the header's version and the struct's size): Swift cannot see it;
// 15 + 16 accepts gzip and nothing else.
static inline int czlib_inflate_init(z_streamp stream) {
  return inflateInit2(stream, 15 + 16);
}

#endif
