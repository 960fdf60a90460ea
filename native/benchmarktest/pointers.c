// Pointers in: read through, written through, and NULL. Lengths are in elements.
#include "benchmarktest.h"

#include <stdatomic.h>

typedef struct { int32_t x; int32_t y; } pixel;

EXPORT bool is_null(const void *pointer) { return pointer == NULL; }
EXPORT const void *same_pointer(const void *pointer) { return pointer; }

// The sum; -1 of NULL, whatever the length.
EXPORT int64_t sum_of_int32s(const int32_t *values, int32_t length)
{
    int64_t sum = 0;
    if (values == NULL) return -1;
    for (int32_t i = 0; i < length; i++) sum += values[i];
    return sum;
}

// first, first + 1, … as far as the length goes; whether there was anywhere to write.
EXPORT bool fill_int32s(int32_t *values, int32_t length, int32_t first)
{
    if (values == NULL) return false;
    for (int32_t i = 0; i < length; i++) values[i] = first + i;
    return true;
}

EXPORT double dot(const double *left, const double *right, int32_t length)
{
    double sum = 0;
    for (int32_t i = 0; i < length; i++) sum += left[i] * right[i];
    return sum;
}

EXPORT void move_pixels(pixel *pixels, int32_t length, int32_t right, int32_t down)
{
    for (int32_t i = 0; i < length; i++) {
        pixels[i].x += right;
        pixels[i].y += down;
    }
}

EXPORT int32_t divide(int32_t dividend, int32_t divisor, int32_t *remainder)
{
    *remainder = dividend % divisor;
    return dividend / divisor;
}

EXPORT void swap_int64s(int64_t *left, int64_t *right)
{
    int64_t kept = *left;
    *left = *right;
    *right = kept;
}

EXPORT int64_t read_int64(const int64_t *value) { return *value; }

// A byte a bool, as C# has them too.
EXPORT void flip_bools(bool *values, int32_t length)
{
    for (int32_t i = 0; i < length; i++) values[i] = !values[i];
}

// Signals that it has the pointer, waits until it is told to go on, and only then writes: whatever the caller's collector does in
// between, the pointer must still be good.
EXPORT void fill_int32s_later(int32_t *values, int32_t length, int32_t first, atomic_int *arrived, atomic_int *told)
{
    atomic_store(arrived, 1);
    while (!atomic_load(told)) { }
    fill_int32s(values, length, first);
}

EXPORT void raise_int32(int32_t *value, int32_t by) { *value += by; }

// a, b, c …
EXPORT int32_t fill_char16s(uint16_t *values, int32_t length)
{
    for (int32_t i = 0; i < length; i++) values[i] = (uint16_t)('a' + i);
    return length;
}
