/* Counts running work: the C half of Ffi.NativeWaitGroup. */
#ifndef FFI_WAIT_GROUP_H
#define FFI_WAIT_GROUP_H

#include "ffi_futex.h"

struct ffi_wait_group {
    _Atomic uint32_t count;
};

/* Before the work starts. */
static inline void ffi_wait_group_add(struct ffi_wait_group *group, uint32_t count) {
    atomic_fetch_add(&group->count, count);
}

/* False, and nothing is changed, if no work is running: it was called too often.
 * After the last call a waiting thread may free the group, so don't use it again. */
static inline bool ffi_wait_group_done(struct ffi_wait_group *group) {
    uint32_t count = atomic_load(&group->count);
    do {
        if (count == 0) {
            return false;
        }
    } while (!atomic_compare_exchange_weak(&group->count, &count, count - 1));

    if (count == 1) {
        ffi_futex_wake(&group->count, true, FFI_SHARED);
    }

    return true;
}

static inline void ffi_wait_group_wait(struct ffi_wait_group *group) {
    for (uint32_t count; (count = atomic_load(&group->count)) != 0;) {
        ffi_futex_wait(&group->count, count, FFI_FOREVER, FFI_SHARED);
    }
}

#endif
