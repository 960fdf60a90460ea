/* Tells waiting threads that something changed: the C half of Ffi.NativeSignal.
 *
 * Waiting:   uint32_t ticket = ffi_signal_listen(signal); look; if there is nothing, ffi_signal_wait(signal, ticket, ...) and look again.
 * Notifying: change, then ffi_signal_notify(signal). If no thread waits, that is a fence and a load. */
#ifndef FFI_SIGNAL_H
#define FFI_SIGNAL_H

#include "ffi_futex.h"

struct ffi_signal {
    _Atomic uint32_t sequence;   /* Waiters sleep on it. */
    _Atomic uint32_t is_awaited; /* Whether to step the sequence at all. */
};

static inline uint32_t ffi_signal_listen(struct ffi_signal *signal) {
    uint32_t ticket = atomic_load(&signal->sequence);
    atomic_store(&signal->is_awaited, 1);
    return ticket;
}

static inline void ffi_signal_wait(struct ffi_signal *signal, uint32_t ticket, int64_t nanoseconds) {
    ffi_futex_wait(&signal->sequence, ticket, nanoseconds, FFI_SHARED);
}

static inline void ffi_signal_notify(struct ffi_signal *signal) {
    atomic_thread_fence(memory_order_seq_cst);
    if (atomic_load(&signal->is_awaited)) {
        /* In this order: a flag raised after the step stays up for the next notifier. */
        atomic_store(&signal->is_awaited, 0);
        atomic_fetch_add(&signal->sequence, 1);
        ffi_futex_wake(&signal->sequence, true, FFI_SHARED);
    }
}

#endif
