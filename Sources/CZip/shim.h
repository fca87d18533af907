// Everything Swift cannot call directly in libzip, under names of our own (prefix czip_).
// https://libzip.org/documentation/
#ifndef MINGCHA_CZIP_SHIM_H
#define MINGCHA_CZIP_SHIM_H

#include <zip.h>

// Why: zip_open_from_source owns the source only when it succeeds, so that two failures are freed
// in two ways; one function says it once. The bytes must outlive the archive. `code` receives a
// ZIP_ER_ number. May go when libzip can open a buffer in one call.
static inline zip_t *_Nullable czip_open(const void *_Nonnull bytes, zip_uint64_t count,
                                         int *_Nonnull code) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(bytes, count, 0, &error);
  zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
  if (source && !archive) zip_source_free(source);
  *code = error.zip_err;
  zip_error_fini(&error);
  return archive;
}

#endif
