#pragma once
#include <sys/types.h>
#include <ffi_sigset_t.h>
#define SIGHUP 1
#define SIGQUIT 3
#define SIGTRAP 5
#define SIGABRT 6
#define SIGIOT 6
#define SIGBUS 7
#define SIGKILL 9
#define SIGUSR1 10
#define SIGUSR2 12
#define SIGPIPE 13
#define SIGALRM 14
#define SIGCHLD 17
#define SIGCONT 18
#define SIGSTOP 19
#define SIGTSTP 20
#define SIGTTIN 21
#define SIGTTOU 22
#define SIGURG 23
#define SIGXCPU 24
#define SIGXFSZ 25
#define SIGVTALRM 26
#define SIGPROF 27
#define SIGWINCH 28
#define SIGIO 29
#define SIGPOLL 29
#define SIGPWR 30
#define SIGSYS 31
#define NSIG 65
#define SA_NOCLDSTOP 1
#define SA_NOCLDWAIT 2
#define SA_SIGINFO 4
#define SA_RESTART 0x10000000
#define SIG_BLOCK 0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2
union sigval { int sival_int; void *sival_ptr; };
typedef union sigval sigval_t;
typedef struct { int si_signo, si_errno, si_code; union { int ffi_words[28]; void *ffi_alignment; } ffi_fields; } siginfo_t;
struct sigaction {
    union { void (*sa_handler)(int); void (*sa_sigaction)(int, siginfo_t *, void *); } ffi_handler;
    sigset_t sa_mask;
    int sa_flags;
    void (*sa_restorer)(void);
};
struct sigevent { union sigval sigev_value; int sigev_signo, sigev_notify; union { int ffi_words[12]; void *ffi_alignment; } ffi_fields; };
typedef struct { void *ss_sp; int ss_flags; size_t ss_size; } stack_t;
