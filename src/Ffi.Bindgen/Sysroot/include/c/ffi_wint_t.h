#pragma once
#if defined(_WIN32)
typedef unsigned short wint_t;
typedef unsigned short wctype_t;
typedef int mbstate_t;
#elif defined(__APPLE__)
typedef int wint_t;
typedef unsigned int wctype_t;
typedef union { char ffi_bytes[128]; long long ffi_alignment; } mbstate_t;
#else
typedef unsigned int wint_t;
typedef unsigned long wctype_t;
typedef struct { int ffi_count; union { unsigned int ffi_wide; char ffi_bytes[4]; } ffi_value; } mbstate_t;
#endif
#define WEOF ((wint_t)-1)
