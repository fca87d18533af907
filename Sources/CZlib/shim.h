// Everything Swift cannot call directly in z, under names of our own (prefix czlib_).
#ifndef MINGCHA_czlib_shim_h
#define MINGCHA_czlib_shim_h

#include <zlib.h>

#endif
