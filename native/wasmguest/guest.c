/* The guest: C compiled to wasm32. It knows 32-bit offsets into its own memory and nothing of the host.
 *
 * What it hands out, it packs in 64 bits: the offset in the upper half, the length in the lower one. */
#include <stdint.h>

#define EXPORT(name) __attribute__((export_name(#name))) name

extern uint8_t __heap_base; /* From the linker: the first byte that nobody uses. */

static uint32_t next;
static uint32_t live;

/* Freed blocks are not reused, so that the host's mistakes would show. */
uint32_t EXPORT(allocate)(uint32_t bytes) {
    if (next == 0) {
        next = ((uint32_t)(uintptr_t)&__heap_base + 7) & ~7u;
    }

    uint64_t end = (uint64_t)next + ((bytes + 7) & ~7u);
    uint64_t size = (uint64_t)__builtin_wasm_memory_size(0) << 16;
    if (end > size && __builtin_wasm_memory_grow(0, (end - size + 65535) >> 16) == (unsigned long)-1) {
        return 0;
    }

    uint32_t block = next;
    next = (uint32_t)end;
    live++;
    return block;
}

void EXPORT(deallocate)(uint32_t block, uint32_t bytes) {
    for (uint32_t i = 0; i < bytes; i++) {
        ((uint8_t *)(uintptr_t)block)[i] = 0xDD;
    }

    live--;
}

/* How many blocks are out, by the guest's own count. */
uint32_t EXPORT(live_blocks)(void) {
    return live;
}

int64_t EXPORT(sum)(uint32_t numbers, uint32_t count) {
    int64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        sum += ((int32_t *)(uintptr_t)numbers)[i];
    }

    return sum;
}

/* The text backwards, in a block that becomes the caller's. */
uint64_t EXPORT(reversed)(uint32_t text, uint32_t length) {
    uint32_t block = allocate(length);
    for (uint32_t i = 0; i < length; i++) {
        ((uint8_t *)(uintptr_t)block)[i] = ((uint8_t *)(uintptr_t)text)[length - 1 - i];
    }

    return (uint64_t)block << 32 | length;
}

/* A result that points outside of the guest's memory. */
uint64_t EXPORT(lying)(void) {
    return (uint64_t)0xFFFFFF00u << 32 | 0x1000;
}

void EXPORT(grow)(uint32_t pages) {
    __builtin_wasm_memory_grow(0, pages);
}

uint32_t EXPORT(divide)(uint32_t left, uint32_t right) {
    return left / right;
}

uint32_t EXPORT(load)(uint32_t offset) {
    return *(uint32_t *)(uintptr_t)offset;
}
