#pragma once
#include <sys/types.h>
#include <time.h>
#if defined(__APPLE__)
struct sched_param { int sched_priority; char ffi_bytes[4]; };
#define SCHED_OTHER 1
#define SCHED_FIFO 4
#define SCHED_RR 2
#else
struct sched_param { int sched_priority; };
typedef struct { unsigned long ffi_bits[16]; } cpu_set_t;
#define CPU_SETSIZE 1024
#define SCHED_OTHER 0
#define SCHED_FIFO 1
#define SCHED_RR 2
#endif
