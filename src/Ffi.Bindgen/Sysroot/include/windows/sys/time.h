#pragma once
#include <time.h>
#include <ffi_timeval.h>
struct timezone { int tz_minuteswest, tz_dsttime; };
