// Integers and floats in turn: the two kinds use up their registers side by side, and spill to one stack.
#include "benchmarktest.h"

#define PAIR(T, i) int64_t a##i, double b##i,
#define PLUS_PAIR(T, i) +(double)a##i + b##i
#define PLUS_WEIGHTED_PAIR(T, i) +(double)(2 * i - 1) * (double)a##i + (double)(2 * i) * b##i

// Arity 2k + 1: k pairs and an integer.
#define ODD_SUM(n, k)                                                                                                           \
    EXPORT double sum_mixed_##n(EACH_##k(PAIR, NOTHING, ) int64_t last) { return (double)last EACH_##k(PLUS_PAIR, NOTHING, ); } \
    EXPORT double weigh_mixed_##n(EACH_##k(PAIR, NOTHING, ) int64_t last)                                                       \
    {                                                                                                                           \
        return (double)n * (double)last EACH_##k(PLUS_WEIGHTED_PAIR, NOTHING, );                                                \
    }

// Arity 2k + 2: k pairs, an integer and a double.
#define EVEN_SUM(n, k)                                                                                                          \
    EXPORT double sum_mixed_##n(EACH_##k(PAIR, NOTHING, ) int64_t a, double b)                                                  \
    {                                                                                                                           \
        return (double)a + b EACH_##k(PLUS_PAIR, NOTHING, );                                                                    \
    }                                                                                                                           \
    EXPORT double weigh_mixed_##n(EACH_##k(PAIR, NOTHING, ) int64_t a, double b)                                                \
    {                                                                                                                           \
        return (double)(n - 1) * (double)a + (double)n * b EACH_##k(PLUS_WEIGHTED_PAIR, NOTHING, );                             \
    }

EXPORT double sum_mixed_0(void) { return 0; }
EXPORT double weigh_mixed_0(void) { return 0; }

ODD_SUM(1, 0)
EVEN_SUM(2, 0)
ODD_SUM(3, 1)
EVEN_SUM(4, 1)
ODD_SUM(5, 2)
EVEN_SUM(6, 2)
ODD_SUM(7, 3)
EVEN_SUM(8, 3)
ODD_SUM(9, 4)
EVEN_SUM(10, 4)
ODD_SUM(11, 5)
EVEN_SUM(12, 5)
ODD_SUM(13, 6)
EVEN_SUM(14, 6)
ODD_SUM(15, 7)
EVEN_SUM(20, 9)
EVEN_SUM(32, 15)

// Every width of both kinds, so that each stack slot holds less than it could, and no two neighbours are alike.
EXPORT double weigh_widths_24(
    int8_t a1, float a2, uint8_t a3, double a4, int16_t a5, float a6, uint16_t a7, double a8,
    int32_t a9, float a10, uint32_t a11, double a12, int64_t a13, float a14, uint64_t a15, double a16,
    int8_t a17, float a18, uint8_t a19, double a20, int16_t a21, float a22, uint16_t a23, double a24)
{
    return 1 * (double)a1 + 2 * (double)a2 + 3 * (double)a3 + 4 * a4 + 5 * (double)a5 + 6 * (double)a6 + 7 * (double)a7 + 8 * a8
        + 9 * (double)a9 + 10 * (double)a10 + 11 * (double)a11 + 12 * a12 + 13 * (double)a13 + 14 * (double)a14 + 15 * (double)a15
        + 16 * a16 + 17 * (double)a17 + 18 * (double)a18 + 19 * (double)a19 + 20 * a20 + 21 * (double)a21 + 22 * (double)a22
        + 23 * (double)a23 + 24 * a24;
}
