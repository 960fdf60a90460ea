#pragma once
#include <stddef.h>
#include <ffi_time_t.h>
#include <ffi_timespec.h>
#include <ffi_locale_t.h>
#if !defined(_WIN32)
#include <sys/types.h>
#endif
struct tm {
    int tm_sec, tm_min, tm_hour, tm_mday, tm_mon, tm_year, tm_wday, tm_yday, tm_isdst;
#if !defined(_WIN32)
    long tm_gmtoff;
#if defined(__APPLE__)
    char *tm_zone;
#else
    const char *tm_zone;
#endif
#endif
};
#if defined(__linux__)
typedef int clockid_t;
typedef void *timer_t;
struct itimerspec {
    struct timespec it_interval, it_value;
};
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#elif defined(__APPLE__)
typedef enum { _CLOCK_REALTIME = 0, _CLOCK_MONOTONIC = 6 } clockid_t;
#define CLOCK_REALTIME _CLOCK_REALTIME
#define CLOCK_MONOTONIC _CLOCK_MONOTONIC
#else
#define CLOCK_REALTIME 0
#define CLOCK_MONOTONIC 1
#endif
#if defined(_WIN32)
#define CLOCKS_PER_SEC 1000
#else
#define CLOCKS_PER_SEC ((clock_t)1000000)
#endif
