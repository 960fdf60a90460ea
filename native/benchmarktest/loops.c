// C calling C through a pointer, in a loop: the floor under every way of calling from another language. The arguments are an index,
// and then each parameter's position.
#include "benchmarktest.h"

#define TYPE(T, i) T
#define ARGUMENT(T, i) (i == 1 ? (T)index : (T)i)

#define LOOP(name, T, n)                                                                                                        \
    EXPORT T loop_sum_##name##_##n(T (*function)(EACH_##n(TYPE, COMMA, T)), int32_t count)                                      \
    {                                                                                                                           \
        T sum = 0;                                                                                                              \
        for (int32_t index = 0; index < count; index++) sum += function(EACH_##n(ARGUMENT, COMMA, T));                          \
        return sum;                                                                                                             \
    }

LOOP(int64, int64_t, 0)
LOOP(int64, int64_t, 1)
LOOP(int64, int64_t, 2)
LOOP(int64, int64_t, 3)
LOOP(int64, int64_t, 5)
LOOP(int64, int64_t, 10)
LOOP(int64, int64_t, 14)
LOOP(int64, int64_t, 15)
LOOP(int64, int64_t, 32)
LOOP(double, double, 5)
LOOP(double, double, 15)

#define PAIR_TYPE(T, i) , double, int64_t
#define PAIR_ARGUMENT(T, i) , (double)(2 * i), (int64_t)(2 * i + 1)

#define MIXED_LOOP(n, k)                                                                                                        \
    EXPORT double loop_sum_mixed_##n(double (*function)(int64_t EACH_##k(PAIR_TYPE, NOTHING, )), int32_t count)                 \
    {                                                                                                                           \
        double sum = 0;                                                                                                         \
        for (int32_t index = 0; index < count; index++) sum += function(index EACH_##k(PAIR_ARGUMENT, NOTHING, ));              \
        return sum;                                                                                                             \
    }

MIXED_LOOP(5, 2)
MIXED_LOOP(15, 7)

typedef double (*sum_32)(int64_t EACH_15(PAIR_TYPE, NOTHING, ), double);

EXPORT double loop_sum_mixed_32(sum_32 function, int32_t count)
{
    double sum = 0;
    for (int32_t index = 0; index < count; index++) sum += function(index EACH_15(PAIR_ARGUMENT, NOTHING, ), 32.0);
    return sum;
}

// Five integers, then five doubles.
#define TRAILING int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, double f, double g, double h, double i, double j

EXPORT double sum_trailing_10(TRAILING) { return (double)(a + b + c + d + e) + f + g + h + i + j; }

EXPORT double loop_sum_trailing_10(double (*function)(TRAILING), int32_t count)
{
    double sum = 0;
    for (int32_t index = 0; index < count; index++) sum += function(index, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    return sum;
}

typedef struct { double x, y; } vector;

EXPORT double weigh_vector(double before, vector vector, double after) { return before + 2 * vector.x + 3 * vector.y + 4 * after; }

EXPORT double loop_weigh_vector(double (*function)(double, vector, double), int32_t count)
{
    double sum = 0;
    for (int32_t index = 0; index < count; index++) sum += function(index, (vector){ 2, 3 }, 4);
    return sum;
}

// What C calls back where it calls C.
EXPORT int32_t add_int32(int32_t left, int32_t right) { return left + right; }
