// libdeflate as it is: whole buffers in one call (https://github.com/ebiggers/libdeflate).
#ifndef MINGCHA_cdeflate_shim_h
#define MINGCHA_cdeflate_shim_h

#include <libdeflate.h>

#endif
