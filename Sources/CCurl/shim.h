// Everything Swift cannot call directly in curl, under names of our own (prefix ccurl_).
#ifndef MINGCHA_ccurl_shim_h
#define MINGCHA_ccurl_shim_h

#include <curl/curl.h>

#endif
