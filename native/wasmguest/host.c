/* The host's side of the guest: the guest's functions as C functions of a shared library. Each returns why the guest trapped, 0 where it
 * did not, and its result by pointer. A trap is a longjmp; it ends here, and passes no frame but the guest's. */
#include <stdlib.h>

#include "guest.wasm.h"
#include "wasm-rt-impl.h"

#if defined(_WIN32)
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

typedef Z_guest_instance_t guest;

#define CALL(statement)                           \
    wasm_rt_trap_t trap = wasm_rt_impl_try();     \
    if (trap == WASM_RT_TRAP_NONE) {              \
        statement;                                \
    }                                             \
    return trap

/* Not from two threads at once. */
EXPORT guest *guest_open(void) {
    static bool is_initialized;
    if (!is_initialized) {
        is_initialized = true;
        wasm_rt_init();
        Z_guest_init_module();
    }

    guest *opened = calloc(1, sizeof *opened);
    Z_guest_instantiate(opened);
    return opened;
}

EXPORT void guest_close(guest *guest) {
    Z_guest_free(guest);
    free(guest);
}

/* Where the memory is now, and how large. */
EXPORT void *guest_memory(guest *guest, uint32_t *size) {
    *size = guest->w2c_memory.size;
    return guest->w2c_memory.data;
}

EXPORT const char *guest_explain(int trap) {
    return wasm_rt_strerror(trap);
}

EXPORT int guest_allocate(guest *guest, uint32_t bytes, uint32_t *result) {
    CALL(*result = Z_guestZ_allocate(guest, bytes));
}

EXPORT int guest_deallocate(guest *guest, uint32_t block, uint32_t bytes) {
    CALL(Z_guestZ_deallocate(guest, block, bytes));
}

EXPORT int guest_live_blocks(guest *guest, uint32_t *result) {
    CALL(*result = Z_guestZ_live_blocks(guest));
}

EXPORT int guest_sum(guest *guest, uint32_t numbers, uint32_t count, int64_t *result) {
    CALL(*result = (int64_t)Z_guestZ_sum(guest, numbers, count));
}

EXPORT int guest_reversed(guest *guest, uint32_t text, uint32_t length, uint64_t *result) {
    CALL(*result = Z_guestZ_reversed(guest, text, length));
}

EXPORT int guest_lying(guest *guest, uint64_t *result) {
    CALL(*result = Z_guestZ_lying(guest));
}

EXPORT int guest_grow(guest *guest, uint32_t pages) {
    CALL(Z_guestZ_grow(guest, pages));
}

EXPORT int guest_divide(guest *guest, uint32_t left, uint32_t right, uint32_t *result) {
    CALL(*result = Z_guestZ_divide(guest, left, right));
}

EXPORT int guest_load(guest *guest, uint32_t offset, uint32_t *result) {
    CALL(*result = Z_guestZ_load(guest, offset));
}
