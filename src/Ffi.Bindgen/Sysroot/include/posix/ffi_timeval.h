#pragma once
#include <ffi_time_t.h>
struct timeval {
    time_t tv_sec;
#if defined(__APPLE__)
    int tv_usec;
#else
    long tv_usec;
#endif
};
