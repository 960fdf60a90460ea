#pragma once
#include <stddef.h>
#include <ffi_locale_t.h>
#if !defined(_WIN32)
#include <strings.h>
#endif
