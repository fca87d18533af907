// Everything Swift cannot call directly in xlsxwriter, under names of our own (prefix cworkbook_).
#ifndef MINGCHA_cworkbook_shim_h
#define MINGCHA_cworkbook_shim_h

#include <xlsxwriter.h>

#endif
