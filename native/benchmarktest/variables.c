// Global variables of each kind, and functions that tell what native code sees in them.
#include "benchmarktest.h"
#include <stdlib.h>

typedef struct { int32_t first; double second; int64_t third; } record_t;
typedef int32_t (*operation_t)(int32_t);

static int32_t twice(int32_t x) { return 2 * x; }
static int32_t negated(int32_t x) { return -x; }

EXPORT int8_t variable_byte = -3;
EXPORT int32_t variable_int = 41;
EXPORT int64_t variable_long = 1234567890123;
EXPORT double variable_double = 2.5;
EXPORT bool variable_bool = true;
EXPORT uint16_t variable_char = u'\u00FC';
EXPORT record_t variable_record = {1, 2.5, 4};
EXPORT int32_t variable_numbers[4] = {1, 2, 4, 8};
EXPORT const char *variable_text = "a pointer to text";
EXPORT const char variable_letters[] = "text itself";
EXPORT operation_t variable_operation = twice;

EXPORT int32_t variable_get_int(void) { return variable_int; }
EXPORT void variable_set_int(int32_t value) { variable_int = value; }
EXPORT bool variable_get_bool(void) { return variable_bool; }
EXPORT void variable_set_bool_byte(uint8_t value) { memcpy(&variable_bool, &value, 1); }
EXPORT int32_t variable_operate(int32_t x) { return variable_operation(x); }
EXPORT operation_t variable_negation(void) { return negated; }
EXPORT double variable_sum_record(void) { return variable_record.first + variable_record.second * 10 + (double)variable_record.third * 100; }
EXPORT void *variable_address_of_record(void) { return &variable_record; }
EXPORT int32_t variable_weigh_numbers(void)
{
    int32_t sum = 0;
    for (int32_t i = 0; i < 4; i++)
        sum += (i + 1) * variable_numbers[i];
    return sum;
}
