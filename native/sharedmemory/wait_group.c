/* Work on threads that counts itself down. */
#include "../include/ffi_wait_group.h"
#include "thread.h"

struct work {
    struct ffi_wait_group *group;
    _Atomic uint64_t *sum;
    uint32_t rounds;
};

static void *add_up(void *argument) {
    struct work *work = argument;
    for (uint32_t round = 1; round <= work->rounds; round++) {
        atomic_fetch_add(work->sum, round);
        ffi_wait_group_done(work->group);
    }

    return NULL;
}

EXPORT intptr_t wait_group_work(struct work *work) {
    return thread_start(add_up, work);
}

EXPORT int wait_group_done(struct ffi_wait_group *group) {
    return ffi_wait_group_done(group);
}
