#pragma once
#include <stddef.h>
#include <stdint.h>
#include <ffi_types.h>
#include <ffi_time_t.h>
typedef long ssize_t;
typedef unsigned char u_char;
typedef unsigned short u_short;
typedef unsigned int u_int;
typedef unsigned long u_long;
typedef uint8_t u_int8_t;
typedef uint16_t u_int16_t;
typedef uint32_t u_int32_t;
typedef uint64_t u_int64_t;
typedef intptr_t register_t;
#if defined(__linux__)
typedef int clockid_t;
typedef void *timer_t;
#endif
#include <ffi_pthread_types.h>
#include <sys/select.h>
