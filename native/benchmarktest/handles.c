// Handles with a ledger: how many are open, and whether one was closed twice or used after.
#include "benchmarktest.h"
#include <stdatomic.h>
#include <stdlib.h>

typedef struct { uint32_t magic; int32_t value; } handle_t;

enum { OPEN = 0x0FE11A5E, CLOSED = 0xDEADDEAD };

static atomic_llong open_handles;

EXPORT handle_t *handle_open(int32_t value)
{
    if (value < 0)
        return NULL;
    handle_t *handle = malloc(sizeof *handle);
    *handle = (handle_t){OPEN, value};
    open_handles++;
    return handle;
}

EXPORT int32_t handle_close(handle_t *handle)
{
    if (handle->magic != OPEN)
        abort();
    handle->magic = CLOSED;
    open_handles--;
    free(handle);
    return 1;
}

EXPORT int32_t handle_value(const handle_t *handle) { return handle->magic == OPEN ? handle->value : -1; }

EXPORT int32_t handle_weigh_2(const handle_t *a, const handle_t *b) { return handle_value(a) + 100 * handle_value(b); }

EXPORT int32_t handle_open_into(int32_t value, handle_t **handle)
{
    *handle = handle_open(value);
    return *handle ? 0 : -1;
}

// Puts a new handle in the place of another, which stays open; leaves it where the value is negative.
EXPORT int32_t handle_replace(handle_t **handle, int32_t value)
{
    int32_t before = handle_value(*handle);
    if (value >= 0)
        *handle = handle_open(value);
    return before;
}

EXPORT int64_t handle_outstanding(void) { return open_handles; }
