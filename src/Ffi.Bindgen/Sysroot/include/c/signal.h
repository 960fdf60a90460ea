#pragma once
typedef int sig_atomic_t;
#define SIG_DFL ((void (*)(int))0)
#define SIG_IGN ((void (*)(int))1)
#define SIG_ERR ((void (*)(int))-1)
#define SIGINT 2
#define SIGILL 4
#define SIGFPE 8
#define SIGSEGV 11
#define SIGTERM 15
#if defined(_WIN32)
#define SIGBREAK 21
#define SIGABRT 22
#define SIGABRT_COMPAT 6
#define NSIG 23
#else
#include <ffi_signal.h>
#endif
