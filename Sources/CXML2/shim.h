// Everything Swift cannot call directly in xml2, under names of our own (prefix cxml2_).
#ifndef MINGCHA_cxml2_shim_h
#define MINGCHA_cxml2_shim_h

#include <libxml/HTMLparser.h>

#endif
