#include "benchmarktest.h"

// Called by every convention that a declaration may name. On 64-bit systems they are one.
EXPORT int convention_difference(int left, int right)
{
    return left - right;
}
