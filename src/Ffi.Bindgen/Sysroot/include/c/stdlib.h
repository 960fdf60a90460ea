#pragma once
#include <stddef.h>
#include <limits.h>
#include <ffi_locale_t.h>
#if defined(_WIN32)
#include <ffi_crt.h>
#else
#include <sys/types.h>
#include <alloca.h>
#endif
typedef struct { int quot, rem; } div_t;
typedef struct { long quot, rem; } ldiv_t;
typedef struct { long long quot, rem; } lldiv_t;
#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1
#if defined(_WIN32)
#define RAND_MAX 32767
#define _MAX_PATH 260
#define _MAX_DRIVE 3
#define _MAX_DIR 256
#define _MAX_FNAME 256
#define _MAX_EXT 256
#else
#define RAND_MAX 2147483647
#endif
