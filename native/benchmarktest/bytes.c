// Structs of plain bytes by value, of the sizes around which conventions turn: one register, two, memory, and the odd ones between.
#include "benchmarktest.h"

#define BYTES(n)                                                                                                                \
    typedef struct { uint8_t at[n]; } bytes##n;                                                                                 \
                                                                                                                                \
    EXPORT bytes##n reverse_bytes_##n(bytes##n bytes)                                                                           \
    {                                                                                                                           \
        bytes##n reversed;                                                                                                      \
        for (int i = 0; i < n; i++) reversed.at[i] = bytes.at[n - 1 - i];                                                       \
        return reversed;                                                                                                        \
    }                                                                                                                           \
                                                                                                                                \
    EXPORT int64_t weigh_bytes_##n(int64_t before, bytes##n bytes, int64_t after)                                               \
    {                                                                                                                           \
        int64_t sum = before + (n + 2) * after;                                                                                 \
        for (int i = 0; i < n; i++) sum += (i + 2) * bytes.at[i];                                                               \
        return sum;                                                                                                             \
    }                                                                                                                           \
                                                                                                                                \
    /* One integer register is left on System V: the struct takes it or goes to the stack, and then `after` takes it. */        \
    EXPORT int64_t weigh_late_bytes_##n(int64_t a1, int64_t a2, int64_t a3, int64_t a4, int64_t a5, bytes##n bytes, int64_t after)\
    {                                                                                                                           \
        return a1 + 2 * a2 + 3 * a3 + 4 * a4 + 5 * a5 + 6 * weigh_bytes_##n(0, bytes, after);                                   \
    }

BYTES(1)
BYTES(2)
BYTES(3)
BYTES(4)
BYTES(5)
BYTES(7)
BYTES(8)
BYTES(9)
BYTES(12)
BYTES(16)
BYTES(17)
BYTES(24)
BYTES(32)
BYTES(40)
