#pragma once
#include <ffi_time_t.h>
struct timeb { time_t time; unsigned short millitm; short timezone, dstflag; };
