// Symbols that are no functions.
#include "benchmarktest.h"

EXPORT int32_t data_counter = 7;
EXPORT const int32_t data_table[] = { 1, 2, 4 };
EXPORT int32_t data_zeros[64];
static int32_t twice(int32_t value) { return 2 * value; }
EXPORT int32_t (*data_function)(int32_t) = twice;
#ifndef _WIN32
EXPORT _Thread_local int32_t data_of_thread = 3;
#endif
EXPORT int32_t data_sum(void) { return data_counter + data_table[2] + data_zeros[0] + data_function(10); }
