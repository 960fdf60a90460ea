// Homogeneous floating-point aggregates: structs of one to four floats or doubles, which have registers of their own on most machines.
#include "benchmarktest.h"

#define AGGREGATE(T, n)                                                                                                         \
    typedef struct { T at[n]; } T##_x##n;                                                                                       \
                                                                                                                                \
    EXPORT T##_x##n scale_##T##_x##n(T##_x##n vector, T factor)                                                                 \
    {                                                                                                                           \
        for (int i = 0; i < n; i++) vector.at[i] *= factor;                                                                     \
        return vector;                                                                                                          \
    }                                                                                                                           \
                                                                                                                                \
    EXPORT T weigh_##T##_x##n(T before, T##_x##n vector, T after)                                                               \
    {                                                                                                                           \
        T sum = before + (n + 2) * after;                                                                                       \
        for (int i = 0; i < n; i++) sum += (T)(i + 2) * vector.at[i];                                                           \
        return sum;                                                                                                             \
    }                                                                                                                           \
                                                                                                                                \
    /* One floating-point register is left on System V. */                                                                      \
    EXPORT T weigh_late_##T##_x##n(T a1, T a2, T a3, T a4, T a5, T a6, T a7, T##_x##n vector, T after)                          \
    {                                                                                                                           \
        return a1 + 2 * a2 + 3 * a3 + 4 * a4 + 5 * a5 + 6 * a6 + 7 * a7 + 8 * weigh_##T##_x##n(0, vector, after);               \
    }

AGGREGATE(float, 1)
AGGREGATE(float, 2)
AGGREGATE(float, 3)
AGGREGATE(float, 4)
AGGREGATE(double, 1)
AGGREGATE(double, 2)
AGGREGATE(double, 3)
AGGREGATE(double, 4)
