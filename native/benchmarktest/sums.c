// Sums of arguments of one type. The narrow integers are added up in 64 bits, so that a lost sign shows.
#include "benchmarktest.h"

#define PARAMETER(T, i) T a##i
#define PLUS(T, i) +(T)a##i
#define PLUS_WEIGHTED(T, i) +(T)i * (T)a##i

#define SUM(name, T, Sum, n)                                                                                                    \
    EXPORT Sum sum_##name##_##n(EACH_##n(PARAMETER, COMMA, T)) { return EACH_##n(PLUS, NOTHING, Sum); }                         \
    EXPORT Sum weigh_##name##_##n(EACH_##n(PARAMETER, COMMA, T)) { return EACH_##n(PLUS_WEIGHTED, NOTHING, Sum); }

// The arities around which calling conventions turn: the last register, the first stack slot, and far beyond.
#define SELECTED_SUMS(name, T, Sum)                                                                                             \
    SUM(name, T, Sum, 1) SUM(name, T, Sum, 2) SUM(name, T, Sum, 3) SUM(name, T, Sum, 5) SUM(name, T, Sum, 10)                   \
    SUM(name, T, Sum, 14) SUM(name, T, Sum, 15) SUM(name, T, Sum, 20) SUM(name, T, Sum, 32)

#define ALL_SUMS(name, T, Sum)                                                                                                  \
    EXPORT Sum sum_##name##_0(void) { return 0; }                                                                               \
    EXPORT Sum weigh_##name##_0(void) { return 0; }                                                                             \
    SELECTED_SUMS(name, T, Sum)                                                                                                 \
    SUM(name, T, Sum, 4) SUM(name, T, Sum, 6) SUM(name, T, Sum, 7) SUM(name, T, Sum, 8) SUM(name, T, Sum, 9)                    \
    SUM(name, T, Sum, 11) SUM(name, T, Sum, 12) SUM(name, T, Sum, 13)

SELECTED_SUMS(int8, int8_t, int64_t)
SELECTED_SUMS(uint8, uint8_t, uint64_t)
SELECTED_SUMS(int16, int16_t, int64_t)
SELECTED_SUMS(uint16, uint16_t, uint64_t)
SELECTED_SUMS(int32, int32_t, int64_t)
SELECTED_SUMS(uint32, uint32_t, uint64_t)
SELECTED_SUMS(uint64, uint64_t, uint64_t)
SELECTED_SUMS(float, float, float)

ALL_SUMS(int64, int64_t, int64_t)
ALL_SUMS(double, double, double)
