#pragma once
#include <sys/types.h>
#include <ffi_timeval.h>
#if defined(__APPLE__)
typedef unsigned long long rlim_t;
#else
typedef unsigned long rlim_t;
#endif
struct rlimit { rlim_t rlim_cur, rlim_max; };
struct rusage {
    struct timeval ru_utime, ru_stime;
    long ru_maxrss, ru_ixrss, ru_idrss, ru_isrss, ru_minflt, ru_majflt, ru_nswap, ru_inblock, ru_oublock, ru_msgsnd, ru_msgrcv, ru_nsignals, ru_nvcsw, ru_nivcsw;
};
