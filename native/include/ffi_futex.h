/* A 32-bit word that threads sleep on: the C half of Ffi.Futex.
 *
 * C11, header only. Linux, Windows 8 and later, macOS 10.15 and later.
 * The waker changes the word first, then wakes. A wait may end for no reason: look at the word again. */
#ifndef FFI_FUTEX_H
#define FFI_FUTEX_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#if defined(_WIN32)
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#elif defined(__linux__)
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/* futex(2)'s operations. linux/futex.h has them too, which is in a separate package if the C library is musl. */
enum { FFI_FUTEX_WAIT = 0, FFI_FUTEX_WAKE = 1, FFI_FUTEX_OF_THIS_PROCESS = 128 };
#elif defined(__APPLE__)
extern int __ulock_wait(uint32_t operation, void *address, uint64_t value, uint32_t microseconds);
extern int __ulock_wake(uint32_t operation, void *address, uint64_t value);
#endif

/* Waiter and waker must name the same scope. On Windows, both mean this process. */
enum ffi_futex_scope { FFI_PRIVATE, FFI_SHARED };

#define FFI_FOREVER INT64_C(-1)

#if defined(_WIN32)
/* Looked up, so that programs don't have to link synchronization.lib. */
static inline FARPROC ffi_futex_symbol(const char *name) {
    return GetProcAddress(GetModuleHandleA("kernelbase.dll"), name);
}
#endif

/* Sleeps until woken or until the timeout expires, if the word has the expected value. */
static inline void ffi_futex_wait(_Atomic uint32_t *word, uint32_t expected, int64_t nanoseconds, enum ffi_futex_scope scope) {
#if defined(_WIN32)
    typedef BOOL(WINAPI * wait_on_address)(volatile void *, void *, SIZE_T, DWORD);
    (void)scope;
    ((wait_on_address)(void *)ffi_futex_symbol("WaitOnAddress"))(
        (void *)word, &expected, sizeof expected, nanoseconds < 0 ? INFINITE : (DWORD)((nanoseconds + 999999) / 1000000));
#elif defined(__linux__)
    struct timespec time = { (time_t)(nanoseconds / 1000000000), (long)(nanoseconds % 1000000000) };
    syscall(SYS_futex, word, FFI_FUTEX_WAIT | (scope == FFI_SHARED ? 0 : FFI_FUTEX_OF_THIS_PROCESS), expected, nanoseconds < 0 ? NULL : &time);
#elif defined(__APPLE__)
    uint32_t microseconds = nanoseconds < 0 ? 0 : nanoseconds < 1000 ? 1 : (uint32_t)(nanoseconds / 1000);
    __ulock_wait(0x01000000u | (scope == FFI_SHARED ? 3 : 1), (void *)word, expected, microseconds);
#endif
}

/* Wakes one waiting thread, or all. */
static inline void ffi_futex_wake(_Atomic uint32_t *word, bool all, enum ffi_futex_scope scope) {
#if defined(_WIN32)
    typedef void(WINAPI * wake_by_address)(void *);
    (void)scope;
    ((wake_by_address)(void *)ffi_futex_symbol(all ? "WakeByAddressAll" : "WakeByAddressSingle"))((void *)word);
#elif defined(__linux__)
    syscall(SYS_futex, word, FFI_FUTEX_WAKE | (scope == FFI_SHARED ? 0 : FFI_FUTEX_OF_THIS_PROCESS), all ? INT32_MAX : 1);
#elif defined(__APPLE__)
    __ulock_wake(0x01000000u | (scope == FFI_SHARED ? 3 : 1) | (all ? 0x100u : 0), (void *)word, 0);
#endif
}

#endif
