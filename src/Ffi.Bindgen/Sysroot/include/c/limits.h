#pragma once
#define CHAR_BIT 8
#define SCHAR_MIN (-128)
#define SCHAR_MAX 127
#define UCHAR_MAX 255
#ifdef __CHAR_UNSIGNED__
#define CHAR_MIN 0
#define CHAR_MAX UCHAR_MAX
#else
#define CHAR_MIN SCHAR_MIN
#define CHAR_MAX SCHAR_MAX
#endif
#define SHRT_MIN (-32768)
#define SHRT_MAX 32767
#define USHRT_MAX 65535
#define INT_MIN (-INT_MAX - 1)
#define INT_MAX 2147483647
#define UINT_MAX 4294967295U
#define LONG_MIN (-LONG_MAX - 1L)
#define LONG_MAX __LONG_MAX__
#define ULONG_MAX (__LONG_MAX__ * 2UL + 1UL)
#define LLONG_MIN (-LLONG_MAX - 1LL)
#define LLONG_MAX __LONG_LONG_MAX__
#define ULLONG_MAX (__LONG_LONG_MAX__ * 2ULL + 1ULL)
#if defined(_WIN32)
#define MB_LEN_MAX 5
#define _I64_MIN (-9223372036854775807ll - 1)
#define _I64_MAX 9223372036854775807ll
#define _UI64_MAX 0xffffffffffffffffull
#define PATH_MAX 260
#define SSIZE_MAX LLONG_MAX
#elif defined(__APPLE__)
#define MB_LEN_MAX 6
#define PATH_MAX 1024
#define NAME_MAX 255
#define IOV_MAX 1024
#define SSIZE_MAX LONG_MAX
#else
#define MB_LEN_MAX 16
#define PATH_MAX 4096
#define NAME_MAX 255
#define IOV_MAX 1024
#define SSIZE_MAX LONG_MAX
#endif
