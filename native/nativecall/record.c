// Functions that keep their arguments' bytes, so that a test sees each one as it arrived. For every type and every count from 0 to 32.
#include "../benchmarktest/benchmarktest.h"

typedef struct { int64_t first, second; } long_long;
typedef struct { double first, second; } double_double;
typedef struct { int64_t first; double second; } long_double;
typedef struct { double first; int64_t second; } double_long;
typedef struct { float at[4]; } float_x4;
typedef struct { float at[3]; } float_x3;
typedef struct { uint8_t at[3]; } byte_x3;
typedef struct { int32_t first; float second; } int_float;

// Ten types in turn, so that every kind of register fills up beside the others, and what spills has many widths.
#define TYPE_1 int64_t
#define TYPE_2 double
#define TYPE_3 int8_t
#define TYPE_4 float
#define TYPE_5 long_double
#define TYPE_6 uint16_t
#define TYPE_7 double_double
#define TYPE_8 int32_t
#define TYPE_9 byte_x3
#define TYPE_10 long_long
#define TYPE_11 TYPE_1
#define TYPE_12 TYPE_2
#define TYPE_13 TYPE_3
#define TYPE_14 TYPE_4
#define TYPE_15 TYPE_5
#define TYPE_16 TYPE_6
#define TYPE_17 TYPE_7
#define TYPE_18 TYPE_8
#define TYPE_19 TYPE_9
#define TYPE_20 TYPE_10
#define TYPE_21 TYPE_1
#define TYPE_22 TYPE_2
#define TYPE_23 TYPE_3
#define TYPE_24 TYPE_4
#define TYPE_25 TYPE_5
#define TYPE_26 TYPE_6
#define TYPE_27 TYPE_7
#define TYPE_28 TYPE_8
#define TYPE_29 TYPE_9
#define TYPE_30 TYPE_10
#define TYPE_31 TYPE_1
#define TYPE_32 TYPE_2

enum { MAX_ARGUMENTS = 32, SLOT = 16 };

static _Thread_local uint8_t slots[MAX_ARGUMENTS][SLOT];

// The arguments of the thread's last record_ call, 16 bytes each, zeros after an argument's own bytes.
EXPORT const uint8_t *recorded(void) { return slots[0]; }

#define SAME(T, i) T a##i
#define IN_TURN(T, i) TYPE_##i a##i
#define KEEP(T, i) memcpy(slots[i - 1], &a##i, sizeof a##i);

#define RECORD(name, T, param, n)                                                                                               \
    EXPORT int32_t record_##name##_##n(EACH_##n(param, COMMA, T))                                                               \
    {                                                                                                                           \
        memset(slots, 0, sizeof slots);                                                                                         \
        EACH_##n(KEEP, NOTHING, T)                                                                                              \
        return n;                                                                                                               \
    }

#define RECORD_ALL(name, T, param)                                                                                              \
    RECORD(name, T, param, 0) RECORD(name, T, param, 1) RECORD(name, T, param, 2) RECORD(name, T, param, 3)                     \
    RECORD(name, T, param, 4) RECORD(name, T, param, 5) RECORD(name, T, param, 6) RECORD(name, T, param, 7)                     \
    RECORD(name, T, param, 8) RECORD(name, T, param, 9) RECORD(name, T, param, 10) RECORD(name, T, param, 11)                   \
    RECORD(name, T, param, 12) RECORD(name, T, param, 13) RECORD(name, T, param, 14) RECORD(name, T, param, 15)                 \
    RECORD(name, T, param, 16) RECORD(name, T, param, 17) RECORD(name, T, param, 18) RECORD(name, T, param, 19)                 \
    RECORD(name, T, param, 20) RECORD(name, T, param, 21) RECORD(name, T, param, 22) RECORD(name, T, param, 23)                 \
    RECORD(name, T, param, 24) RECORD(name, T, param, 25) RECORD(name, T, param, 26) RECORD(name, T, param, 27)                 \
    RECORD(name, T, param, 28) RECORD(name, T, param, 29) RECORD(name, T, param, 30) RECORD(name, T, param, 31)                 \
    RECORD(name, T, param, 32)

RECORD_ALL(int8, int8_t, SAME)
RECORD_ALL(uint16, uint16_t, SAME)
RECORD_ALL(int32, int32_t, SAME)
RECORD_ALL(int64, int64_t, SAME)
RECORD_ALL(float, float, SAME)
RECORD_ALL(double, double, SAME)
RECORD_ALL(long_long, long_long, SAME)
RECORD_ALL(double_double, double_double, SAME)
RECORD_ALL(long_double, long_double, SAME)
RECORD_ALL(double_long, double_long, SAME)
RECORD_ALL(float_x4, float_x4, SAME)
RECORD_ALL(float_x3, float_x3, SAME)
RECORD_ALL(byte_x3, byte_x3, SAME)
RECORD_ALL(int_float, int_float, SAME)
RECORD_ALL(in_turn, , IN_TURN)

// Gives an argument back, one function a type of result.
EXPORT long_long echo_long_long(long_long value) { return value; }
EXPORT double_double echo_double_double(double_double value) { return value; }
EXPORT long_double echo_long_double(long_double value) { return value; }
EXPORT double_long echo_double_long(double_long value) { return value; }
EXPORT float_x4 echo_float_x4(float_x4 value) { return value; }
EXPORT float_x3 echo_float_x3(float_x3 value) { return value; }
EXPORT byte_x3 echo_byte_x3(byte_x3 value) { return value; }
EXPORT int_float echo_int_float(int_float value) { return value; }

EXPORT void clear_recorded(void) { memset(slots, 0xEE, sizeof slots); }
