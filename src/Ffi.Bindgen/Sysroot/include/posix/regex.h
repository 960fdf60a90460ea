#pragma once
#include <sys/types.h>
#if defined(__APPLE__)
typedef off_t regoff_t;
typedef struct { int re_magic; size_t re_nsub; const char *re_endp; struct re_guts *re_g; } regex_t;
#else
typedef int regoff_t;
typedef struct re_pattern_buffer { void *ffi_words[6]; size_t re_nsub; unsigned long ffi_flags; } regex_t;
#endif
typedef struct { regoff_t rm_so, rm_eo; } regmatch_t;
