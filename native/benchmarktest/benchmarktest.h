// The C side of the tests and benchmarks: functions whose results show how each argument arrived.
//
// Names: what is done, to what, how many times; sum_int64_15 adds fifteen int64_t arguments. A `weigh_` function multiplies each
// argument by its position first, so that two arguments that changed places change the result.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

// EACH_3(x, COMMA, T) is x(T, 1), x(T, 2), x(T, 3).
#define COMMA() ,
#define NOTHING()
#define EACH_0(x, separator, T)
#define EACH_1(x, separator, T) x(T, 1)
#define EACH_2(x, separator, T) EACH_1(x, separator, T) separator() x(T, 2)
#define EACH_3(x, separator, T) EACH_2(x, separator, T) separator() x(T, 3)
#define EACH_4(x, separator, T) EACH_3(x, separator, T) separator() x(T, 4)
#define EACH_5(x, separator, T) EACH_4(x, separator, T) separator() x(T, 5)
#define EACH_6(x, separator, T) EACH_5(x, separator, T) separator() x(T, 6)
#define EACH_7(x, separator, T) EACH_6(x, separator, T) separator() x(T, 7)
#define EACH_8(x, separator, T) EACH_7(x, separator, T) separator() x(T, 8)
#define EACH_9(x, separator, T) EACH_8(x, separator, T) separator() x(T, 9)
#define EACH_10(x, separator, T) EACH_9(x, separator, T) separator() x(T, 10)
#define EACH_11(x, separator, T) EACH_10(x, separator, T) separator() x(T, 11)
#define EACH_12(x, separator, T) EACH_11(x, separator, T) separator() x(T, 12)
#define EACH_13(x, separator, T) EACH_12(x, separator, T) separator() x(T, 13)
#define EACH_14(x, separator, T) EACH_13(x, separator, T) separator() x(T, 14)
#define EACH_15(x, separator, T) EACH_14(x, separator, T) separator() x(T, 15)
#define EACH_16(x, separator, T) EACH_15(x, separator, T) separator() x(T, 16)
#define EACH_17(x, separator, T) EACH_16(x, separator, T) separator() x(T, 17)
#define EACH_18(x, separator, T) EACH_17(x, separator, T) separator() x(T, 18)
#define EACH_19(x, separator, T) EACH_18(x, separator, T) separator() x(T, 19)
#define EACH_20(x, separator, T) EACH_19(x, separator, T) separator() x(T, 20)
#define EACH_21(x, separator, T) EACH_20(x, separator, T) separator() x(T, 21)
#define EACH_22(x, separator, T) EACH_21(x, separator, T) separator() x(T, 22)
#define EACH_23(x, separator, T) EACH_22(x, separator, T) separator() x(T, 23)
#define EACH_24(x, separator, T) EACH_23(x, separator, T) separator() x(T, 24)
#define EACH_25(x, separator, T) EACH_24(x, separator, T) separator() x(T, 25)
#define EACH_26(x, separator, T) EACH_25(x, separator, T) separator() x(T, 26)
#define EACH_27(x, separator, T) EACH_26(x, separator, T) separator() x(T, 27)
#define EACH_28(x, separator, T) EACH_27(x, separator, T) separator() x(T, 28)
#define EACH_29(x, separator, T) EACH_28(x, separator, T) separator() x(T, 29)
#define EACH_30(x, separator, T) EACH_29(x, separator, T) separator() x(T, 30)
#define EACH_31(x, separator, T) EACH_30(x, separator, T) separator() x(T, 31)
#define EACH_32(x, separator, T) EACH_31(x, separator, T) separator() x(T, 32)
