#pragma once
#include <ffi_types.h>
#include <ffi_timeval.h>
#include <ffi_timespec.h>
#include <ffi_sigset_t.h>
#define FD_SETSIZE 1024
#if defined(__APPLE__)
typedef struct fd_set { int fds_bits[32]; } fd_set;
#else
typedef long fd_mask;
typedef struct { long fds_bits[16]; } fd_set;
#endif
