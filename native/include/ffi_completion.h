/* Tells that an operation has ended: the C half of Ffi.NativeOperation<T>.
 *
 * The operation takes a ticket when it starts, and completes with it when it will not touch the buffer again:
 *
 *   uint32_t ticket = ffi_completion_start(completion);
 *   ...
 *   ffi_completion_complete(completion, ticket, status);     // the last thing it does with buffer and completion
 *
 * Completing twice, or with the ticket of an operation that has ended, changes nothing but a count that C# reports. */
#ifndef FFI_COMPLETION_H
#define FFI_COMPLETION_H

#include "ffi_signal.h"

struct ffi_completion {
    _Atomic uint32_t word;   /* Even: running, or not started. Odd: ended. Waiters sleep on it. */
    int32_t status;          /* What the operation ended with; written before the word. */
    _Atomic uint32_t strays; /* How often an operation was completed that was not running. */
    uint32_t reserved;
    int64_t doorbell_offset; /* From this struct to a signal that one thread waits on for many operations; 0: none. */
};

static inline uint32_t ffi_completion_start(struct ffi_completion *completion) {
    return atomic_load(&completion->word);
}

/* False if the operation of that ticket has already ended. */
static inline bool ffi_completion_complete(struct ffi_completion *completion, uint32_t ticket, int32_t status) {
    /* Read first: once the word is odd, the memory may belong to other code. The doorbell is never freed. */
    struct ffi_signal *doorbell = completion->doorbell_offset == 0 ? NULL : (struct ffi_signal *)((char *)completion + completion->doorbell_offset);
    if (atomic_load(&completion->word) != ticket) {
        atomic_fetch_add(&completion->strays, 1);
        return false;
    }

    completion->status = status;
    if (!atomic_compare_exchange_strong(&completion->word, &ticket, ticket | 1)) {
        atomic_fetch_add(&completion->strays, 1);
        return false;
    }

    ffi_futex_wake(&completion->word, true, FFI_SHARED);
    if (doorbell != NULL) {
        ffi_signal_notify(doorbell);
    }

    return true;
}

#endif
