// Flags as C has them: any byte but 0 is true.
#include "benchmarktest.h"
#include <stdlib.h>

// Writes a flag. What stood there before; -1 of NULL.
EXPORT int32_t set_truth(uint8_t *truth, uint8_t value)
{
    if (truth == NULL) return -1;
    int32_t before = *truth;
    *truth = value;
    return before;
}

// first, first + 1, …; the sum of what stood there before.
EXPORT int32_t set_truths(uint8_t *truths, int32_t count, uint8_t first)
{
    int32_t before = 0;
    for (int32_t i = 0; i < count; i++) {
        before += truths[i];
        truths[i] = (uint8_t)(first + i);
    }
    return before;
}

// Hands a flag over, and says what stands there afterwards.
EXPORT int32_t pass_truth(void (*function)(uint8_t *), uint8_t value)
{
    function(&value);
    return value;
}

// The same for memory that can't be written, and for none.
EXPORT void pass_constant_truth(void (*function)(const uint8_t *), bool isNull)
{
    static const uint8_t truth = 2;
    function(isNull ? NULL : &truth);
}

// Hands five flags over: 0, first, 0, first, 0; the sum of what stands there afterwards.
EXPORT int32_t pass_truths(void (*function)(uint8_t *, int32_t), uint8_t first)
{
    uint8_t truths[] = { 0, first, 0, first, 0 };
    function(truths, 5);
    return truths[0] + truths[1] + truths[2] + truths[3] + truths[4];
}

EXPORT void pass_constant_truths(void (*function)(const uint8_t *, int32_t))
{
    static const uint8_t truths[] = { 0, 2, 255, 1 };
    function(truths, 4);
}

// The byte that a callback's _Bool is.
EXPORT int32_t answered_truth(uint8_t (*function)(int32_t), int32_t value) { return function(value); }

// 0, 1, 2, … in memory that the caller frees with free().
EXPORT uint8_t *truths_new(int32_t count)
{
    uint8_t *truths = malloc((size_t)count + 1);
    for (int32_t i = 0; i < count; i++) truths[i] = (uint8_t)i;
    return truths;
}
