// What custom marshallers hand over, and what they take back.
#include "benchmarktest.h"
#include <stdlib.h>

// Doubles a number through each way that a value can be passed.
EXPORT double halve(double value) { return value / 2; }
EXPORT void halve_in_place(double *value) { *value /= 2; }
EXPORT void half_of(double value, double *half) { *half = value / 2; }
EXPORT double read_double(const double *value) { return *value; }

EXPORT double weigh_doubles(const double *values, int32_t count)
{
    double sum = 0;
    for (int32_t i = 0; i < count; i++)
        sum += (i + 1) * values[i];
    return sum;
}

EXPORT void halve_all(double *values, int32_t count)
{
    for (int32_t i = 0; i < count; i++)
        values[i] /= 2;
}

// 0, 1, 4, 9 … in memory that the caller frees with free().
EXPORT int32_t *squares_new(int32_t count, int32_t *written)
{
    *written = count;
    int32_t *squares = malloc(sizeof *squares * (size_t)count + 1);
    for (int32_t i = 0; i < count; i++)
        squares[i] = i * i;
    return squares;
}

EXPORT void doubles_new(int32_t count, double **values)
{
    *values = malloc(sizeof **values * (size_t)count + 1);
    for (int32_t i = 0; i < count; i++)
        (*values)[i] = i + 0.5;
}

// Replaces each text by its successor in the array, the last by a new one; what is replaced is freed.
EXPORT void rotate_texts(char **texts, int32_t count)
{
    free(texts[0]);
    for (int32_t i = 0; i + 1 < count; i++)
        texts[i] = texts[i + 1];
    texts[count - 1] = malloc(5);
    memcpy(texts[count - 1], "last", 5);
}
