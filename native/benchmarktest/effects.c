// Functions whose result is what they leave behind. What they count is a thread's own, so that tests may run side by side.
#include "benchmarktest.h"

static _Thread_local int64_t total;

// For benchmarks: the cost of a call that does nothing.
EXPORT void nothing(void) { }

EXPORT void add_to_total(int64_t value) { total += value; }

EXPORT int64_t take_total(void)
{
    int64_t taken = total;
    total = 0;
    return taken;
}
